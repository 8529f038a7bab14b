import type { Locale } from "../locale.ts";
import { escape, sayer } from "../noscript/page.ts";
import { cite } from "./cite.ts";
import { inWords, spanInWords, type Figures } from "./figures.ts";
import type { RendicionParts } from "./parts.ts";
import { pollPart, type PollSaid } from "./poll.ts";

/** Days of transparency, thanks that came in, the question how it went, and a poll. `said`: what became of an answer to it. */
export const encourage = async (parts: RendicionParts, locale: Locale, figures: Figures | undefined, said?: PollSaid): Promise<string> => {
  const say = sayer(parts.texts, locale, "rendicion");
  const days = parts.openData.setup.accountability["transparency-days"].map(({ day, told, source }) => `<li>${say("day", { day: { date: day } })}: ${escape(told[locale])} ${cite(parts, locale, source)}</li>`);
  const month = figures?.last("month");
  const figure = (indicator: string, group: string) => (figures && month ? escape(inWords(parts.texts, locale, group === "" ? parts.metrics.indicator(indicator) : { unit: "count" }, figures.at(indicator, group, month))) : say("value.none"));
  const span = month ? escape(spanInWords(locale, month)) : "";
  return `<section aria-labelledby="encourage"><h2 id="encourage">${say("part.encourage")}</h2>`
    + `<h3>${say("transparency-days")}</h3><ul>${days.join("")}</ul><p>${say("transparency-next")}</p>`
    + `<h3>${say("thanks")}</h3><p>${say("thanks-lead")} ${span}: <strong>${figure("cases-filed", "compliment")}</strong>. <a href="/?lang=${locale}&amp;intent=case.file">${say("thanks-send")}</a></p>`
    + `<h3>${say("poll")}</h3><p>${say("poll-lead")} ${span}: <strong>${figure("satisfaction", "")}</strong>. <a href="/?lang=${locale}&amp;intent=goodbye.rate">${say("poll-rate")}</a></p>${await pollPart(parts, locale, said)}</section>`;
};
