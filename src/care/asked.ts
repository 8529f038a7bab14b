import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import { compilePhrases, phraseFaults } from "../understanding/phrases.ts";
import { readable, wordsIn } from "../understanding/spoken.ts";
import { coherent, type Profile } from "./profile.ts";
import { applies } from "./route.ts";
import { backed, conditions, exceptions } from "./routes.ts";
import type { Backed } from "./types.ts";
import { parse } from "../yaml.ts";

/** What may be asked below a route, with its answer for who asks: at most two, in the order of the file. */
export type AnswerAsked = (words: string, profile: Profile) => Backed[];

export const answer = backed.extend({ at: z.enum(["colombia", "abroad", "anywhere"]).default("anywhere"), when: conditions.default({}), unless: exceptions });
const file = z.record(z.string(), z.strictObject({ asks: z.array(z.string().min(1)).min(1), answers: z.array(answer).min(1) }));

const mostAnswers = 2;

/** Reads `data/routes/asked.yaml`. Throws, naming every fault, when it cannot be used. */
export const loadAsked = (knowledge: string): AnswerAsked => {
  const faults = checkAsked(knowledge);
  if (faults.length > 0) throw new Error(faults.map(({ file: name, path, message }) => `${name}: ${path}: ${message}`).join("\n"));
  const topics = Object.values(file.parse(content(knowledge))).map(({ asks, answers }) => ({ phrases: compilePhrases(asks), answers }));
  return (words, profile) => {
    const heard = wordsIn(readable(words));
    const given = coherent(profile);
    return topics.filter(({ phrases }) => phrases.find(heard) !== undefined)
      .flatMap(({ answers }) => answers.find((one) => applies(one, given)) ?? []).slice(0, mostAnswers);
  };
};

/** Every fault of the file: its form, a phrase that cannot be read, and, where they are given, a source that no list has. */
export const checkAsked = (knowledge: string, sources?: ReadonlyMap<string, unknown>): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map(({ path, message }) => ({ file: place(knowledge), path: path.join("."), message }));
  return Object.entries(read.data).flatMap(([topic, { asks, answers }]) => [
    ...phraseFaults(asks),
    ...answers.flatMap(({ sources: cited }) => cited.filter(({ source }) => sources && !sources.has(source)).map(({ source }) => `no source "${source}" in data/sources`)),
  ].map((message) => ({ file: place(knowledge), path: topic, message })));
};

const place = (knowledge: string) => join(knowledge, "data", "routes", "asked.yaml");

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
