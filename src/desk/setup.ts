import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Hours, isDay, spansOn, weekdays } from "../calendar.ts";
import type { Fault } from "../fault.ts";
import type { Bilingual } from "../locale.ts";
import { parse } from "../yaml.ts";

export type DeskTopic = { id: string; name: Bilingual; services: string[]; danger: boolean; skill?: string; line: string };

/** What an agency decides about its desk. Minutes are minutes of open desk. */
export type DeskSetup = {
  hours: Hours;
  promise: { minutes: number; warn: number };
  silence: { hours: number };
  callbacks: { days: number };
  /** Passages, by pair: the official line, and what a video call needs. */
  line: string;
  video: { needs: string };
  /** The first takes what belongs to no other. */
  topics: DeskTopic[];
};

const day = z.string().refine(isDay, "write a day as 2026-12-24");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "write a time of day as 08:00, up to 24:00");
const spans = z.array(z.tuple([time, time]));
const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, "write a name in lower case, like-this");
const line = z.string().trim().min(1);

const topic = z.strictObject({
  name: z.strictObject({ es: line, en: line }),
  services: z.array(id).default([]),
  danger: z.boolean().default(false),
  skill: id.exactOptional(),
  line: line.exactOptional(),
});

const file = z.strictObject({
  demonstration: z.boolean().optional(),
  promise: z.strictObject({ minutes: z.int().min(1), warn: z.int().min(1) }),
  silence: z.strictObject({ hours: z.number().positive() }),
  callbacks: z.strictObject({ days: z.int().min(1) }),
  line,
  video: z.strictObject({ needs: line }),
  hours: z.strictObject({
    week: z.partialRecord(z.enum(weekdays), spans).refine((week) => Object.values(week).some((day) => day.length > 0), "the desk never opens: give a day its hours"),
    exceptions: z.array(z.strictObject({ from: day, to: day.exactOptional(), spans })).default([]),
  }),
  topics: z.record(id, topic).refine((topics) => Object.keys(topics).length > 0, "name at least one topic"),
});

const place = (from: string) => join(from, "data", "desk.yaml");

/** Reads `data/desk.yaml` of the knowledge. Throws, naming every fault, when it cannot be used. */
export const loadDesk = (knowledge: string): DeskSetup => {
  const read = file.safeParse(content(place(knowledge)));
  if (!read.success) throw new Error(`${place(knowledge)}: ${z.prettifyError(read.error)}`);
  const { hours, promise, silence, callbacks, line: general, video } = read.data;
  const topics = Object.entries(read.data.topics).map(([name, given]) => ({ id: name, line: general, ...given }));
  return { hours, promise, silence, callbacks, line: general, video, topics };
};

/**
 * Every fault of `data/desk.yaml`: its form, hours that end before they begin, topics that services.yaml does not have. Its
 * own topics are the queues of flows; `lines` are the passages that it shows.
 */
export const checkDesk = (knowledge: string): { faults: Fault[]; queues: string[]; lines: string[] } => {
  const path = place(knowledge);
  const read = file.safeParse(content(path));
  if (!read.success) {
    return { queues: [], lines: [], faults: read.error.issues.map((issue) => ({ file: path, path: issue.path.join("."), message: issue.message })) };
  }
  const { topics, hours, video, line: general } = read.data;
  const known = Object.keys((content(join(knowledge, "data", "services.yaml")) as { topics?: object } | undefined)?.topics ?? {});
  const strange = Object.entries(topics).flatMap(([name, { services }]) => services
    .filter((service) => !known.includes(service))
    .map((service) => ({ path: `topics.${name}.services`, message: `no topic "${service}" in services.yaml (topics: ${known.join(", ")})` })));
  return {
    faults: [...hourFaults(hours), ...strange].map((fault) => ({ file: path, ...fault })),
    queues: Object.keys(topics),
    lines: [general, video.needs, ...Object.values(topics).flatMap(({ line: own }) => own ?? [])],
  };
};

const content = (path: string): unknown => (existsSync(path) ? parse(readFileSync(path, "utf8")) : undefined);

const hourFaults = ({ week, exceptions = [] }: Hours): Omit<Fault, "file">[] => [
  ...Object.entries(week).flatMap(([name, given]) => backwards(given).map((message) => ({ path: `hours.week.${name}`, message }))),
  ...exceptions.flatMap((exception, i) => backwards(spansOn(exception.from, { week: {}, exceptions: [exception] })).map((message) => ({ path: `hours.exceptions.${i}`, message }))),
];

const backwards = (given: Hours["week"]["mon"] = []): string[] =>
  given.filter(([from, until]) => until <= from).map(([from, until]) => `"${from}" to "${until}" ends before it begins: turn it round, or split it at "24:00"`);

/** The topic of a ticket: danger first, then what a flow named, then the service that was talked about. */
export const topicFor = ({ topics }: DeskSetup, { danger, queue, service }: { danger: boolean; queue?: string; service?: string }): DeskTopic =>
  (danger ? topics.find((each) => each.danger) : undefined)
  ?? topics.find((each) => each.id === queue && each !== topics[0])
  ?? topics.find((each) => service !== undefined && each.services.includes(service))
  ?? topics[0]!;
