import { addBusinessDays, addDays, businessDaysBetween, type Day, dayOf, type DaysOff, holidays, instantOf, isBusinessDay, weekday } from "../calendar.ts";
import type { CaseSetup } from "./setup.ts";
import type { CountedDay } from "./types.ts";

/** From a day to a day, both without counting; it has no end yet while `to` is missing. */
export type Pause = { from: Day; to?: Day };

/** What a deadline is made of: the day after `from` is the first that may count. `extra` is what an extension added. */
export type Clock = { from: Day; days: number; extra: number; pauses: readonly Pause[] };

/** Civic days, each with the norm that makes it one. */
export type CivicDays = ReadonlyMap<Day, string>;

/**
 * CPACA, artículo 54: lo que se recibe por medios electrónicos se entiende hecho en término si se registró antes de las
 * doce de la noche, y se radica el siguiente día hábil. In office hours of a business day it is that day.
 */
export const radicadoDay = (filedAt: Date, closes: string, off: DaysOff): Day => {
  const day = dayOf(filedAt);
  const inHours = isBusinessDay(day, off) && filedAt < instantOf(day, closes);
  return inHours ? day : addBusinessDays(day, 1, off);
};

/**
 * CPACA, artículo 15 parágrafo 1: the date and time of an electronic petition are those that the medium records; artículo 54:
 * it is radicado on the next business day. Which of the two days the term is counted from is the agency's reading.
 */
export const countsFrom = (filedAt: Date, radicadoOn: Day, reading: CaseSetup["reading"]): Day =>
  reading === "article-54" ? radicadoOn : dayOf(filedAt);

/**
 * CPACA, artículo 14: «toda petición deberá resolverse dentro de los quince (15) días siguientes a su recepción»; other
 * terms for information, copies and consultations. The day of receipt does not count. Null while the clock stands still.
 */
export const deadline = (clock: Clock, civic: CivicDays): Day | null => computation(clock, civic)?.at(-1)?.day ?? null;

/** Each day from the one it is counted from until the deadline: whether it counts, and why. Null while the clock stands still. */
export const computation = (clock: Clock, civic: CivicDays): CountedDay[] | null => {
  if (clock.pauses.some(({ to }) => to === undefined)) return null;
  const shown: CountedDay[] = [{ day: clock.from, counts: false, why: "from" }];
  let number = 0;
  for (let day = addDays(clock.from, 1); number < clock.days + clock.extra; day = addDays(day, 1)) {
    const off = whyNot(day, clock.pauses, civic);
    if (!off) number++;
    shown.push(off ? { day, counts: false, ...off } : { day, counts: true, why: number > clock.days ? "extended" : "counts", number });
  }
  return shown;
};

/** A business day on which a month ends, or the one after it. */
export const monthAfter = (day: Day, months: number, off: DaysOff): Day => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const ends = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
  return isBusinessDay(ends, off) ? ends : addBusinessDays(ends, 1, off);
};

/** Business days until a deadline: 0 on its day, negative when it is over. */
export const daysLeft = (today: Day, dueOn: Day, off: DaysOff): number => businessDaysBetween(today, dueOn, off);

const whyNot = (day: Day, pauses: readonly Pause[], civic: CivicDays): Pick<CountedDay, "why" | "norm"> | undefined => {
  if (weekday(day) === "sat") return { why: "saturday" };
  if (weekday(day) === "sun") return { why: "sunday" };
  const feasts = holidays(Number(day.slice(0, 4))).get(day);
  if (feasts) return { why: `holiday-${feasts[0]}` };
  const norm = civic.get(day);
  if (norm !== undefined) return { why: "civic", norm };
  return pauses.some(({ from, to }) => from <= day && to !== undefined && day <= to) ? { why: "suspended" } : undefined;
};
