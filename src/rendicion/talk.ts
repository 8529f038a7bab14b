import type { Locale } from "../locale.ts";
import { escape, sayer, type Say } from "../noscript/page.ts";
import { cite } from "./cite.ts";
import type { RendicionParts } from "./parts.ts";

/** How to ask, where accounts are given in public, and what was asked and answered. What there is not yet, is said. */
export const talk = (parts: RendicionParts, locale: Locale): string => {
  const say = sayer(parts.texts, locale, "rendicion");
  return `<section aria-labelledby="talk"><h2 id="talk">${say("part.talk")}</h2>${ask(parts, say, locale)}${meetings(parts, say, locale, "hearings")}${meetings(parts, say, locale, "forums")}${consulted(parts, say, locale)}</section>`;
};

const ask = (parts: RendicionParts, say: Say, locale: Locale): string => {
  const way = (href: string, key: string) => `<li><a href="${href}">${say(key)}</a></li>`;
  return `<h3>${say("ask")}</h3><p>${say("ask-lead")}</p><ul>${way(`/?lang=${locale}&amp;intent=case.file`, "ask-file")}${way(`/casos?lang=${locale}`, "ask-follow")}${way(`/?lang=${locale}&amp;intent=person.callback`, "ask-person")}</ul>`
    + `<p>${say("ask-rights")} ${cite(parts, locale, "ley-1712-2014")} ${cite(parts, locale, "ley-1437-2011")}</p>`;
};

/** `day`: "2014-08-03" in words. */
const dated = (say: Say, day: string): string => say("day", { day: { date: day } });

const meetings = (parts: RendicionParts, say: Say, locale: Locale, kind: "hearings" | "forums"): string => {
  const held = parts.openData.setup.accountability[kind];
  const list = held.map(({ day, name, told, source }) => `<li><strong>${escape(name[locale])}</strong>, ${dated(say, day)}. ${escape(told[locale])} ${cite(parts, locale, source)}</li>`);
  return `<h3>${say(kind)}</h3>${list.length > 0 ? `<ul>${list.join("")}</ul>` : ""}<p>${say(`${kind}-next`)}</p>`;
};

const consulted = (parts: RendicionParts, say: Say, locale: Locale): string => {
  const list = parts.openData.setup.accountability.consultations.map(({ question, answer, source, ...one }) =>
    `<dt>${escape(question[locale])} <span class="quiet">(${dated(say, one["asked-on"])})</span></dt><dd>${answer ? escape(answer[locale]) : say("no-answer")} ${cite(parts, locale, source)}</dd>`);
  return `<h3>${say("consultations")}</h3><p>${say("consultations-lead")} <a href="/datos/latest/consultations.csv">consultations.csv</a></p><dl class="asked">${list.join("")}</dl>`;
};
