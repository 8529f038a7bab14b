type Day = { year: number; month: number; day: number; weekday: number };

// Colombia keeps no summer time: always five hours behind UTC.
const behindUtc = 5 * 3_600_000;

/** The day it is in Bogotá at an instant; Sunday is weekday 0. */
export const inBogota = (now: Date): Day => dayOf(new Date(now.getTime() - behindUtc));

/** The ISO day a number of days later. */
export const dayLater = ({ year, month, day }: Day, days: number): string => {
  const later = dayOf(new Date(Date.UTC(year, month - 1, day + days)));
  return isoDay(later.year, later.month, later.day)!;
};

/** The ISO day, or nothing when there is no such day between 1900 and 2100. */
export const realDay = (year: number, month: number, day: number): string | null => {
  const real = dayOf(new Date(Date.UTC(year, month - 1, day)));
  return real.year === year && real.month === month && real.day === day ? isoDay(year, month, day) : null;
};

export const isoDay = (year: number, month: number, day: number): string | null =>
  year < 1900 || year > 2100 ? null : `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const dayOf = (at: Date): Day => (
  { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() }
);
