import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import type { Rules } from "./decide.ts";
import { readRelation, type Declared } from "./relations.ts";

const line = z.string().trim().min(1);
const both = z.strictObject({ es: line, en: line });
const day = z.iso.date();

const file = z.strictObject({
  "open-data": z.strictObject({
    license: z.strictObject({ name: line, title: line, path: z.url() }),
    daily: z.array(line),
    "about-service": z.array(line),
    stocks: z.array(line),
    relations: z.array(line),
  }),
  commitments: z.array(z.strictObject({ what: both, value: both, "as-of": line, source: line, follow: line.optional() })),
  hearings: z.array(z.strictObject({ day, name: both, told: both, source: line })),
  forums: z.array(z.strictObject({ day, name: both, told: both, source: line })),
  consultations: z.array(z.strictObject({ id: line, "asked-on": day, question: both, answer: both.nullable(), "answered-on": day.nullable(), source: line })),
  "transparency-days": z.array(z.strictObject({ day, told: both, source: line })),
});

/** What `/rendicion` tells beside figures. */
export type Accountability = Omit<z.infer<typeof file>, "open-data">;

export type OpenDataSetup = {
  rules: Rules;
  /** Indicators that are published for each day too. */
  daily: ReadonlySet<string>;
  license: { name: string; title: string; path: string };
  accountability: Accountability;
};

/** Reads `data/accountability.yaml` of the knowledge. Throws when it cannot be used. */
export const loadOpenData = (knowledge: string): OpenDataSetup => {
  const { "open-data": data, ...accountability } = file.parse(content(knowledge));
  const rules = { aboutService: new Set(data["about-service"]), stocks: new Set(data.stocks), relations: data.relations.map(relationIn) };
  return { rules, daily: new Set(data.daily), license: data.license, accountability };
};

const relationIn = (line: string): Declared => {
  const relation = readRelation(line);
  if (!relation) throw new Error(`data/accountability.yaml: relations: "${line}" is none: write it as "answered.part + refused.part = answered"`);
  return relation;
};

/** Every fault of the file: its form, and indicators and sources that do not exist. */
export const checkOpenData = (knowledge: string, indicators: ReadonlySet<string>, sources: ReadonlySet<string>): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map((issue) => fault(knowledge, issue.path.join("."), issue.message));
  const { "open-data": data, ...rest } = read.data;
  const sided = data.relations.map((text, at) => ({ path: `open-data.relations.${at}`, text, relation: readRelation(text) }));
  const named = [
    ...(["daily", "about-service", "stocks"] as const).flatMap((list) => data[list].map((id) => ({ path: `open-data.${list}`, id }))),
    ...sided.flatMap(({ path, relation }) => [...(relation?.left ?? []), ...(relation?.right ?? [])].map(({ indicator }) => ({ path, id: indicator }))),
    ...rest.commitments.flatMap(({ follow }, at) => (follow === undefined ? [] : [{ path: `commitments.${at}.follow`, id: follow }])),
  ];
  const cited = Object.entries(rest).flatMap(([path, list]) => list.map(({ source }, at) => ({ path: `${path}.${at}.source`, source })));
  return [
    ...sided.filter(({ relation }) => !relation).map(({ path, text }) => fault(knowledge, path, `"${text}" cannot be read: write it as "answered.part + refused.part = answered"`)),
    ...named.filter(({ id }) => !indicators.has(id)).map(({ path, id }) => fault(knowledge, path, `no indicator "${id}" in indicators.yaml`)),
    ...cited.filter(({ source }) => !sources.has(source)).map(({ path, source }) => fault(knowledge, path, `no source "${source}" in sources/`)),
  ];
};

const place = (knowledge: string) => join(knowledge, "data", "accountability.yaml");

const fault = (knowledge: string, path: string, message: string): Fault => ({ file: place(knowledge), path, message });

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
