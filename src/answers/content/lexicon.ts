import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../../fault.ts";
import type { Locale } from "../../locale.ts";
import { readYaml } from "./read.ts";

const word = z.union([z.string().min(1), z.number()]).transform(String);
const groups = z.array(z.array(word).min(2));
const synonymsSchema = z.strictObject({
  groups: z.strictObject({ es: groups, en: groups }),
  fillers: z.strictObject({ es: z.array(word), en: z.array(word) }),
  asking: z.strictObject({ es: z.array(word), en: z.array(word) }).optional(),
  shorthand: z.strictObject({ es: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }).optional(),
});
const outsideSchema = z.strictObject({ es: z.array(word), en: z.array(word) });
const glossarySchema = z.array(z.strictObject({ es: z.array(word).min(1), en: z.array(word).min(1) }));

/** Words that mean the same in one language, concepts in both, and words that a question can do without. */
export type Lexicon = {
  synonyms: Record<Locale, string[][]>;
  fillers: Record<Locale, string[]>;
  /** Words that only say that something is asked: a text that holds one is no nearer for it. */
  asking: Record<Locale, string[]>;
  /** How people shorten words in a chat, and what they mean by it. */
  shorthand: Record<Locale, Record<string, string>>;
  glossary: Record<Locale, string[]>[];
  /** The same, held more loosely: words of one side may stand for one another too. To find by, never to judge by. */
  wide: Record<Locale, string[]>[];
  /** What people write that has no answer here. */
  outside: Record<Locale, string[]>;
};

export const emptyLexicon: Lexicon = {
  synonyms: { es: [], en: [] }, fillers: { es: [], en: [] }, asking: { es: [], en: [] }, shorthand: { es: {}, en: {} }, glossary: [], wide: [], outside: { es: [], en: [] },
};

export const readLexicon = (folder: string, faults: Fault[]): Lexicon => {
  const wide = join(folder, "glossary-wide.yaml");
  const everyday = readYaml(join(folder, "synonyms.yaml"), synonymsSchema, faults);
  return {
    synonyms: everyday?.groups ?? emptyLexicon.synonyms,
    fillers: everyday?.fillers ?? emptyLexicon.fillers,
    asking: everyday?.asking ?? emptyLexicon.asking,
    shorthand: everyday?.shorthand ?? emptyLexicon.shorthand,
    glossary: readYaml(join(folder, "glossary.yaml"), glossarySchema, faults) ?? [],
    wide: (existsSync(wide) ? readYaml(wide, glossarySchema, faults) : null) ?? [],
    outside: readYaml(join(folder, "outside.yaml"), outsideSchema, faults) ?? emptyLexicon.outside,
  };
};
