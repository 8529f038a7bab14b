import { addDays, type Day, weekday } from "./day.ts";
import { isHoliday } from "./holidays.ts";

/** Monday to Friday, and no day of rest by law. */
export const isBusinessDay = (day: Day): boolean =>
  weekday(day) !== "sat" && weekday(day) !== "sun" && !isHoliday(day);

/**
 * The day on which `count` business days have passed: the next business day is the first of them. `count` 0 gives the
 * day itself; a negative one goes back. Throws unless `count` is whole.
 */
export const addBusinessDays = (day: Day, count: number): Day => {
  if (!Number.isInteger(count)) throw new Error(`addBusinessDays: ${count} is not a whole number of days`);
  const direction = Math.sign(count);
  let end = day;
  for (let left = Math.abs(count); left > 0; ) {
    end = addDays(end, direction);
    if (isBusinessDay(end)) left--;
  }
  return end;
};

/** How many business days come after `from` up to and with `to`; negative when `to` is earlier. */
export const businessDaysBetween = (from: Day, to: Day): number => {
  if (to < from) return -businessDaysBetween(addDays(to, -1), addDays(from, -1));
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBusinessDay(day)) count++;
  return count;
};
