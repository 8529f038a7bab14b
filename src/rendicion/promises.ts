import type { Locale } from "../locale.ts";
import { escape, sayer, type Say } from "../noscript/page.ts";
import type { FollowUp, Target } from "../metrics/targets/types.ts";
import { table } from "../opendata/frame.ts";
import { cite } from "./cite.ts";
import { inWords, spanInWords, type Figures } from "./figures.ts";
import type { RendicionParts } from "./parts.ts";

/** Targets with their baseline and how far they are, as far as anybody has told. What nobody told has no figure, not a zero. */
export const promises = async (parts: RendicionParts, locale: Locale, figures: Figures | undefined): Promise<string> => {
  const say = sayer(parts.texts, locale, "rendicion.target");
  const heads = (["what", "baseline", "target", "standing"] as const).map((key) => say(key));
  const plans = [...Map.groupBy(parts.targets.targets, ({ institution, source }) => `${institution.id} ${source}`).values()];
  const tables = await Promise.all(plans.map(async (plan) => {
    const { institution, source } = plan[0]!;
    const rows = await Promise.all(plan.map(async (target) => [
      escape(target.name[locale]), from(say, locale, target), to(say, locale, target),
      target.indicator === null ? standing(say, locale, await parts.targets.followUp(target.id)) : own(parts, say, locale, target.indicator, figures),
    ]));
    return `${table(escape(institution.name[locale]), heads, rows)}<p>${say("source")}: ${cite(parts, locale, source)}</p>`;
  }));
  return `<h3>${say("title")}</h3><p>${say("lead")}</p>${tables.join("")}`;
};

const number = (locale: Locale, value: number): string => new Intl.NumberFormat(locale === "es" ? "es-CO" : "en").format(value);
const percent = (locale: Locale, share: number): string => number(locale, Math.round(100 * share));

const from = (say: Say, locale: Locale, { baseline, unit }: Target): string =>
  baseline ? `${number(locale, baseline.value)} ${escape(unit[locale])}, ${say(baseline.included ? "included" : "apart")}` : say("no-baseline");

const to = (say: Say, locale: Locale, { target, unit }: Target): string =>
  target ? `${number(locale, target.value)} ${escape(unit[locale])} ${say("by", { day: target.by })}` : say("no-target");

const standing = (say: Say, locale: Locale, cuts: FollowUp[]): string => {
  const last = cuts.findLast(({ value }) => value !== null);
  const told = cuts.filter(({ value }) => value !== null).length;
  const silent = say("told", { told, cuts: cuts.length, count: told });
  if (!last) return `${say("nobody")} ${silent}`;
  const value = `${number(locale, last.value!)}${last.whole === null ? "" : ` ${say("of", { whole: number(locale, last.whole) })}`} ${say("at", { day: last.cut })}`;
  const way = last.progress === null || last.timeGone === null ? "" : ` ${say("progress", { progress: percent(locale, last.progress), time: percent(locale, last.timeGone) })}`;
  const note = last.note === null ? "" : ` ${escape(typeof last.note === "string" ? last.note : last.note[locale])}`;
  return `${value}.${way}${note} ${silent}`;
};

/** A figure of the service itself, as it is published for the last quarter. */
const own = ({ metrics, texts }: RendicionParts, say: Say, locale: Locale, indicator: string, figures: Figures | undefined): string => {
  const quarter = figures?.last("quarter");
  const figure = quarter && figures?.at(indicator, "", quarter);
  return `<a href="#${indicator}">${escape(metrics.indicator(indicator).name[locale])}</a>: ${escape(inWords(texts, locale, metrics.indicator(indicator), figure))}${quarter ? ` (${escape(spanInWords(locale, quarter))})` : ` ${say("nobody")}`}`;
};
