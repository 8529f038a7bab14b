import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Fault } from "../../fault.ts";
import { incentives, returnTypes, type ReturnLaw } from "./types.ts";

/** The figures of the law, and by what is told the passages that say it. */
export type ReturnSetup = ReturnLaw & { passages: Record<Told, string[]> };

const told = ["excluded", "checks", "types", ...returnTypes, "incentives", "steps", "elsewhere"] as const;
export type Told = (typeof told)[number];

const line = z.string().trim().min(1);
const norm = {
  norm: line, source: line,
  since: z.string().regex(/^\d{4}(-\d{2}){0,2}$/, "write the day, month or year since which it holds, as 2025-12-15"),
};
const file = z.strictObject({
  limits: z.record(z.enum(incentives), z.strictObject({ uvt: z.int().positive(), article: z.string().startsWith("art"), ...norm })),
  uvt: z.array(z.strictObject({ year: z.int().min(2006).max(2100), pesos: z.number().positive(), ...norm })),
  passages: z.record(z.enum(told), z.array(z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/, "write a passage as article#anchor")).min(1)),
});

/** Reads `data/return.yaml` of the knowledge. Throws, naming every fault, when it cannot be used. */
export const loadReturn = (knowledge: string): ReturnSetup => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) throw new Error(`${place(knowledge)}: ${z.prettifyError(read.error)}`);
  const { limits, uvt, passages } = read.data;
  return {
    limits: { household: limits.household.uvt, equipment: limits.equipment.uvt, money: limits.money.uvt },
    uvt: new Map(uvt.map(({ year, pesos }) => [year, pesos])),
    passages,
  };
};

/** Every fault of the file: its form, a source that no list has, a year given twice; and the passages that must be there. */
export const checkReturn = (knowledge: string, sources: ReadonlySet<string>): { faults: Fault[]; passages: string[] } => {
  const read = file.safeParse(content(knowledge));
  const fault = (path: string, message: string): Fault => ({ file: place(knowledge), path, message });
  if (!read.success) return { faults: read.error.issues.map(({ path, message }) => fault(path.join("."), message)), passages: [] };
  const { limits, uvt, passages } = read.data;
  const cited = [...incentives.map((name) => ({ path: `limits.${name}`, ...limits[name] })), ...uvt.map((each, at) => ({ path: `uvt.${at}`, ...each }))];
  return {
    faults: [
      ...cited.filter(({ source }) => !sources.has(source)).map(({ path, source }) => fault(`${path}.source`, `no source "${source}" in sources/`)),
      ...uvt.filter(({ year }, at) => uvt.findIndex((each) => each.year === year) < at).map(({ year }) => fault("uvt", `the year ${year} is given twice: keep one`)),
    ],
    passages: Object.values(passages).flat(),
  };
};

const place = (knowledge: string) => join(knowledge, "data", "return.yaml");

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
