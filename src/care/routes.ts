import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import { dimensions } from "./profile.ts";
import type { Cited, Helper, Routes, Step } from "./types.ts";
import { parse } from "../yaml.ts";

const line = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case");
const both = z.strictObject({ es: line, en: line });
const cited = z.strictObject({ source: id, article: line.optional() });
const sources = z.array(cited).min(1);
export const backed = z.strictObject({ es: line, en: line, sources });

const word = <W extends string>(words: readonly W[]) => z.array(z.enum(words, { error: ({ input }) => `no word "${String(input)}" (words: ${words.join(", ")})` })).min(1).optional();
export const conditions = z.strictObject({
  need: word(dimensions.need), who: word(dimensions.who), since: word(dimensions.since),
  paper: word(dimensions.paper), condition: word(dimensions.condition), place: word(dimensions.place), matter: word(dimensions.matter),
});

/** For whom something is not: for who fits one of them. */
export const exceptions = z.union([conditions.transform((one) => [one]), z.array(conditions)]).optional();

const shared = z.strictObject({
  unknown: both,
  bring: z.record(id, both),
  rights: z.record(id, backed),
  refusals: z.record(id, backed),
});
const helper = z.strictObject({
  name: both, gives: both,
  line: z.strictObject({ number: line, passage: line }).optional(),
  address: both.optional(), reach: both.optional(), url: z.url().optional(),
  chat: z.literal(true).optional(), unknown: z.literal(true).optional(),
  institution: id.optional(), sources: z.array(cited).default([]),
}).refine(({ line: number, address, reach, url, unknown }) => number ?? address ?? reach ?? url ?? unknown, { error: "say how to reach it: line, address, reach or url, or `unknown: true`" });
const step = z.strictObject({
  id, at: z.enum(["colombia", "abroad", "anywhere"]).default("colombia"),
  when: conditions, unless: exceptions, first: conditions.optional(),
  order: z.int().min(1).max(99), danger: z.boolean().default(false),
  title: both, text: both,
  helpers: z.array(id).min(1), bring: z.array(id).default([]), right: id, refused: id,
  sources,
});

type Shared = z.output<typeof shared>;
type HelperRead = z.output<typeof helper>;
export type StepRead = z.output<typeof step>;

/** What the files of `data/routes` say, before it is put together: `file` is where each step stands. */
export type RoutesRead = { shared: Shared; helpers: Record<string, HelperRead>; steps: { file: string; step: StepRead }[] };

/** Reads `data/routes` of the knowledge; undefined when its form is wrong, and each fault is in `faults`. */
export const readRoutes = (knowledge: string, faults: Fault[]): RoutesRead | undefined => {
  const folder = join(knowledge, "data", "routes");
  const before = faults.length;
  const read = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined => {
    const file = join(folder, name);
    const parsed = schema.safeParse(existsSync(file) ? parse(readFileSync(file, "utf8")) : undefined);
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.map(({ path, message }) => ({ file, path: path.join("."), message })));
    return undefined;
  };
  const common = read("shared.yaml", shared);
  const helpers = read("helpers.yaml", z.record(id, helper));
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^steps-.+\.yaml$/.test(name)).sort() : [];
  const steps = names.flatMap((name) => (read(name, z.array(step)) ?? []).map((one) => ({ file: join(folder, name), step: one })));
  return common && helpers && faults.length === before ? { shared: common, helpers, steps } : undefined;
};

/**
 * The steps of all routes, with those who help, the rights and the sources in their places. Throws, naming every fault of
 * form and every name that leads nowhere.
 */
export const loadRoutes = (knowledge: string, sourcesOfPassage: (pair: string) => Cited[]): Routes => {
  const faults: Fault[] = [];
  const read = readRoutes(knowledge, faults);
  if (!read) throw new Error(`routes cannot be read:\n${faults.map(({ file, path, message }) => `${relative(knowledge, file)}: ${path}: ${message}`).join("\n")}`);
  return { steps: read.steps.map(({ step: one }) => assembled(one, read, sourcesOfPassage)), unknown: read.shared.unknown };
};

const assembled = (one: StepRead, { shared: common, helpers }: RoutesRead, sourcesOfPassage: (pair: string) => Cited[]): Step => {
  const helping = one.helpers.map((name): Helper => ({ id: name, ...named(helpers, name, one.id) }));
  const right = named(common.rights, one.right, one.id);
  const refused = named(common.refusals, one.refused, one.id);
  const ofHelpers = helping.flatMap(({ line: number, sources: own }) => [...(number ? sourcesOfPassage(number.passage) : []), ...own]);
  return {
    ...one, helpers: helping, bring: one.bring.map((name) => named(common.bring, name, one.id)), right, refused,
    sources: once([...one.sources, ...ofHelpers, ...right.sources, ...refused.sources]),
  };
};

const named = <V>(known: Record<string, V>, name: string, stepId: string): V => {
  const found = known[name];
  if (found === undefined) throw new Error(`route step "${stepId}": nothing called "${name}" (known: ${Object.keys(known).join(", ")})`);
  return found;
};

const once = (all: readonly Cited[]): Cited[] => [...new Map(all.map((one) => [`${one.source} ${one.article ?? ""}`, one])).values()];
