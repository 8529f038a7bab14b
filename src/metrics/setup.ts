import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import type { Bilingual } from "../locale.ts";
import { queries } from "./queries.ts";
import { audiences, groupings, sliceKeys, themes, units, type Grouping, type Indicator } from "./types.ts";
import { parse } from "../yaml.ts";

type Labels = Partial<Record<Grouping, Record<string, Bilingual>>>;

const line = z.string().trim().min(1);
const both = z.strictObject({ es: line, en: line });

const indicator = z.strictObject({
  theme: z.enum(themes),
  name: both,
  definition: both,
  formula: both,
  when: both,
  unit: z.enum(units),
  sources: z.array(z.string()),
  every: z.enum(["day", "month", "quarter"]),
  owner: z.string(),
  audience: z.enum(audiences),
  better: z.enum(["higher", "lower", "neither"]),
  slices: z.array(z.enum(sliceKeys)).default([]),
  topics: z.enum(["services", "desk"]).nullable().default(null),
  by: z.enum(groupings).nullable().default(null),
  adds: z.boolean().default(false),
  example: both.extend({ sum: line, value: z.number().nullable() }),
  missing: both.nullable().default(null),
});

const file = z.strictObject({
  owners: z.record(z.string(), both),
  indicators: z.record(z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/, "write an id in lower case, like-this"), indicator),
  labels: z.partialRecord(z.enum(groupings), z.record(z.string(), both)),
});

const place = (knowledge: string) => join(knowledge, "data", "indicators.yaml");

/** Reads `data/indicators.yaml` of the knowledge. Throws, naming every fault, when it cannot be used. */
export const loadIndicators = (knowledge: string): { indicators: Indicator[]; labels: Labels } => {
  const faults = checkIndicators(knowledge);
  if (faults.length > 0) throw new Error(faults.map(({ path, message }) => `${place(knowledge)}: ${path}: ${message}`).join("\n"));
  const { owners, indicators, labels } = file.parse(content(knowledge));
  return { labels, indicators: Object.entries(indicators).map(([id, given]) => ({ ...given, id, owner: owners[given.owner]! })) };
};

/** Every fault of the definitions: their form, owners that are not listed, a definition without its query and the reverse. */
export const checkIndicators = (knowledge: string): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map((issue) => fault(knowledge, issue.path.join("."), issue.message));
  const given = Object.entries(read.data.indicators);
  return [
    ...given.filter(([, { owner }]) => !(owner in read.data.owners))
      .map(([id, { owner }]) => fault(knowledge, `indicators.${id}.owner`, `no owner "${owner}" (owners: ${Object.keys(read.data.owners).join(", ")})`)),
    ...given.filter(([id, { missing }]) => (missing === null) !== id in queries)
      .map(([id, { missing }]) => fault(knowledge, `indicators.${id}`, missing ? "has a query: take `missing` away" : "has no query: add one in src/metrics, or say what is `missing`")),
    ...given.filter(([, { slices, topics }]) => slices.includes("topic") !== (topics !== null))
      .map(([id]) => fault(knowledge, `indicators.${id}.topics`, "say whose topics a slice by topic has, and only then")),
    ...Object.keys(queries).filter((id) => !(id in read.data.indicators)).map((id) => fault(knowledge, "indicators", `the query "${id}" has no definition`)),
  ];
};

/** The ids of all indicators, also where a definition is at fault. */
export const indicatorIds = (knowledge: string): ReadonlySet<string> =>
  new Set(Object.keys((content(knowledge) as { indicators?: object } | undefined)?.indicators ?? {}));

const fault = (knowledge: string, path: string, message: string): Fault => ({ file: place(knowledge), path, message });

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
