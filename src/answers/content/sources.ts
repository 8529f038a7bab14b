import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../../fault.ts";
import type { Source } from "../types.ts";
import { check, filesIn, readYaml } from "./read.ts";

const line = z.string().trim().min(1);
const date = z.union([z.string(), z.number()]).transform(String);
const sourceSchema = z.strictObject({
  title: line,
  title_en: line.optional(),
  publisher: line,
  url: line.optional(),
  published: date.optional(),
  seen: date,
  kind: z.enum(["law", "official", "document", "press", "guide"]),
});

export type SourceFile = { source: Source; file: string; hasEnglish: boolean };

/** All sources of `data/sources/*.yaml`, by key. */
export const readSources = (dir: string, faults: Fault[]): Map<string, SourceFile> => {
  const sources = new Map<string, SourceFile>();
  for (const file of filesIn(join(dir, "data", "sources"), ".yaml")) {
    for (const [key, value] of Object.entries(readYaml(file, z.record(line, z.unknown()), faults) ?? {})) {
      const parsed = check(file, key, value, sourceSchema, faults);
      const twin = sources.get(key);
      if (twin) faults.push({ file, path: key, message: `source "${key}" is already in ${twin.file}` });
      else if (parsed) sources.set(key, { source: toSource(key, parsed), file, hasEnglish: parsed.title_en !== undefined });
    }
  }
  return sources;
};

const toSource = (key: string, read: z.output<typeof sourceSchema>): Source => ({
  key,
  title: { es: read.title, en: read.title_en ?? read.title },
  publisher: read.publisher,
  seen: read.seen,
  kind: read.kind,
  ...(read.url === undefined ? {} : { url: read.url }),
  ...(read.published === undefined ? {} : { published: read.published }),
});
