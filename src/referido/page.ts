import type { ForInstitution } from "../care/referrals/answering.ts";
import { outcomes } from "../care/referrals/types.ts";
import type { Bilingual, Locale } from "../locale.ts";
import { escape, frame, sayer, type Page, type Say } from "../noscript/page.ts";
import type { Texts } from "../text.ts";

/** What an institution needs to attend somebody, and what it may answer: each answer is a button of its own. */
export const referralPage = (texts: Texts, locale: Locale, seen: ForInstitution): Page => {
  const say = sayer(texts, locale, "referido");
  const rows = rowsOf(texts, say, locale, seen).map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join("");
  const deeds = seen.next.flatMap((next) => (next === "closed" ? (seen.state === "attended" ? ["done"] : ["cannot-help"]) : [next]));
  const mark = seen.demonstration ? `<p class="demonstration">${say("demonstration")}</p>` : "";
  const answered = seen.state === "sent" ? "" : `<p role="status">${say(`noted.${seen.state}`)}</p>`;
  return framed(say, locale, `${answered}${mark}<dl>${rows}</dl><h2>${say("answer")}</h2><p>${say("once")}</p>${buttons(say, "deed", deeds)}<p class="screen">${say("private")}</p>`);
};

const rowsOf = (texts: Texts, say: Say, locale: Locale, { number, institution, need, state, sentAt, shared }: ForInstitution): [term: string, value: string][] => {
  const { name, email, phone, note } = shared;
  const given = (key: string, value: string | undefined): [string, string] => [say(key), value === undefined ? say("not-told") : escape(value)];
  return [
    [say("number"), escape(number)],
    [say("institution"), escape(institution[locale])],
    [say("need"), escape(texts.text(`referral.need.${need}`, locale))],
    [say("state"), say(`states.${state}`)],
    [say("sent"), escape(new Intl.DateTimeFormat(locale === "es" ? "es-CO" : "en", { dateStyle: "full", timeZone: "America/Bogota" }).format(sentAt))],
    given("name", name), given("phone", phone), given("email", email), given("note", note),
  ];
};

/** A person says how it went. */
export const wentPage = (texts: Texts, locale: Locale, { number, institution }: { number: string; institution: Bilingual }): Page => {
  const say = sayer(texts, locale, "referido");
  return framed(say, locale, `<p>${say("went", { number, institution: institution[locale] })}</p>${buttons(say, "outcome", outcomes)}`);
};

export const thanksPage = (texts: Texts, locale: Locale, what: "closed" | "told"): Page => {
  const say = sayer(texts, locale, "referido");
  return framed(say, locale, `<p role="status">${say(`thanks.${what}`)}</p>`);
};

/** Says why a link does nothing, and nothing of what it was for. */
export const faultPage = (texts: Texts, locale: Locale, fault: "unknown" | "expired" | "used" | "unreadable" | "busy"): Page => {
  const say = sayer(texts, locale, "referido");
  return framed(say, locale, `<p role="alert">${say(`fault.${fault}`)}</p>`);
};

const buttons = (say: Say, name: string, values: readonly string[]): string =>
  `<form method="post" class="ways">${values.map((value) => `<button name="${name}" value="${value}">${say(`${name}.${value}`)}</button>`).join("")}</form>`;

const framed = (say: Say, locale: Locale, body: string): Page => frame({ say, locale, path: "", body });
