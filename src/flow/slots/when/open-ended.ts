import { clockIn, type Part } from "../clock.ts";
import { date } from "../date.ts";
import { dayLater, inBogota, isoDay } from "../day.ts";
import type { SlotContext } from "../validator.ts";
import type { Wish } from "./wish.ts";

/** Days from, until or between: "después del 10", "antes del viernes", "del 3 al 10 de diciembre", "next week". */
export const openEnded = (text: string, context: SlotContext): Wish | null => {
  const words = text.replace(/\b(de|a)l (?=(?:dia |proximo )?(?:\d|lunes|martes|miercoles|jueves|viernes|sabado|domingo))/gu, "$1 el ");
  const days = twoWeeks(words, context) ?? weekOf(words, context) ?? between(words, context) ?? since(words, context) ?? until(words, context) ?? named(words, context);
  if (!days) return null;
  const part = partOf(words);
  return { ...days, ...(part && { part }) };
};

type Days = Pick<Wish, "from" | "to">;

const dayIn = (text: string, context: SlotContext): string | null => {
  const found = date.find!(withoutClock(text).trim(), context);
  return found ? String(found.value) : null;
};

/** The words for the time of day; a number before them is not a day. */
const withoutClock = (text: string): string =>
  (clockIn(text)?.spans ?? []).reduce((rest, { start, end }) => rest.slice(0, start) + ";".repeat(end - start) + rest.slice(end), text);

const partOf = (text: string): Part | undefined => {
  const clock = clockIn(text);
  if (!clock || clock.hour === undefined) return clock?.part;
  return clock.part ?? ((clock.hour >= 7 && clock.hour < 12) ? "morning" : "afternoon");
};

/** "Esta semana o la otra", "this week or next": from today to the end of the next. */
const twoWeeks = (text: string, context: SlotContext): Days | null => {
  if (!/(?<!\p{L})(?:esta semana (?:o|y) (?:(?:en )?la )?(?:otra|proxima|siguiente|que viene)|this week (?:or|and) (?:the )?(?:next|following))(?!\p{L})/u.test(text)) return null;
  const today = inBogota(context.now);
  return { from: dayLater(today, 0), to: dayLater(today, 13 - (today.weekday + 6) % 7) };
};

/** "La semana del 7", "the week of December 7": its Monday to its Sunday. */
const weekOf = (text: string, context: SlotContext): Days | null => {
  const match = /(?<!\p{L})(?:semana|week) (?:de|of) (?<rest>(?:el |the )?.*\d.*)$/u.exec(text);
  const day = match && dayIn(match.groups!["rest"]!, context);
  if (!day) return null;
  const monday = dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  return { from: monday, to: dayAfter(monday, 6) };
};

const between = (text: string, context: SlotContext): Days | null => {
  const match = /(?<!\p{L})(?:entre|between|de|desde|from) (?<from>.+?) (?:y|and|a|hasta|to|until) (?<to>.+)$/u.exec(text);
  const to = match && dayIn(` ${match.groups!["to"]!}`, context);
  if (!to) return null;
  const first = match.groups!["from"]!;
  const number = /^(?:el |the )?(?:dia )?(\d{1,2})(?:st|nd|rd|th)?$/u.exec(first)?.[1];
  const from = number ? `${to.slice(0, 8)}${number.padStart(2, "0")}` : dayIn(first, context);
  return from && from <= to ? { from, to } : null;
};

