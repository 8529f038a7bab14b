import type { Locale } from "../../../../locale.ts";
import { beginOf, isoDay } from "../dates.ts";

const tag = (locale: Locale) => (locale === "es" ? "es-CO" : "en");

/** A day of the law has no hour: it is read at noon of Bogotá. */
const written = (day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tag(locale), { timeZone: "America/Bogota", ...options }).format(new Date(beginOf(day, 0.5)));

/** "2026-12-15" in words, with its year. */
export const dayWords = (day: string, locale: Locale): string => written(day, locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** The same, short: "mar, 15 de dic"; with its year when it is another. */
export const dayShort = (day: string, locale: Locale): string => {
  const other = day.slice(0, 4) !== isoDay().slice(0, 4);
  return written(day, locale, { weekday: "short", day: "numeric", month: "short", ...(other ? { year: "numeric" } : {}) });
};

export const percent = (share: number, locale: Locale): string => share.toLocaleString(tag(locale), { style: "percent", maximumFractionDigits: 0 });
