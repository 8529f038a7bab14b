import type { Locale } from "../../../../locale.ts";
import { beginOf, dayOf } from "../dates.ts";

/** "2026-12-15" in words. A day of the law has no hour: it is read at noon of Bogotá. */
export const dayWords = (day: string, locale: Locale): string => dayOf(beginOf(day, 0.5), locale);

const tag = (locale: Locale) => (locale === "es" ? "es-CO" : "en");

/** The same, short: "mar, 15 de dic". */
export const dayShort = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tag(locale), { timeZone: "America/Bogota", weekday: "short", day: "numeric", month: "short" }).format(new Date(beginOf(day, 0.5)));

export const percent = (share: number, locale: Locale): string => share.toLocaleString(tag(locale), { style: "percent", maximumFractionDigits: 0 });
