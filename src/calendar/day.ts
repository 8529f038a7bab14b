/** A day of the calendar in Colombia: "2026-11-23". Days compare as text. */
export type Day = string;

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

const MS_A_DAY = 86_400_000;

/** Colombia is five hours behind UTC the whole year; it has moved no clock since 1993. */
const BOGOTA_MS = -5 * 3_600_000;

/** Whether a text is a day that exists: not "2026-02-30". */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && toDay(instant / MS_A_DAY) === text;
};

/** The day that it is in Colombia at an instant. */
export const dayOf = (instant: Date): Day => toDay(Math.floor((instant.getTime() + BOGOTA_MS) / MS_A_DAY));

/** The instant of a time of day in Colombia, "00:00" to "24:00". Throws on a wrong day or time. */
export const instantOf = (day: Day, time: string): Date =>
  new Date(toNumber(day) * MS_A_DAY + minutesOf(time) * 60_000 - BOGOTA_MS);

export const addDays = (day: Day, count: number): Day => toDay(toNumber(day) + count);

export const weekday = (day: Day): Weekday => weekdays[(((toNumber(day) + 3) % 7) + 7) % 7]!;

/** Minutes since midnight: "08:30" → 510. */
export const minutesOf = (time: string): number => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (!(total <= 24 * 60) || Number(minutes) > 59) throw new Error(`"${time}" is not a time of day: write "08:00", up to "24:00"`);
  return total;
};

/** Days since 1970-01-01, a Thursday. */
const toNumber = (day: Day): number => {
  if (!isDay(day)) throw new Error(`"${day}" is not a day: write "2026-11-23"`);
  return Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;
};

const toDay = (number: number): Day => new Date(number * MS_A_DAY).toISOString().slice(0, 10);
