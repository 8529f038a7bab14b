import type { Locale } from "../locale.ts";
import { sayer, type Page } from "../noscript/page.ts";
import { framed } from "../opendata/frame.ts";
import { encourage } from "./encourage.ts";
import type { Figures } from "./figures.ts";
import { inform } from "./inform.ts";
import type { RendicionParts } from "./parts.ts";
import type { PollSaid } from "./poll.ts";
import { talk } from "./talk.ts";

/** Accounts in three parts: inform, talk, encourage. Without a version, what needs no figure. `said`: what became of an answer to the poll. */
export const accountsPage = async (parts: RendicionParts, locale: Locale, figures: Figures | undefined, said?: PollSaid): Promise<Page> => {
  const say = sayer(parts.texts, locale, "rendicion");
  const ways = (["inform", "talk", "encourage"] as const).map((part) => `<li><a href="#${part}">${say(`part.${part}`)}</a></li>`);
  return framed(say, locale, "/rendicion", say("title"), [
    `<p>${say("lead")}</p><p class="note">${say("whose", { name: { both: parts.agency } })}</p>`,
    `<nav aria-label="${say("parts")}"><ul>${ways.join("")}<li><a href="/datos?lang=${locale}">${say("data")}</a></li></ul></nav>`,
    await inform(parts, locale, figures), talk(parts, locale), await encourage(parts, locale, figures, said),
  ].join(""));
};
