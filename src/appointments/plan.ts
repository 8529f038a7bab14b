import { addDays, type Day, type Holiday, holidays, isHoliday, type Span, type Weekday, weekday, weekdays } from "../calendar.ts";
import type { Counter, Office, Release, ReleaseTold } from "./types.ts";
import { dayIn, instantIn, timeIn } from "./zone.ts";

export type Planned = {
  office: string; counter: string; startsAt: Date; endsAt: Date; day: Day; time: string; visibleFrom: Date; closesAt: Date; capacity: number;
};

/** Openings stand in the database so long before they can be seen. */
const preparedDays = 8;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** The openings that offices should have by their hours: all that can be seen by `now`, and in the days after it. */
export const plan = (offices: readonly Office[], now: Date): Planned[] => {
  const until = new Date(now.getTime() + preparedDays * 24 * hourMs);
  return offices.flatMap((office) => office.counters.flatMap((counter) =>
    openDays(office, counter, now)
      .filter((day) => releaseOf(office, counter, day) <= until)
      .flatMap((day) => openingsOn(office, counter, day).filter(({ startsAt }) => startsAt > now))));
};

/** When the openings of a day are released. */
export const releaseOf = ({ zone }: Pick<Office, "zone">, { release }: Pick<Counter, "release">, day: Day): Date => {
  if (release.kind === "ahead") return instantIn(zone, addDays(day, -release.days), release.time);
  return instantIn(zone, addDays(mondayOf(day), weekdays.indexOf(release.weekday) - 7 * release.weeksBefore), release.time);
};

export const mondayOf = (day: Day): Day => addDays(day, -weekdays.indexOf(weekday(day)));

/** The next release of any of these counters, and the days that it opens. */
export const nextReleaseOf = (given: readonly { office: Office; counter: Counter }[], now: Date): ReleaseTold | undefined => {
  const coming = given.flatMap(({ office, counter }) => {
    const days = openDays(office, counter, now).map((day) => ({ day, at: visibleFrom(office, counter, day) })).filter(({ at }) => at > now);
    const first = days[0];
    if (!first) return [];
    const together = days.filter(({ at }) => +at === +first.at);
    return [{ office: office.id, at: first.at, from: first.day, to: together.at(-1)!.day }];
  });
  return coming.toSorted((a, b) => +a.at - +b.at)[0];
};

/** Why an office attends nobody on a day. */
export type Closed = { why: "holiday"; names: readonly Holiday[] } | { why: "weekday" } | { why: "day" };

/** Why a counter attends nobody on a day; undefined where it is open. */
export const closedOn = (office: Office, counter: Counter, day: Day): Closed | undefined => {
  if ((office.dates && (day < office.dates.from || day > office.dates.to))) return { why: "day" };
  if (spansOf(office, counter, day).length > 0) return undefined;
  if (!opensOn(counter, weekday(day))) return { why: "weekday" };
  const names = office.holidays ? holidays(Number(day.slice(0, 4))).get(day) : undefined;
  return names ? { why: "holiday", names } : { why: "day" };
};

/** Whether a counter attends on this day of the week at all. */
export const opensOn = ({ hours: { week } }: Pick<Counter, "hours">, day: Weekday): boolean => (week[day] ?? []).length > 0;

const mostAhead = 400;

/** When the openings of the first open day from `from` on can be seen, where they cannot yet, and the days that come with it. */
export const releaseFrom = (office: Office, counter: Counter, from: Day, now: Date): ReleaseTold | undefined => {
  const isOpenOn = (day: Day): boolean => closedOn(office, counter, day) === undefined;
  const days = Array.from({ length: mostClosed }, (_, i) => addDays(from, i));
  const first = days.find(isOpenOn);
  if (first === undefined || first > addDays(dayIn(office.zone, now), mostAhead)) return undefined;
  const at = visibleFrom(office, counter, first);
  if (at <= now) return undefined;
  const to = Array.from({ length: 7 }, (_, i) => addDays(first, i)).filter((day) => isOpenOn(day) && +visibleFrom(office, counter, day) === +at).at(-1)!;
  return { office: office.id, at, from: first, to };
};

/** So many days in a row at most nobody is attended. */
const mostClosed = 31;

/** Who was drawn has a day to answer; only then what is left can be seen by everybody. */
export const drawnOfferHours = 24;

export const visibleFrom = (office: Office, counter: Counter, day: Day): Date => {
  const released = releaseOf(office, counter, day);
  const isDrawn = counter.release.kind === "weekly" && counter.release.drawHours !== undefined;
  return isDrawn ? new Date(released.getTime() + drawnOfferHours * hourMs) : released;
};

/** The days from today on at which a counter is open, as far as its releases reach. */
const openDays = (office: Office, counter: Counter, now: Date): Day[] => {
  const today = dayIn(office.zone, now);
  const last = addDays(today, reach(counter.release) + preparedDays);
  const [from, to] = [later(today, office.dates?.from), office.dates && office.dates.to < last ? office.dates.to : last];
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (spansOf(office, counter, day).length > 0) days.push(day);
  return days;
};

const reach = (release: Release): number => (release.kind === "ahead" ? release.days : 7 * (release.weeksBefore + 1));

const later = (a: Day, b: Day = a): Day => (a > b ? a : b);

/** An exception goes before a holiday, a holiday before the week. */
const spansOf = (office: Office, { hours: { week, exceptions = [] } }: Counter, day: Day): readonly Span[] => {
  const exception = exceptions.find(({ from, to = from }) => from <= day && day <= to);
  if (exception) return exception.spans;
  return office.holidays && isHoliday(day) ? [] : (week[weekday(day)] ?? []);
};

const openingsOn = (office: Office, counter: Counter, day: Day): Planned[] => {
  const spans = spansOf(office, counter, day);
  const visible = visibleFrom(office, counter, day);
  return spans.flatMap(([from, until]) => {
    const [begin, end] = [instantIn(office.zone, day, from), instantIn(office.zone, day, until)];
    const step = counter.minutes * minuteMs;
    // On a day when the clock jumps between them, each time is asked of the zone.
    const isEven = +end - +begin === (minutesOf(until) - minutesOf(from)) * minuteMs;
    return Array.from({ length: Math.max(0, Math.floor((+end - +begin) / step)) }, (_, i) => {
      const startsAt = new Date(+begin + i * step);
      const time = isEven ? clock(minutesOf(from) + i * counter.minutes) : timeIn(office.zone, startsAt);
      return {
        office: office.id, counter: counter.id, startsAt, endsAt: new Date(+startsAt + step), day, time,
        visibleFrom: visible, closesAt: new Date(+startsAt - counter.leadHours * hourMs), capacity: counter.seats,
      };
    });
  });
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
