import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import type { Bilingual } from "../locale.ts";
import { caseKinds, type CaseKind } from "./types.ts";
import { parse } from "../yaml.ts";

export type Term = { days: number | null; norm: string; article: string; since: string; source: string };
export type Unit = { id: string; name: Bilingual };

/** What law and agency decide about cases. */
export type CaseSetup = {
  name: Bilingual;
  prefix: string;
  /** The time of day after which a case is radicado on the next business day. */
  closes: string;
  units: Unit[];
  unitFor: (kind: CaseKind) => Unit;
  reading: "article-54" | "from-the-day";
  afterCompletion: "anew" | "resumed";
  terms: Record<CaseKind, Term>;
  steps: z.infer<typeof steps>;
};

const line = z.string().trim().min(1);
const both = z.strictObject({ es: line, en: line });
const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, "write a name in lower case, like-this");
const count = z.int().min(1).max(365);
const article = z.string().startsWith("art");

const steps = z.strictObject({
  "ask-completion": z.strictObject({ days: count, article }),
  complete: z.strictObject({ months: z.int().min(1).max(12), article }),
  clarify: z.strictObject({ days: count, article }),
  transfer: z.strictObject({ days: count, article }),
  together: z.strictObject({ "more-than": count, article }),
});

const term = z.strictObject({
  days: count.nullable(), norm: line, article,
  since: z.string().regex(/^\d{4}(-\d{2}){0,2}$/, "write the day, month or year since which it holds, as 2015-06-30"), source: z.string().min(1),
});

const termsFile = z.strictObject({
  reading: z.enum(["article-54", "from-the-day"]),
  "after-completion": z.enum(["anew", "resumed"]),
  terms: z.record(z.enum(caseKinds), term),
  steps,
});

const agencyFile = z.strictObject({
  demonstration: z.boolean().optional(),
  name: both,
  prefix: z.string().regex(/^[A-Z]{2,4}$/, "write two to four capital letters"),
  closes: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "write a time of day as 17:00, up to 24:00"),
  units: z.record(id, z.strictObject({ name: both, kinds: z.array(z.enum(caseKinds)).default([]) }))
    .refine((units) => Object.keys(units).length > 0, "name at least one unit"),
});

const files = { "terms.yaml": termsFile, "agency.yaml": agencyFile };

/** Reads `data/terms.yaml` and `data/agency.yaml` of the knowledge. Throws, naming every fault, when they cannot be used. */
export const loadCases = (knowledge: string): CaseSetup => {
  const law = read(knowledge, "terms.yaml", termsFile);
  const agency = read(knowledge, "agency.yaml", agencyFile);
  const units = Object.entries(agency.units).map(([name, given]) => ({ id: name, ...given }));
  return {
    name: agency.name, prefix: agency.prefix, closes: agency.closes,
    units: units.map(({ id: unit, name }) => ({ id: unit, name })),
    unitFor: (kind) => units.find(({ kinds }) => kinds.includes(kind)) ?? units[0]!,
    reading: law.reading, afterCompletion: law["after-completion"], terms: law.terms, steps: law.steps,
  };
};

/** Every fault of the two files: their form, and terms whose source no list has. */
export const checkCases = (knowledge: string, sources: ReadonlySet<string>): Fault[] => {
  const formed = Object.entries(files).flatMap(([name, schema]) =>
    (schema.safeParse(content(knowledge, name)).error?.issues ?? []).map((issue) => fault(knowledge, name, issue.path.join("."), issue.message)));
  const law = termsFile.safeParse(content(knowledge, "terms.yaml"));
  const strange = Object.entries(law.data?.terms ?? {}).filter(([, { source }]) => !sources.has(source))
    .map(([kind, { source }]) => fault(knowledge, "terms.yaml", `terms.${kind}.source`, `no source "${source}" in sources/`));
  return [...formed, ...strange];
};

const read = <T>(knowledge: string, name: string, schema: z.ZodType<T>): T => {
  const given = schema.safeParse(content(knowledge, name));
  if (!given.success) throw new Error(`${place(knowledge, name)}: ${z.prettifyError(given.error)}`);
  return given.data;
};

const fault = (knowledge: string, name: string, path: string, message: string): Fault => ({ file: place(knowledge, name), path, message });

const place = (knowledge: string, name: string) => join(knowledge, "data", name);

const content = (knowledge: string, name: string): unknown => {
  const path = place(knowledge, name);
  return existsSync(path) ? parse(readFileSync(path, "utf8")) : undefined;
};
