import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import { compilePhrases, phraseFaults } from "../understanding/phrases.ts";
import { readable, wordsIn } from "../understanding/spoken.ts";
import { answer } from "./asked.ts";
import { coherent, type Profile } from "./profile.ts";
import { applies } from "./route.ts";
import type { Backed } from "./types.ts";
import { parse } from "../yaml.ts";

const parts = ["all", "first", "where", "bring"] as const;

/** What of a route answers a question: all its steps, the first ones, where to go for them, what to bring. */
export type RoutePart = (typeof parts)[number];

/** What may be asked below any route, whatever it is about: an answer, or else the part of the route that is one. */
export type AnswerBelow = (words: string, profile: Profile) => Backed | RoutePart | undefined;

const topic = z.strictObject({ asks: z.array(z.string().min(1)).min(1), shows: z.enum(parts).optional(), answers: z.array(answer).default([]) })
  .refine(({ shows, answers }) => shows !== undefined || answers.length > 0, "it needs `answers` or `shows`");
const file = z.record(z.string(), topic);

/** Reads `data/routes/below.yaml`; of its topics the first counts that has an answer. Throws, naming every fault, when it cannot be used. */
export const loadBelow = (knowledge: string): AnswerBelow => {
  const faults = checkBelow(knowledge);
  if (faults.length > 0) throw new Error(faults.map(({ file: name, path, message }) => `${name}: ${path}: ${message}`).join("\n"));
  const topics = Object.values(file.parse(content(knowledge))).map(({ asks, ...rest }) => ({ phrases: compilePhrases(asks), ...rest }));
  return (words, profile) => {
    const heard = wordsIn(readable(words));
    const given = coherent(profile);
    const found = topics.filter(({ phrases }) => phrases.find(heard) !== undefined).map(({ answers, shows }) => answers.find((one) => applies(one, given)) ?? shows);
    return found.find((one) => one !== undefined);
  };
};

/** Every fault of the file: its form, a phrase that cannot be read, and, where they are given, a source that no list has. */
export const checkBelow = (knowledge: string, sources?: ReadonlyMap<string, unknown>): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map(({ path, message }) => ({ file: place(knowledge), path: path.join("."), message }));
  return Object.entries(read.data).flatMap(([name, { asks, answers }]) => [
    ...phraseFaults(asks),
    ...answers.flatMap(({ sources: cited }) => cited.filter(({ source }) => sources && !sources.has(source)).map(({ source }) => `no source "${source}" in data/sources`)),
  ].map((message) => ({ file: place(knowledge), path: name, message })));
};

const place = (knowledge: string) => join(knowledge, "data", "routes", "below.yaml");

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : {});
