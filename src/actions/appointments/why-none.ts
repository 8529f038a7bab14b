import type { Appointments } from "../../appointments/appointments.ts";
import { dayNames, type Wish } from "../../flow/slots/when/wish.ts";
import type { Param, Utterance } from "../../flow/types.ts";
import { clockAt, officeOf } from "./shown.ts";

type Asked = { appointments: Appointments; service: string; office: string; now: Date };

export const whyNoneTexts = ["holiday", "day", "weekdays", "open", "released"].map((key) => `booking.closed.${key}`)
  .concat(dayNames.map((name) => `booking.days.${name}`), ["booking.days.and"]);

/** Why there is nothing on the day, or the days of the week, that were wished for; undefined where it is open then. */
export const whyNone = (asked: Asked, wish: Wish): Utterance | undefined => closedDay(asked, wish) ?? closedWeekdays(asked, wish) ?? notYet(asked, wish);

const closedDay = ({ appointments, service, office, now }: Asked, { from, to }: Wish): Utterance | undefined => {
  const closed = from !== undefined && from === to ? appointments.closed(service, office, from, now) : undefined;
  if (!closed) return undefined;
  const day = { date: from! };
  switch (closed.why) {
    case "holiday": return { key: "booking.closed.holiday", params: { day, holiday: { key: `case.holiday.${closed.names[0]!}` } } };
    case "weekday": return { key: "booking.closed.weekdays", params: { days: daysShown([dayNames[new Date(`${from!}T00:00:00Z`).getUTCDay()]!]) } };
    case "day": return { key: "booking.closed.day", params: { day, office: officeOf(appointments, office) } };
    default: return closed satisfies never;
  }
};

const closedWeekdays = ({ appointments, service, office, now }: Asked, { only }: Wish): Utterance | undefined => {
  const open = appointments.weekdays(service, office, now);
  return only && open.length > 0 && !only.some((day) => open.includes(day)) ? { key: "booking.closed.weekdays", params: { days: daysShown(only) } } : undefined;
};

/** Days that nobody can book yet. */
const notYet = ({ appointments, service, office, now }: Asked, { from }: Wish): Utterance | undefined => {
  const release = from === undefined ? undefined : appointments.releaseFrom(service, office, from, now);
  return release && { key: "booking.closed.released", params: { from: { date: release.from }, to: { date: release.to }, day: { date: release.at.toISOString() }, time: clockAt(release.at) } };
};

/** "Saturdays and Sundays". */
export const daysShown = ([first, second, ...more]: readonly (typeof dayNames)[number][]): Param => {
  const name = { key: `booking.days.${first!}` };
  return second ? { key: "booking.days.and", params: { first: name, second: daysShown([second, ...more]) } } : name;
};
