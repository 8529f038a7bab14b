import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../../fault.ts";
import { readYaml } from "./read.ts";

const line = z.string().trim().min(1);
const bilingual = z.strictObject({ es: line, en: line });
const words = z.strictObject({ es: z.array(line), en: z.array(line) });
const choice = z.strictObject({ name: bilingual, service: line.optional(), passage: line.optional() })
  .refine(({ service, passage }) => (service === undefined) !== (passage === undefined), "a choice names a service or a passage");
const group = z.strictObject({
  question: bilingual, says: words, beside: words.default({ es: [], en: [] }), choices: z.array(choice).min(2),
});
const confusableSchema = z.strictObject({ general: words, groups: z.record(line, group) });

/**
 * What a question may mean that says no more than `says`, the words in `beside` and general ones: it is asked which.
 * The choices may be of several families.
 */
export type Confusable = z.output<typeof group> & { id: string };
export type Confusables = { general: z.output<typeof words>; groups: Confusable[] };

/** `data/confusable.yaml`; a knowledge without it confuses nothing. */
export const readConfusables = (folder: string, faults: Fault[]): Confusables => {
  const file = join(folder, "confusable.yaml");
  const read = existsSync(file) ? readYaml(file, confusableSchema, faults) : null;
  return {
    general: read?.general ?? { es: [], en: [] },
    groups: Object.entries(read?.groups ?? {}).map(([id, value]) => ({ id, ...value })),
  };
};
