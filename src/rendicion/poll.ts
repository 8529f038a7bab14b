import type { Answered, PollResults } from "../figures/polls/polls.ts";
import type { Poll } from "../figures/polls/setup.ts";
import type { Locale } from "../locale.ts";
import { escape, sayer, type Say } from "../noscript/page.ts";
import { table } from "../opendata/frame.ts";
import { counted } from "./figures.ts";
import type { RendicionParts } from "./parts.ts";

/** What became of an answer, as the address says it after it was sent. */
export const pollSays = ["counted", "again", "not-asked", "too-many"] as const satisfies readonly (Answered | "too-many")[];
export type PollSaid = (typeof pollSays)[number];

/** The poll that is asked, with what is told of it so far, and those that are over. */
export const pollPart = async (parts: RendicionParts, locale: Locale, said?: PollSaid): Promise<string> => {
  const say = sayer(parts.texts, locale, "rendicion.vote");
  const asked = parts.polls.asked();
  const answered = said ? `<p class="note" role="status">${say(`said.${said}`)}</p>` : "";
  const now = asked ? `${form(say, locale, asked)}${await results(parts, say, locale, asked)}` : `<p>${say("none")}</p>`;
  const before = [];
  for (const poll of parts.polls.over()) before.push(await results(parts, say, locale, poll));
  return `<h3 id="vote">${say("title")}</h3>${answered}${now}${before.length > 0 ? `<h3>${say("before")}</h3>${before.join("")}` : ""}`;
};

const form = (say: Say, locale: Locale, { id, question, options }: Poll): string =>
  `<form class="vote screen" method="post" action="/rendicion/encuesta?lang=${locale}"><input type="hidden" name="poll" value="${id}"><fieldset><legend>${escape(question[locale])}</legend>`
  + `${options.map((option) => `<label><input type="radio" name="option" value="${option.id}" required> ${escape(option.name[locale])}</label>`).join("")}</fieldset>`
  + `<p class="quiet">${say("lead")}</p><button>${say("send")}</button></form>`;

const results = async (parts: RendicionParts, say: Say, locale: Locale, poll: Poll): Promise<string> => {
  const told = await parts.polls.results(poll);
  if (told.until === null) return `<p>${say("nothing-yet")}</p>`;
  const rows = poll.options.map(({ id, name }) => [escape(name[locale]), countOf(say, locale, told, id)]);
  return `${table(escape(poll.question[locale]), [say("option"), say("answers")], rows)}<p>${say("told", { n: counted(locale, told.n), day: { date: told.until } })} ${say("batches")}</p>`;
};

const countOf = (say: Say, locale: Locale, { options }: PollResults, option: string): string => {
  const n = options.find(({ id }) => id === option)?.n ?? null;
  return n === null ? say("few") : counted(locale, n);
};
