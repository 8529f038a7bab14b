import type { Locale } from "../../locale.ts";
import { flat } from "../../flow/slots/flat.ts";

const zone = "America/Bogota";
const dayMs = 86_400_000;

/** "El jueves pasado" with the day that it means in brackets; other words as they are. `now`: when it was written. */
export const withDay = (span: string, locale: Locale, now: Date): string => {
  const days = daysAgo(flat(span), now);
  if (days === undefined) return span;
  const day = new Intl.DateTimeFormat(locale === "es" ? "es-CO" : "en-GB", { dateStyle: "long", timeZone: zone }).format(new Date(now.getTime() - days * dayMs));
  return `${span} (${day})`;
};

const daysAgo = (span: string, now: Date): number | undefined => {
  if (/\d{1,2} (?:de |of )?\p{L}{3,}|20\d\d/u.test(span)) return undefined;
  const fixed = near.find(([words]) => words.test(span));
  if (fixed) return fixed[1];
  const weekday = weekdays.findIndex((names) => names.some((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u").test(span)));
  if (weekday < 0) return undefined;
  const today = weekdays.findIndex(([, name]) => name === new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: zone }).format(now).toLowerCase());
  const ago = (today - weekday + 7) % 7 || 7;
  const day = /(?<!\d)\d{1,2}(?!\d|:)/.exec(span)?.[0];
  return day === undefined ? ago : agoOnDay(Number(day), ago, now);
};

/** The last such weekday that is this day of a month, of eight weeks; none where no month fits. */
const agoOnDay = (day: number, first: number, now: Date): number | undefined =>
  Array.from({ length: 8 }, (_, week) => first + 7 * week).concat(first - 7)
    .find((ago) => ago >= 0 && Number(new Intl.DateTimeFormat("en-GB", { day: "numeric", timeZone: zone }).format(new Date(now.getTime() - ago * dayMs))) === day);

const near: [RegExp, number][] = [[/^(?:anteayer|antier)/, 2], [/^(?:ayer|anoche|yesterday|last night)/, 1], [/^(?:hoy|today|this morning)/, 0]];
const weekdays = [["domingo", "sunday"], ["lunes", "monday"], ["martes", "tuesday"], ["miercoles", "wednesday"], ["jueves", "thursday"], ["viernes", "friday"], ["sabado", "saturday"]];
