import type { Locale } from "../../locale.ts";
import type { Indicator, Period, Unit } from "../../metrics/types.ts";
import type { Texts } from "../../text.ts";

const tongues = { es: "es-CO", en: "en" } as const;

/** In what the groups of a figure are told: of a score how often each was given, of a difference the shares that it lies between. */
export const unitOfRows = ({ unit }: Pick<Indicator, "unit">): Unit => (unit === "score" ? "count" : unit === "points" ? "share" : unit);

/** A figure as people read it. */
export const inWords = (texts: Texts, locale: Locale, unit: Unit, value: number | null): string => {
  if (value === null) return texts.text("rendicion.value.none", locale);
  return texts.text(`rendicion.value.${unit}`, locale, { value: number(locale, unit === "share" ? 100 * value : value, unit === "count" || unit === "milliseconds" ? 0 : 1) });
};

export const number = (locale: Locale, value: number, digits = 0): string => new Intl.NumberFormat(tongues[locale], { maximumFractionDigits: digits }).format(value);

/** "16-22 de noviembre de 2026". */
export const periodInWords = (locale: Locale, { from, to }: Period): string => {
  const format = new Intl.DateTimeFormat(tongues[locale], { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  return (from === to ? format.format(at(from)) : format.formatRange(at(from), at(to))).replaceAll("\u2009", " ");
};
