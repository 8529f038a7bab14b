import type { Locale } from "../../../locale.ts";

/** The service's own day: a desk in Bogotá reads Bogotá's time, wherever its browser stands. */
const timeZone = "America/Bogota";
const tag = (locale: Locale) => (locale === "es" ? "es-CO" : "en");

const written = (iso: string, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tag(locale), { timeZone, ...options }).format(new Date(iso));

export const timeOf = (iso: string, locale: Locale): string => written(iso, locale, { hour: "numeric", minute: "2-digit" });

export const dayOf = (iso: string, locale: Locale): string => written(iso, locale, { weekday: "long", day: "numeric", month: "long" });

export const dateAndTime = (iso: string, locale: Locale): string =>
  written(iso, locale, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });

/** The instant at which a day, or one so many days after it, begins. */
export const beginOf = (day: string, daysAfter = 0): string => new Date(Date.parse(`${day}T00:00:00-05:00`) + daysAfter * 86_400_000).toISOString();

/** "2026-11-23": as a date field holds it. `daysAgo` counts back. */
export const isoDay = (daysAgo = 0): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(Date.now() - daysAgo * 86_400_000);
