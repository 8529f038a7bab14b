import { addDays, type Day, weekday, weekdays } from "../calendar.ts";
import type { Step } from "../metrics/indicators.ts";
import type { Period } from "../metrics/types.ts";
import type { Comparison, Span } from "./types.ts";

type Unit = "week" | "month" | "quarter" | "year";

/** The days that a period by name has today; one that is not over ends with today. */
export const periodOf = (period: Span | Period, today: Day): Period => {
  if (typeof period !== "string") return period;
  const [, which, unit] = /^(this|last)-(week|month|quarter|year)$/.exec(period) ?? [];
  if (unit === undefined) return daysOf(period, today);
  const first = firstOf(unit as Unit, today);
  return which === "this" ? { from: first, to: today } : { from: before(unit as Unit, first), to: addDays(first, -1) };
};

const daysOf = (span: Span, today: Day): Period => {
  if (span === "today") return { from: today, to: today };
  const count = span === "yesterday" ? 1 : Number(/\d+/.exec(span)![0]);
  return { from: addDays(today, -count), to: addDays(today, -1) };
};

/**
 * What a period is compared with. previous: a named week, month, quarter or year with the one before it, up to the same day
 * where it is not over; whole months with as many whole months before them, other days with as many days. year: the same dates a year before; days and weeks 52 weeks before,
 * so that Mondays are compared with Mondays.
 */
export const againstOf = (period: Span | Period, against: Comparison, today: Day): Period | null => {
  const days = periodOf(period, today);
  switch (against) {
    case "none": return null;
    case "previous": return previous(period, days);
    case "year": return isOfDays(period) ? { from: addDays(days.from, -364), to: addDays(days.to, -364) } : { from: yearBefore(days.from), to: lastYearsEnd(days.to) };
    default: return against satisfies never;
  }
};

const isOfDays = (period: Span | Period): boolean => typeof period === "string" && !/(month|quarter|year)$/.test(period);

const previous = (period: Span | Period, { from, to }: Period): Period => {
  const unit = typeof period === "string" ? /(week|month|quarter|year)$/.exec(period)?.[1] : undefined;
  const length = lengthOf({ from, to });
  if (unit === undefined) return { from: isOfMonths({ from, to }) ? monthsBefore({ from, to }) : addDays(from, -length), to: addDays(from, -1) };
  const first = before(unit as Unit, from);
  const [end, same] = [addDays(from, -1), addDays(first, length - 1)];
  return { from: first, to: (period as string).startsWith("this") && same < end ? same : end };
};

const isOfMonths = ({ from, to }: Period): boolean => from.slice(8) === "01" && addDays(to, 1).slice(8) === "01";

const monthsBefore = ({ from, to }: Period): Day => {
  const month = (day: Day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return dayAt(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - (month(addDays(to, 1)) - month(from)), 1);
};

/** How many days a period has. */
export const lengthOf = ({ from, to }: Period): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** In what parts a period is told over time: some dozens of them at most. */
export const stepOf = (period: Period): Step => {
  const days = lengthOf(period);
  if (days <= 31) return "day";
  if (days <= 190) return "week";
  return days <= 1100 ? "month" : "quarter";
};

const firstOf = (unit: Unit, day: Day): Day => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  switch (unit) {
    case "week": return addDays(day, -weekdays.indexOf(weekday(day)));
    case "month": return `${day.slice(0, 7)}-01`;
    case "quarter": return dayAt(year, month - ((month - 1) % 3), 1);
    case "year": return `${day.slice(0, 4)}-01-01`;
    default: return unit satisfies never;
  }
};

/** The first day of the unit before the one that begins with `first`. */
const before = (unit: Unit, first: Day): Day => firstOf(unit, addDays(first, -1));

/** 29 February has 28 February a year before. */
const yearBefore = (day: Day): Day => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return dayAt(year - 1, month, Math.min(date, daysIn(year - 1, month)));
};

/** The end of a month has the end of the month a year before. */
const lastYearsEnd = (day: Day): Day => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return addDays(day, 1).slice(8) === "01" ? dayAt(year - 1, month, daysIn(year - 1, month)) : yearBefore(day);
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const dayAt = (year: number, month: number, date: number): Day => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
