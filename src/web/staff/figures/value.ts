import type { Change } from "../../../figures/types.ts";
import type { Locale } from "../../../locale.ts";
import type { Say } from "../words.ts";
import type { Unit } from "./contract.ts";

const tags = { es: "es-CO", en: "en" } as const;
const whole: readonly Unit[] = ["count", "milliseconds"];

export const number = (value: number, locale: Locale, digits = 0): string => value.toLocaleString(tags[locale], { maximumFractionDigits: digits });

/** The rows of a score say how often each was given; those of a distance are its two ends. */
export const unitOfRows = (unit: Unit): Unit => (unit === "score" ? "count" : unit === "points" ? "share" : unit);

/** A figure in words: "83,1 %", "12 minutos". Shares come as 0 to 1. */
export const valueWords = (say: Say, locale: Locale, unit: Unit, value: number | null): string => {
  if (value === null) return say("figures.none");
  const digits = whole.includes(unit) ? 0 : unit === "score" ? 2 : 1;
  return say(`figures.unit.${unit}`, { value: number(unit === "share" ? 100 * value : value, locale, digits) });
};

/** The same as short as an axis wants it. */
export const tickWords = (locale: Locale, unit: Unit, value: number): string =>
  unit === "share" ? `${number(100 * value, locale)} %` : number(value, locale, whole.includes(unit) ? 0 : 1);

/** "12 % más", "3,2 puntos menos", "igual". */
export const changeWords = (say: Say, locale: Locale, unit: Unit, { by, share }: Change): string => {
  if (by === 0) return say("figures.change.same");
  const way = by > 0 ? "more" : "less";
  const size = Math.abs(by);
  if (unit === "share" || unit === "points") return say(`figures.change.points-${way}`, { value: number(unit === "share" ? 100 * size : size, locale, 1) });
  if (unit === "score") return say(`figures.change.score-${way}`, { value: number(size, locale, 2) });
  return share === null ? say(`figures.change.${way}`, { value: valueWords(say, locale, unit, size) }) : say(`figures.change.percent-${way}`, { value: number(100 * Math.abs(share), locale, share < 0.1 ? 1 : 0) });
};

/** "1 al 30 de noviembre de 2026", as the language writes a span of days. */
export const periodWords = (locale: Locale, { from, to }: { from: string; to: string }): string => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  const format = new Intl.DateTimeFormat(tags[locale], { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
  return (from === to ? format.format(at(from)) : format.formatRange(at(from), at(to))).replaceAll(/[\u2009\u202f]/g, " ");
};

export const dayInShort = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(tags[locale], { timeZone: "UTC", day: "numeric", month: "short" }).format(new Date(`${day}T12:00:00Z`));
