import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, test } from "vitest";
import { calendarFile, type EventWords } from "../../src/appointments/ical.ts";
import type { Booking, Office } from "../../src/appointments/types.ts";
import { instantIn } from "../../src/appointments/zone.ts";

const now = new Date("2026-11-23T15:00:00Z");
const words: EventWords = { summary: "Cita: pasaporte; cédula, niño \\ 1", description: "Línea uno\nLínea dos, con coma", location: "Consulado (demostración)", alarm: "Tiene una cita" };

const office = (zone: string): Office => ({
  id: "x", kind: "consulate", name: { es: "Consulado", en: "Consulate" }, demonstration: true, place: { es: "x", en: "x" }, zone, holidays: false, counters: [],
});

const bookingAt = (startsAt: Date, more: Partial<Booking> = {}): Booking => ({
  id: "7", number: "A000007-AB", service: "pasaporte", state: "booked", changesLeft: 2, sequence: 0, uid: "3f0c7c1e-uid", locale: "es",
  opening: { id: "1", office: "x", counter: "c", startsAt, endsAt: new Date(startsAt.getTime() + 30 * 60_000), day: "2027-03-14", time: "09:00" }, ...more,
});

const withIcalJs = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const component = calendar.getFirstSubcomponent("vevent")!;
  const event = new ICAL.Event(component);
  const alarms = component.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger")));
  ICAL.TimezoneService.reset();
  return { calendar, event, alarms, start: event.startDate.toJSDate(), end: event.endDate.toJSDate(), zone: event.startDate.zone.tzid };
};

const withNodeIcal = (file: string) => {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter((part) => part?.type === "VEVENT");
  return events[0] as unknown as { start: Date; end: Date; uid: string; sequence: string; summary: string; description: string; status: string; method: string };
};

/** Days and hours of the office's clock, around each change of the clocks. */
const cases: [zone: string, day: string, time: string, instant: string][] = [
  ["America/Bogota", "2026-12-01", "14:00", "2026-12-01T19:00:00Z"],
  ["America/Bogota", "2027-03-28", "08:30", "2027-03-28T13:30:00Z"],
  ["Europe/Madrid", "2026-10-23", "09:00", "2026-10-23T07:00:00Z"],
  ["Europe/Madrid", "2026-10-26", "09:00", "2026-10-26T08:00:00Z"],
  ["Europe/Madrid", "2027-03-26", "10:30", "2027-03-26T09:30:00Z"],
  ["Europe/Madrid", "2027-03-28", "10:30", "2027-03-28T08:30:00Z"],
  ["America/New_York", "2026-10-30", "09:00", "2026-10-30T13:00:00Z"],
  ["America/New_York", "2026-11-02", "09:00", "2026-11-02T14:00:00Z"],
  ["America/New_York", "2027-03-12", "16:30", "2027-03-12T21:30:00Z"],
  ["America/New_York", "2027-03-14", "16:30", "2027-03-14T20:30:00Z"],
];

describe("a calendar file", () => {
  test.each(cases)("%s %s %s is %s in both libraries", (zone, day, time, instant) => {
    const startsAt = instantIn(zone, day, time);
    const file = calendarFile(bookingAt(startsAt), office(zone), words, now);
    const [one, two] = [withIcalJs(file), withNodeIcal(file)];
    expect(one.start.toISOString()).toBe(new Date(instant).toISOString());
    expect(one.end.getTime() - one.start.getTime()).toBe(30 * 60_000);
    expect(one.zone).toBe(zone);
    expect(two.start.toISOString()).toBe(new Date(instant).toISOString());
    expect(two.end.getTime() - two.start.getTime()).toBe(30 * 60_000);
    expect(file).toContain(`DTSTART;TZID=${zone}:${day.replaceAll("-", "")}T${time.replace(":", "")}00\r\n`);
  });

  test("says the same words in both libraries, and reminds twice", () => {
    const file = calendarFile(bookingAt(now), office("Europe/Madrid"), words, now);
    const [one, two] = [withIcalJs(file), withNodeIcal(file)];
    expect([one.event.summary, one.event.description]).toEqual([words.summary, words.description]);
    expect([two.summary, two.description]).toEqual([words.summary, words.description]);
    expect(one.alarms).toEqual(["-P1D", "-PT2H"]);
  });

  test("is the same event after a change, and a newer one", () => {
    const [before, after] = [0, 1].map((sequence) => withIcalJs(calendarFile(bookingAt(now, { sequence }), office("Europe/Madrid"), words, now)).event);
    expect(after!.uid).toBe(before!.uid);
    expect([before!.sequence, after!.sequence]).toEqual([0, 1]);
  });

  test("takes the event away when the booking was cancelled", () => {
    const file = calendarFile(bookingAt(now, { state: "cancelled", sequence: 2 }), office("Europe/Madrid"), words, now);
    const [one, two] = [withIcalJs(file), withNodeIcal(file)];
    expect(one.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect([one.event.uid, one.event.sequence, one.alarms]).toEqual(["3f0c7c1e-uid", 2, []]);
    expect([two.status, two.method]).toEqual(["CANCELLED", "CANCEL"]);
  });

  test("keeps to the form of RFC 5545", () => {
    const file = calendarFile(bookingAt(now), office("America/New_York"), { ...words, description: "ñ".repeat(300) }, now);
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    expect(file).toMatch(/\r\nDTSTAMP:20261123T150000Z\r\n/);
    expect(file.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});
