import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import type { Bilingual } from "../locale.ts";
import { needs, type Need } from "./needs.ts";
import { dimensions, type Word } from "./profile.ts";
import { parse } from "../yaml.ts";

/** Who helps: where, with what, and, if a referral may be sent there, to which address. */
export type Institution = {
  id: string;
  name: Bilingual;
  kind: (typeof kinds)[number];
  cities: "all" | string[];
  needs: Need[];
  /** For whom it is, where it is not for all. */
  who?: Word<"who">[];
  sources: string[];
  referral?: { email: string; demonstration?: boolean | undefined };
};

const kinds = ["line", "control-body", "national", "municipal", "centre", "health", "consulate"] as const;

const line = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case");
const institution = z.strictObject({
  name: z.strictObject({ es: line, en: line }),
  kind: z.enum(kinds),
  cities: z.union([z.literal("all"), z.array(id).min(1)], { error: "write `all` or a list of cities" }),
  needs: z.array(z.enum(needs)).min(1),
  who: z.array(z.enum(dimensions.who)).min(1).exactOptional(),
  sources: z.array(id).min(1),
  referral: z.strictObject({ email: z.email(), demonstration: z.boolean().optional() }).exactOptional(),
});
const file = z.strictObject({ institutions: z.record(id, institution) });

/** Reads `data/institutions.yaml` of the knowledge, in its order. Throws, naming every fault, when it cannot be used. */
export const loadInstitutions = (knowledge: string): Institution[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) throw new Error(`${place(knowledge)}: ${z.prettifyError(read.error)}`);
  return Object.entries(read.data.institutions).map(([key, given]) => ({ id: key, ...given }));
};

/** Every fault of the file: its form, a source that no list has, a city that nobody knows. */
export const checkInstitutions = (knowledge: string, sources: ReadonlySet<string>, cities: readonly string[]): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map((issue) => ({ file: place(knowledge), path: issue.path.join("."), message: issue.message }));
  return Object.entries(read.data.institutions).flatMap(([key, given]) => [
    ...given.sources.filter((source) => !sources.has(source)).map((source) => ({ path: "sources", message: `no source "${source}" in sources/` })),
    ...(given.cities === "all" ? [] : given.cities.filter((city) => !cities.includes(city)).map((city) => ({ path: "cities", message: `no city "${city}" in src/flow/slots/cities.ts` }))),
  ].map(({ path, message }) => ({ file: place(knowledge), path: `institutions.${key}.${path}`, message })));
};

const place = (knowledge: string) => join(knowledge, "data", "institutions.yaml");

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