const since = (text: string, context: SlotContext): Days | null => {
  const match = /(?<!\p{L})(?:(?<next>despues de|luego de|pasad[oa](?! manana)|after|later than|mas alla de)|no (?:[a-z]+ )?antes de|(?:not|cannot|can't) (?:[a-z]+ )?before|a partir de|desde|from|starting|since|on or after|de (?=el .* en adelante)) ?(?<rest>.+)$/u.exec(text);
  if (!match) return distant(text, context);
  const day = dayIn(match.groups!["rest"]!, context);
  if (!day) return null;
  return { from: match.groups!["next"] ? dayAfter(day, 1) : day };
};

const until = (text: string, context: SlotContext): Days | null => {
  const match = /(?<!\p{L})(?:(?<before>antes de|before|earlier than)|hasta|until|till|by|a mas tardar|no later than|maximo) ?(?<rest>.+)$/u.exec(text);
  const day = match && dayIn(match.groups!["rest"]!, context);
  return day ? { to: match.groups!["before"] ? dayAfter(day, -1) : day } : null;
};

const amounts: Record<string, number> = { un: 1, una: 1, one: 1, a: 1, dos: 2, two: 2, tres: 3, three: 3, cuatro: 4, four: 4, ocho: 8, quince: 15, unos: 3, unas: 2, few: 3 };

/** "En dos semanas", "in 15 days": from that day on. */
const distant = (text: string, { now }: SlotContext): Days | null => {
  const match = /(?<!\p{L})(?:en|dentro de|in|within) (?:a )?(\d{1,2}|[a-z]+) (dias?|semanas?|mes|meses|days?|weeks?|months?)(?!\p{L})/u.exec(text);
  const count = match && (Number(match[1]) || amounts[match[1]!]);
  if (!match || !count) return null;
  const days = /^(?:sem|week)/.test(match[2]!) ? 7 : /^(?:mes|month)/.test(match[2]!) ? 30 : 1;
  return { from: dayLater(inBogota(now), count * days) };
};

/** Weeks and months by their name. */
const named = (text: string, { now }: SlotContext): Days | null => {
  const today = inBogota(now);
  const monday = 1 - ((today.weekday + 6) % 7 + 1);
  const span = (from: number, to: number): Days => ({ from: dayLater(today, from), to: dayLater(today, to) });
  if (/(?:proxima|otra|siguiente) semana|semana (?:que viene|entrante|proxima|siguiente)|next week/.test(text)) return span(monday + 7, monday + 13);
  const next = /(?:proximos|siguientes|next) (\d{1,2}|[a-z]+) (?:dias|days?)/.exec(text);
  if (next) return span(0, Number(next[1]) || amounts[next[1]!] || 3);
  if (/fin de semana|weekend/.test(text)) return span(Math.max(0, monday + 5), monday + 6);
  if (/esta (?:misma )?semana|this (?:same |very )?week/.test(text)) return span(0, monday + 6);
  if (/(?:proximo|otro|siguiente) mes|mes (?:que viene|entrante|proximo|siguiente)|next month/.test(text)) return month(today.year, today.month + 1, text);
  if (/(?:este|de el) mes|this month|fin(?:es|ales)? de mes|end of the month/.test(text)) return { ...month(today.year, today.month, text), ...(/fin|end/.test(text) ? {} : { from: dayLater(today, 0) }) };
  const at = months.findIndex((names) => names.some((name) => new RegExp(`(?<!\\d ?)(?:en|in|de|of|para|during|durante|early|late|mid) ${name}(?!\\p{L})`, "u").test(text)));
  if (at < 0 || /\d/.test(withoutClock(text).replace(/\b20\d\d\b/, ""))) return null;
  return month(at + 1 < today.month ? today.year + 1 : today.year, at + 1, text);
};

const months = [
  ["enero", "january"], ["febrero", "february"], ["marzo", "march"], ["abril", "april"], ["mayo", "may"], ["junio", "june"], ["julio", "july"],
  ["agosto", "august"], ["septiembre", "setiembre", "september"], ["octubre", "october"], ["noviembre", "november"], ["diciembre", "december"],
];

const weeks = [/(?:primera?|1a|first|1st) (?:semana|week)/, /(?:segunda|2a|second|2nd) (?:semana|week)/, /(?:tercera?|3a|third|3rd) (?:semana|week)/];

/** A month, a week of it, or its first, second or last part. */
const month = (year: number, number: number, text: string): Days => {
  const first = new Date(Date.UTC(year, number - 1, 1));
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const week = weeks.findIndex((pattern) => pattern.test(text));
  const [from, to] = week >= 0 ? [week * 7 + 1, week * 7 + 7] : /ultima semana|last week/.test(text) ? [last - 6, last] : /principio|comienzo|inicio|early|beginning|start of/.test(text) ? [1, 10]
    : /mediados|mitad|mid/.test(text) ? [10, 20] : /fin(?:es|al|ales)? de|late|end of/.test(text) ? [20, last] : [1, last];
  const day = (n: number) => isoDay(first.getUTCFullYear(), first.getUTCMonth() + 1, n)!;
  return { from: day(from), to: day(to) };
};

const dayAfter = (day: string, days: number): string => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
};
