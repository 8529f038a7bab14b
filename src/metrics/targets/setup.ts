import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { addDays, type Day, isDay } from "../../calendar.ts";
import type { Fault } from "../../fault.ts";
import { partsOf } from "../indicators.ts";
import type { Target } from "./types.ts";

const line = z.string().trim().min(1);
const both = z.strictObject({ es: line, en: line });
const day = z.string().refine(isDay, "write a day as 2026-12-31");

const target = z.strictObject({
  institution: z.string(),
  name: both,
  unit: both,
  baseline: z.strictObject({ value: z.number(), included: z.boolean() }).nullable(),
  target: z.strictObject({ value: z.number(), since: day, by: day }).refine(({ since, by }) => since < by, "it ends before it begins").nullable(),
  cuts: z.union([z.literal("quarterly"), z.array(day).min(1)]),
  published: z.array(z.strictObject({ cut: day, value: z.number(), whole: z.number().nullable().default(null), note: both.nullable().default(null) })).default([]),
  indicator: z.string().nullable().default(null),
  source: line,
});

const file = z.strictObject({ institutions: z.record(z.string(), both), targets: z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), target) });

const place = (knowledge: string) => join(knowledge, "data", "targets.yaml");

/** Reads `data/targets.yaml` of the knowledge. Throws, naming every fault, when it cannot be used. */
export const loadTargets = (knowledge: string): Target[] => {
  const faults = checkTargets(knowledge);
  if (faults.length > 0) throw new Error(faults.map(({ path, message }) => `${place(knowledge)}: ${path}: ${message}`).join("\n"));
  const { institutions, targets } = file.parse(content(knowledge));
  return Object.entries(targets).map(([id, given]) => ({
    ...given, id, institution: { id: given.institution, name: institutions[given.institution]! },
    cuts: given.cuts === "quarterly" ? quarters(given.target!) : given.cuts.toSorted(),
  }));
};

const quarters = ({ since, by }: { since: Day; by: Day }): Day[] => partsOf({ from: since, to: by }, "quarter").map(({ to }) => to).filter((to) => to === by || addDays(to, 1).slice(8) === "01");

/** Every fault of the targets: their form, institutions and `sources` that are not listed, quarterly cuts without an end, figures of no cut. */
export const checkTargets = (knowledge: string, sources?: ReadonlySet<string>): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map((issue) => fault(knowledge, issue.path.join("."), issue.message));
  const { institutions, targets } = read.data;
  return Object.entries(targets).flatMap(([id, { institution, cuts, target: promised, published, source }]) => [
    ...(!sources || sources.has(source) ? [] : [fault(knowledge, `targets.${id}.source`, `no source "${source}" in sources/`)]),
    ...(institution in institutions ? [] : [fault(knowledge, `targets.${id}.institution`, `no institution "${institution}" (institutions: ${Object.keys(institutions).join(", ")})`)]),
    ...(cuts === "quarterly" && !promised ? [fault(knowledge, `targets.${id}.cuts`, "quarters need a target with since and by")] : []),
    ...published.filter(({ cut }) => cuts !== "quarterly" && !cuts.includes(cut)).map(({ cut }) => fault(knowledge, `targets.${id}.published`, `${cut} is none of its cuts`)),
  ]);
};

const fault = (knowledge: string, path: string, message: string): Fault => ({ file: place(knowledge), path, message });

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
