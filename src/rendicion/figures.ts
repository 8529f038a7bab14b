import type { Day } from "../calendar.ts";
import type { Bilingual, Locale } from "../locale.ts";
import type { Metrics } from "../metrics/indicators.ts";
import type { Grouping, Indicator } from "../metrics/types.ts";
import type { Published } from "../opendata/entries.ts";
import { shownOf, type Shown } from "../opendata/shown.ts";
import { nameOf, type Span, type Step } from "../opendata/spans.ts";
import type { Texts } from "../text.ts";

/** The figures of a version, as its files have them. */
export type Figures = {
  version: Day;
  /** The last span of a step that stands in it. */
  last: (step: Step) => Span | undefined;
  all: (step: Step) => Span[];
  /** `group` is "" for all together. */
  at: (indicator: string, group: string, span: Span) => Shown | undefined;
  /** The groups of an indicator in a span. */
  groups: (indicator: string, span: Span) => string[];
};

export const figuresOf = (version: Day, published: Published[]): Figures => {
  const shown = new Map([...shownOf(published)].map(([{ indicator, by, span }, told]) => [`${indicator}|${by}|${nameOf(span)}`, told]));
  const spans = new Map(published.map(({ span }) => [nameOf(span), span]));
  const all = (step: Step) => [...spans.values()].filter((span) => span.step === step).sort((a, b) => (a.from < b.from ? -1 : 1));
  const groups = Map.groupBy(published.filter(({ by }) => by !== ""), ({ indicator, span }) => `${indicator}|${nameOf(span)}`);
  return {
    version, all,
    last: (step) => all(step).at(-1),
    at: (indicator, group, span) => shown.get(`${indicator}|${group}|${nameOf(span)}`),
    groups: (indicator, span) => (groups.get(`${indicator}|${nameOf(span)}`) ?? []).map(({ by }) => by),
  };
};

export type Names = { metrics: Metrics; texts: Texts; /** What is called by its own data: an office, an institution. */ called: (by: Grouping, group: string) => Bilingual | undefined };

/** What a group is called in a language; its own short name where nobody gave it words. */
export const groupName = ({ metrics, texts, called }: Names, { by }: Pick<Indicator, "by">, group: string, locale: Locale): string => {
  if (by === null) return group;
  const key = `rendicion.group.${by}.${group}`;
  return called(by, group)?.[locale] ?? (texts.has(key, locale) ? texts.text(key, locale) : metrics.labelOf(by, group, locale));
};

const tongues = { es: "es-CO", en: "en" } as const;

/** A figure as people read it. */
export const inWords = (texts: Texts, locale: Locale, { unit }: Pick<Indicator, "unit">, figure: Shown | undefined): string => {
  if (!figure || figure.state !== "shown" || figure.value === null) return texts.text(`rendicion.value.${figure?.state === "hidden" ? "hidden" : "none"}`, locale);
  const digits = unit === "count" || unit === "milliseconds" ? 0 : 1;
  const number = (value: number) => new Intl.NumberFormat(tongues[locale], { maximumFractionDigits: digits }).format(value);
  return texts.text(`rendicion.value.${unit}`, locale, { value: number(unit === "share" ? 100 * figure.value : figure.value) });
};

export const counted = (locale: Locale, count: number): string => new Intl.NumberFormat(tongues[locale]).format(count);

/** "octubre de 2026", "1 de julio - 30 de septiembre de 2026". */
export const spanInWords = (locale: Locale, { step, from, to }: Span): string => {
  const format = new Intl.DateTimeFormat(tongues[locale], { timeZone: "UTC", year: "numeric", month: "long", ...(step === "month" ? {} : { day: "numeric" }) });
  const at = (day: Day) => new Date(`${day}T12:00:00Z`);
  return step === "month" ? format.format(at(from)) : format.formatRange(at(from), at(to)).replaceAll("\u2009", " ");
};
