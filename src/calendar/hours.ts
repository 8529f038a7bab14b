import { addDays, type Day, dayOf, instantOf, weekday, type Weekday } from "./day.ts";
import { isHoliday } from "./holidays.ts";

/** Open from one time of day until just before another: ["08:00", "12:00"]. Midnight at the end is "24:00". */
export type Span = readonly [from: string, until: string];

/**
 * When an office is open. A weekday that is not named is closed, and so is every holiday; an exception says otherwise
 * for its days, first one first, and an exception without spans closes them.
 */
export type Hours = {
  week: Partial<Record<Weekday, readonly Span[]>>;
  exceptions?: readonly { from: Day; to?: Day; spans: readonly Span[] }[];
};

/** The spans in which an office is open on a day, earliest first. */
export const spansOn = (day: Day, { week, exceptions = [] }: Hours): readonly Span[] => {
  const exception = exceptions.find(({ from, to = from }) => from <= day && day <= to);
  const spans = exception?.spans ?? (isHoliday(day) ? [] : (week[weekday(day)] ?? []));
  return spans.toSorted(([a], [b]) => (a < b ? -1 : 1));
};

export const isOpen = (instant: Date, hours: Hours): boolean =>
  opensOn(dayOf(instant), hours).some(({ from, until }) => from <= instant && instant < until);

/** The instant itself when the office is open, else when it opens next; undefined when it stays closed for a year. */
export const nextOpening = (instant: Date, hours: Hours): Date | undefined => {
  for (let day = dayOf(instant), looked = 0; looked <= 366; day = addDays(day, 1), looked++) {
    const open = opensOn(day, hours).find(({ from, until }) => from < until && instant < until);
    if (open) return open.from > instant ? open.from : instant;
  }
  return undefined;
};

/** Minutes in which the office was open between two instants, with fractions; 0 when the second is earlier. */
export const businessMinutesBetween = (from: Date, to: Date, hours: Hours): number => {
  let ms = 0;
  const last = dayOf(to);
  for (let day = dayOf(from); day <= last; day = addDays(day, 1)) {
    for (const open of opensOn(day, hours)) {
      ms += Math.max(0, Math.min(+open.until, +to) - Math.max(+open.from, +from));
    }
  }
  return ms / 60_000;
};

/** Spans as instants; those that touch or overlap are one, so that no minute counts twice. */
const opensOn = (day: Day, hours: Hours): { from: Date; until: Date }[] => {
  const merged: { from: Date; until: Date }[] = [];
  for (const [start, end] of spansOn(day, hours)) {
    const [from, until] = [instantOf(day, start), instantOf(day, end)];
    if (until < from) throw new Error(`hours: "${start}" to "${end}" ends before it begins; split it at "24:00"`);
    const before = merged.at(-1);
    if (before && from <= before.until) before.until = until > before.until ? until : before.until;
    else merged.push({ from, until });
  }
  return merged;
};
