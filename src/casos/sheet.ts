import { randomUUID } from "node:crypto";
import type { FollowedCase } from "../cases/types.ts";
import type { Param, Utterance } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import { escape, type Page, type Say } from "../noscript/page.ts";
import type { Texts } from "../text.ts";
import { framed, lines, sayer, toldIn, type Told } from "./page.ts";

/** What is shown of a case: the case itself, how its deadline was counted, and the pass for what may be done. */
export type Sheet = { found: FollowedCase; computation: Utterance[]; pass: string; told?: Told | undefined };

/** State, who has it, what is next, by when; the answer; and a form for each thing that may be done now. */
export const casePage = (texts: Texts, locale: Locale, { found, computation, pass, told }: Sheet): Page => {
  const say = sayer(texts, locale);
  const list = rowsOf(say, found).map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join("");
  return framed(say, locale, [
    toldIn(say, told), `<h2>${escape(found.radicado)}</h2><dl>${list}</dl>`, ...notes(say, found), answerOf(say, locale, found, pass),
    computation.length === 0 ? "" : `<details><summary>${say("follow-case.do.computation")}</summary><p>${computation.map((one) => ("key" in one ? lines(say(one.key, one.params)) : "")).join("<br>")}</p></details>`,
    ...forms(say, locale, found, pass), `<p><a href="/casos?lang=${locale}">${say(".another")}</a></p>`,
  ].join(""));
};

const rowsOf = (say: Say, { kind, state, unit, next, filedAt, radicadoOn, dueOn, daysLeft }: FollowedCase): [term: string, value: string][] => [
  [say(".kind"), say(`case.kind.${kind}`)],
  [say(".state"), say(`case.state.${state}`)],
  [say(".unit"), say(".as-is", { text: { both: unit } })],
  [say(".next"), say(next)],
  [say(".received"), say(".as-is", { text: { date: filedAt.toISOString() } })],
  [say(".counted"), say(".as-is", { text: { date: radicadoOn } })],
  ...(dueOn === null || daysLeft === null ? [] : [[say(".due"), lines(say(`follow-case.said.${daysLeft < 0 ? "late" : "due"}`, { due: { date: dueOn }, count: Math.abs(daysLeft) }))] satisfies [string, string]]),
];

const notes = (say: Say, { dueOn, asked, extended, transferred }: FollowedCase): string[] => {
  const note = (key: string, params?: Record<string, Param>) => `<p>${lines(say(`follow-case.said.${key}`, params))}</p>`;
  return [
    ...(dueOn === null ? [note("no-term")] : []),
    ...(asked ? [note("asked", { what: asked.what, until: { date: asked.until } })] : []),
    ...(extended ? [note("extended", { reason: extended.reason, until: { date: extended.until } })] : []),
    ...(transferred ? [note("transferred", { to: transferred.to, on: { date: transferred.on } })] : []),
  ];
};

const answerOf = (say: Say, locale: Locale, { answer }: FollowedCase, pass: string): string => {
  if (!answer) return "";
  const files = answer.files.map(({ id, name }) =>
    `<li><form method="post" action="/casos/archivo?lang=${locale}">${hidden({ pass, file: id })}<button>${say(".download", { name })}</button></form></li>`);
  return `<h2>${say(".answer")}</h2><p class="answer">${lines(say(".as-is", { text: answer.text }))}</p>${files.length > 0 ? `<ul class="ways">${files.join("")}</ul>` : ""}`;
};

const forms = (say: Say, locale: Locale, { may }: FollowedCase, pass: string): string[] => {
  const form = (deed: string, fields: string) =>
    `<details><summary>${say(`follow-case.do.${deed}`)}</summary><form method="post" action="/casos/hacer?lang=${locale}" enctype="multipart/form-data">${hidden({ pass, deed, once: randomUUID() })}${fields}</form></details>`;
  const words = (deed: string, key: string, required: boolean) =>
    `<label for="${deed}-text">${lines(say(key))}</label><textarea id="${deed}-text" name="text" maxlength="4000"${required ? " required" : ""}></textarea>`;
  const press = (key: string, value = "") => `<button name="useful" value="${value}">${say(key)}</button> `;
  return [
    ...(may.add ? [form("add", `${words("add", "follow-case.news.ask", true)}<label for="files">${say(".files")}</label><input id="files" type="file" name="files" multiple accept="image/jpeg,image/png,image/webp,application/pdf,audio/*">${press(".send")}`)] : []),
    ...(may.askMoreTime ? [form("more-time", press(".send"))] : []),
    ...(may.rate ? [form("rate", `<p>${say("follow-case.useful.ask")}</p>${press("follow-case.useful.yes", "yes")}${press("follow-case.useful.no", "no")}`)] : []),
    ...(may.complain ? [form("complain", `${words("complain", "follow-case.complaint.ask", true)}${press("follow-case.sending.send")}`)] : []),
    ...(may.withdraw ? [form("withdraw", `<p>${say("follow-case.sure.ask")}</p>${words("withdraw", "follow-case.reason.ask", false)}${press("follow-case.sure.withdraw")}`)] : []),
  ];
};

const hidden = (values: Record<string, string>): string =>
  Object.entries(values).map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`).join("");
