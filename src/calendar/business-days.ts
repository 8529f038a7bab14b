import { addDays, type Day, weekday } from "./day.ts";
import { isHoliday } from "./holidays.ts";

/** Days without work beside the holidays of the law: civic days of an agency. */
export type DaysOff = Pick<ReadonlySet<Day>, "has">;

const none: DaysOff = new Set<Day>();

/** Monday to Friday, no day of rest by law and none of `off`. */
export const isBusinessDay = (day: Day, off: DaysOff = none): boolean =>
  weekday(day) !== "sat" && weekday(day) !== "sun" && !isHoliday(day) && !off.has(day);

/**
 * The day on which `count` business days have passed: the next business day is the first of them. `count` 0 gives the
 * day itself; a negative one goes back. Throws unless `count` is whole.
 */
export const addBusinessDays = (day: Day, count: number, off: DaysOff = none): Day => {
  if (!Number.isInteger(count)) throw new Error(`addBusinessDays: ${count} is not a whole number of days`);
  const direction = Math.sign(count);
  let end = day;
  for (let left = Math.abs(count); left > 0; ) {
    end = addDays(end, direction);
    if (isBusinessDay(end, off)) left--;
  }
  return end;
};

/** How many business days come after `from` up to and with `to`; negative when `to` is earlier. */
export const businessDaysBetween = (from: Day, to: Day, off: DaysOff = none): number => {
  if (to < from) return -businessDaysBetween(addDays(to, -1), addDays(from, -1), off);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBusinessDay(day, off)) count++;
  return count;
};
