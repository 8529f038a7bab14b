import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { isDay, weekdays } from "../calendar.ts";
import type { Fault } from "../fault.ts";
import { officeKinds, type Office, type Rules } from "./types.ts";
import { isZone } from "./zone.ts";

const day = z.string().refine(isDay, "write a day as 2026-12-24");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "write a time of day as 08:00, up to 24:00");
const span = z.tuple([time, time]).refine(([from, until]) => from < until, "ends before it begins: turn it round, or split it at \"24:00\"");
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write a name in lower case, like-this");
const line = z.string().trim().min(1);
const both = z.strictObject({ es: line, en: line });

const hours = z.strictObject({
  week: z.partialRecord(z.enum(weekdays), z.array(span)).default({}),
  exceptions: z.array(z.strictObject({ from: day, to: day.exactOptional(), spans: z.array(span) })).default([]),
});

const release = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ahead"), days: z.int().min(0).max(180), time: time.default("00:00") }),
  z.strictObject({ kind: z.literal("weekly"), weekday: z.enum(weekdays), time, weeksBefore: z.int().min(1).max(12), drawHours: z.int().min(1).max(168).exactOptional() }),
]);

const counter = z.strictObject({
  services: z.array(id).min(1, "name at least one service of services.yaml"),
  minutes: z.int().min(5).max(480),
  seats: z.int().min(1).max(500),
  leadHours: z.number().min(0).max(720).default(0),
  hours,
  release,
});

const office = z.strictObject({
  kind: z.enum(officeKinds),
  name: both,
  demonstration: z.boolean().default(false),
  city: id.exactOptional(),
  place: both,
  address: both.exactOptional(),
  map: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).exactOptional(),
  zone: z.string().refine(isZone, "no time zone of this name: write America/Bogota, Europe/Madrid").default("America/Bogota"),
  holidays: z.boolean().default(true),
  dates: z.strictObject({ from: day, to: day }).refine(({ from, to }) => from <= to, "ends before it begins").exactOptional(),
  counters: z.record(id, counter).refine((counters) => Object.keys(counters).length > 0, "name at least one counter"),
});

const whole = (least: number, most: number, usual: number) => z.int().min(least).max(most).default(usual);

const rules = z.strictObject({
  holdMinutes: whole(1, 60, 10),
  changes: whole(0, 20, 2),
  changeHours: whole(0, 240, 24),
  cancellations: whole(1, 50, 3),
  perConversation: whole(1, 50, 4),
  perContact: whole(1, 50, 4),
  perAddress: whole(1, 10_000, 20),
  offerMinutes: whole(5, 1440, 60),
  movedOfferHours: whole(1, 168, 24),
  reminderDays: z.array(z.int().min(1).max(30)).default([3, 1]),
  retentionDays: whole(1, 3650, 30),
});

const file = z.strictObject({
  rules: rules.prefault({}),
  /** Only for YAML's anchors. */
  shared: z.unknown().optional(),
  offices: z.record(id, office).refine((offices) => Object.keys(offices).length > 0, "name at least one office"),
});

export type OfficeData = { offices: Office[]; rules: Rules };

/** Reads a file like `data/offices.yaml`. Throws, naming every fault, when it cannot be used. */
export const loadOffices = (path: string): OfficeData => {
  if (!existsSync(path)) throw new Error(`${path}: no such file; OFFICES_FILE names the offices of an agency`);
  const read = file.safeParse(content(path));
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  return {
    rules: read.data.rules,
    offices: Object.entries(read.data.offices).map(([name, { counters, ...rest }]) => ({
      id: name, ...rest, counters: Object.entries(counters).map(([counterName, given]) => ({ id: counterName, ...given })),
    })),
  };
};

/** `data/offices.yaml` of a folder of knowledge. */
export const officesOf = (knowledge: string): string => join(knowledge, "data", "offices.yaml");

/** Every fault of `data/offices.yaml`: its form, services that services.yaml does not have, cities that nobody could name. */
export const checkOffices = (knowledge: string, cities: readonly string[]): Fault[] => {
  const path = officesOf(knowledge);
  const services = ((content(join(knowledge, "data", "services.yaml")) as { services?: { id: string }[] } | undefined)?.services ?? []).map(({ id }) => id);
  const read = file.safeParse(content(path));
  if (!read.success) return read.error.issues.map((issue) => ({ file: path, path: issue.path.join("."), message: issue.message }));
  return Object.entries(read.data.offices).flatMap(([name, { city, kind, zone, counters, dates }]) => [
    ...(city !== undefined && zone === "America/Bogota" && !cities.includes(city) ? [{ path: `offices.${name}.city`, message: `no city "${city}": name one of src/flow/slots/cities.ts` }] : []),
    ...((kind === "mobile-unit" || kind === "fair") && !dates ? [{ path: `offices.${name}.dates`, message: `a ${kind} has days: give it dates {from, to}` }] : []),
    ...Object.entries(counters).flatMap(([counterName, { services: attended }]) => attended
      .filter((service) => !services.includes(service))
      .map((service) => ({ path: `offices.${name}.counters.${counterName}.services`, message: `no service "${service}" in services.yaml` }))),
  ]).map((fault) => ({ file: path, ...fault }));
};

const content = (path: string): unknown => (existsSync(path) ? parse(readFileSync(path, "utf8"), { merge: true }) : undefined);
