import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import type { Choice } from "./types.ts";
import { parse } from "../yaml.ts";

const line = z.string().trim().min(1);
const both = z.strictObject({ es: line, en: line });
const words = { name: both, advice: both };
const days = z.int().min(1).max(366);

const change = z.strictObject({
  indicator: line, goes: z.enum(["up", "down"]), by: z.number().positive(), days, against: days, least: z.int().min(1), ...words,
});

const file = z.strictObject({
  overview: z.array(line).min(1),
  wall: z.array(line).min(1),
  alerts: z.strictObject({
    tickets: z.strictObject(words),
    cases: z.strictObject({ days: z.int().min(0).max(30), ...words }),
    changes: z.record(line, change),
  }),
  quality: z.strictObject({ most: z.int().min(1).max(1000), themes: z.record(line, both), actions: z.record(line, both) }),
  reports: z.strictObject({ at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "write a time of day as 07:00") }),
});

type File = z.infer<typeof file>;
export type ChangeRule = z.infer<typeof change>;

/** What supervisors see first, and when they are warned. */
export type FiguresSetup = Omit<File, "quality"> & { quality: { most: number; themes: Choice[]; actions: Choice[] } };

/** Reads `data/figures.yaml` of the knowledge. Throws, naming every fault, when it cannot be used. */
export const loadFigures = (knowledge: string): FiguresSetup => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) throw new Error(`${place(knowledge)}: ${z.prettifyError(read.error)}`);
  const { quality, ...rest } = read.data;
  return { ...rest, quality: { most: quality.most, themes: choices(quality.themes), actions: choices(quality.actions) } };
};

const choices = (named: Record<string, Choice["name"]>): Choice[] => Object.entries(named).map(([id, name]) => ({ id, name }));

/** Every fault of the file: its form, and indicators that do not exist. */
export const checkFigures = (knowledge: string, indicators: ReadonlySet<string>): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map(({ path, message }) => fault(knowledge, path.join("."), message));
  const { overview, wall, alerts } = read.data;
  const named = [
    ...overview.map((id) => ({ path: "overview", id })), ...wall.map((id) => ({ path: "wall", id })),
    ...Object.entries(alerts.changes).map(([name, { indicator: id }]) => ({ path: `alerts.changes.${name}.indicator`, id })),
  ];
  return named.filter(({ id }) => !indicators.has(id)).map(({ path, id }) => fault(knowledge, path, `no indicator "${id}" in indicators.yaml`));
};

const place = (knowledge: string) => join(knowledge, "data", "figures.yaml");

const fault = (knowledge: string, path: string, message: string): Fault => ({ file: place(knowledge), path, message });

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
