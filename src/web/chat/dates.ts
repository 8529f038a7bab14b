import type { Locale } from "../../locale.ts";
import type { Say } from "./words.ts";

const tag = (locale: Locale) => (locale === "es" ? "es-CO" : "en");

export const clock = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tag(locale), { hour: "numeric", minute: "2-digit" }).format(at);

export const fullDate = (at: Date, locale: Locale): string => new Intl.DateTimeFormat(tag(locale), { dateStyle: "long" }).format(at);

/** "Hoy", "Ayer", or the date. */
export const dayName = (at: Date, locale: Locale, say: Say): string => {
  const days = Math.round((midnight(new Date()) - midnight(at)) / 86_400_000);
  if (days === 0) return say("day.today");
  if (days === 1) return say("day.yesterday");
  return fullDate(at, locale);
};

export const sameDay = (a: Date, b: Date): boolean => midnight(a) === midnight(b);

/** A published date as exact as it is known: "2014" · "julio de 2015" · "29 de agosto de 2025". */
export const published = (iso: string, locale: Locale): string => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso) ?? [];
  if (!year || !month) return iso;
  const at = new Date(Number(year), Number(month) - 1, Number(day ?? 1));
  if (day) return fullDate(at, locale);
  return new Intl.DateTimeFormat(tag(locale), { year: "numeric", month: "long" }).format(at);
};

const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
