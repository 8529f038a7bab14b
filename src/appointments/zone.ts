import { DateTime } from "luxon";
import type { Day } from "../calendar.ts";

/** Whether a name is a time zone that this machine knows. */
export const isZone = (zone: string): boolean => DateTime.now().setZone(zone).isValid;

/** The instant at which an office's clock shows a time; where the clock jumps over it, the next one that it shows. */
export const instantIn = (zone: string, day: Day, time: string): Date => {
  const key = `${day} ${time} ${zone}`;
  const known = remembered.get(key) ?? computed(zone, day, time);
  if (remembered.size < mostRemembered) remembered.set(key, known);
  return new Date(known);
};

/** Counters share their times: a plan asks for each of them again and again. */
const remembered = new Map<string, number>();
const mostRemembered = 50_000;

const computed = (zone: string, day: Day, time: string): number => {
  const { year, month, day: date } = DateTime.fromISO(day);
  const [hour, minute] = time.split(":").map(Number);
  return DateTime.fromObject({ year, month, day: date }, { zone }).set({ hour: hour!, minute: minute! }).toMillis();
};

export const dayIn = (zone: string, instant: Date): Day => DateTime.fromJSDate(instant, { zone }).toISODate()!;

/** "14:30" */
export const timeIn = (zone: string, instant: Date): string => DateTime.fromJSDate(instant, { zone }).toFormat("HH:mm");
