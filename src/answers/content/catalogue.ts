import { z } from "zod";
import type { Fault } from "../../fault.ts";
import { check, readYaml } from "./read.ts";

const line = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case");
const bilingual = z.strictObject({ es: line, en: line });
const words = z.strictObject({ es: z.array(line).min(1), en: z.array(line).min(1) });
const cited = { source: line, article: line.optional() };
const said = z.strictObject({
  es: line, en: line, ...cited, url: line.optional(), unknown: z.literal(true).optional(),
});

const price = { currency: z.enum(["COP", "USD", "EUR"]), year: z.int().min(2000) };
const amount = z.number().positive();
const note = { note: bilingual.optional() };
const costs = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("amount"), amount, ...price, ...cited, ...note }),
  z.strictObject({ kind: z.literal("free"), free: z.literal(true), ...cited, ...note }),
  z.strictObject({ kind: z.literal("unknown"), unknown: z.literal(true), ...cited, ...note }),
  z.strictObject({
    kind: z.literal("disagree"),
    disagree: z.array(z.strictObject({ amount, ...cited })).min(2),
    ...price, ...note,
  }),
]);
const costKinds = ["amount", "free", "unknown", "disagree"];

/** Names the kind of cost first, so that a fault names the field and not "invalid union". */
const cost = z.preprocess((value) => {
  if (typeof value !== "object" || value === null) return value;
  return { ...value, kind: costKinds.find((kind) => kind in value) };
}, costs);

const fact = z.strictObject({
  id, heading: bilingual, asks: words, text: bilingual, ...cited, unknown: z.literal(true).optional(),
});

const service = z.strictObject({
  id, topic: id, family: id.optional(),
  name: bilingual,
  short: bilingual,
  /** What its appointment is called, where that is another name. */
  appointment: bilingual.optional(),
  institution: id,
  synonyms: words, asks: words,
  summary: said,
  who: said.optional(),
  requirements: z.array(said).optional(),
  steps: z.array(said).optional(),
  cost: cost.optional(),
  where: said.optional(), time: said.optional(), validity: said.optional(),
  legal: z.array(z.strictObject(cited)).optional(),
  facts: z.array(fact).optional(),
  lookalikes: z.array(id).optional(),
  differs: bilingual.optional(),
  warning: bilingual.optional(),
  /** The flow that does it, offered beside what is answered. */
  flow: id.optional(),
});

const catalogueSchema = z.strictObject({
  institutions: z.record(id, z.strictObject({ name: bilingual, url: line, source: line.optional() })),
  topics: z.record(id, z.strictObject({ name: bilingual })),
  families: z.record(id, z.strictObject({ name: bilingual, question: bilingual, synonyms: words })),
  services: z.array(z.unknown()),
});

/** Reads services.yaml. A service that is faulty is left out and the others stay; null where the whole is faulty. */
export const readCatalogue = (file: string, faults: Fault[]): Catalogue | null => {
  const read = readYaml(file, catalogueSchema, faults);
  return read && { ...read, services: read.services.flatMap((value, at) => {
    const name = (value as { id?: unknown } | null)?.id ?? at;
    return check(file, `services.${String(name)}`, value, service, faults) ?? [];
  }) };
};

export type Service = z.output<typeof service>;
export type Catalogue = Omit<z.output<typeof catalogueSchema>, "services"> & { services: Service[] };
export type Cost = NonNullable<Service["cost"]>;
export type Said = z.output<typeof said>;
export type Family = Catalogue["families"][string] & { id: string };
export type Topic = Catalogue["topics"][string] & { id: string };
export type Institution = Catalogue["institutions"][string] & { id: string };
