import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { isDay, type Day } from "../../calendar.ts";
import type { Fault } from "../../fault.ts";
import type { Bilingual } from "../../locale.ts";

const line = z.string().trim().min(1);
const both = z.strictObject({ es: line, en: line });
const day = z.string().refine(isDay, "write a day as 2026-12-31");
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write an id in lower case, like-this");

const poll = z.strictObject({
  from: day, until: day, question: both,
  options: z.record(id, both).refine((options) => Object.keys(options).length >= 2, "give at least two options"),
}).refine(({ from, until }) => from <= until, { path: ["until"], message: "it ends before it begins" });

const file = z.strictObject({ polls: z.record(id, poll) });

/** A question to everybody, from a day until another, both included. */
export type Poll = { id: string; from: Day; until: Day; question: Bilingual; options: { id: string; name: Bilingual }[] };

/** Reads `data/polls.yaml` of the knowledge, the newest poll first. Throws, naming every fault, when it cannot be used. */
export const loadPolls = (knowledge: string): Poll[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) throw new Error(`${place(knowledge)}: ${z.prettifyError(read.error)}`);
  return Object.entries(read.data.polls)
    .map(([name, { options, ...given }]): Poll => ({ ...given, id: name, options: Object.entries(options).map(([option, words]) => ({ id: option, name: words })) }))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
};

/** Every fault of the file. */
export const checkPolls = (knowledge: string): Fault[] =>
  (file.safeParse(content(knowledge)).error?.issues ?? []).map(({ path, message }) => ({ file: place(knowledge), path: path.join("."), message }));

const place = (knowledge: string) => join(knowledge, "data", "polls.yaml");

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
