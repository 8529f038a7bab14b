import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from "ical-generator";
import { DateTime } from "luxon";
import { tzlib_get_ical_block as blocksOf } from "timezones-ical-library";
import type { Booking, Office } from "./types.ts";

/** What the event says, in the language of its citizen. */
export type EventWords = { summary: string; description: string; location: string; alarm: string };

const alarmHours = [24, 2];

/**
 * A booking as a calendar file (RFC 5545): the same UID all its life, a SEQUENCE that grows with each change, the office's
 * own clock with its VTIMEZONE, two alarms. That of a cancelled booking takes the event off the calendar (METHOD:CANCEL).
 */
export const calendarFile = (booking: Booking, office: Office | undefined, words: EventWords, now: Date): string => {
  const zone = office?.zone ?? "America/Bogota";
  const isOff = booking.state === "cancelled";
  const calendar = ical({ prodId: { company: "Ventanilla", product: "Citas", language: booking.locale.toUpperCase() }, method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH });
  calendar.timezone({ name: null, generator: (name) => blocksOf(name)[0]! });
  const event = calendar.createEvent({
    id: booking.uid, sequence: booking.sequence, stamp: DateTime.fromJSDate(now),
    start: DateTime.fromJSDate(booking.opening.startsAt, { zone }), end: DateTime.fromJSDate(booking.opening.endsAt, { zone }), timezone: zone,
    summary: words.summary, description: words.description,
    location: { title: words.location, ...(office?.address ? { address: office.address[booking.locale] } : {}), ...(office?.map ? { geo: office.map } : {}) },
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, busystatus: ICalEventBusyStatus.BUSY,
  });
  if (!isOff) for (const hours of alarmHours) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: hours * 3600, description: words.alarm });
  return calendar.toString();
};
