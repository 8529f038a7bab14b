import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse as parseAnew } from "yaml";
import { dropOldest, keepFile } from "./keep-file.ts";

const kept = join(import.meta.dirname, "..", "dist", "yaml");
/** How many texts are kept: there are some 170, and what they were before. */
const most = 1500;

/**
 * What a YAML text says. Reading YAML takes a second for all content, so what a text says is kept in `dist` as JSON under the
 * text's hash. Where nothing can be written or what is kept is damaged, it is read each time.
 * @throws YAMLParseError as `yaml` does
 */
export const parse = (text: string, folder: string = kept): unknown => {
  const file = join(folder, `${createHash("sha256").update(version).update(text).digest("hex").slice(0, 32)}.json`);
  return recall(file) ?? keep(folder, file, parseAnew(text));
};

const { version } = createRequire(import.meta.url)("yaml/package.json") as { version: string };

const recall = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
};

/** Only what JSON says whole is kept. */
const keep = (folder: string, file: string, said: unknown): unknown => {
  const json = JSON.stringify(said);
  if (!isDeepStrictEqual(JSON.parse(json), said)) return said;
  if (keepFile(file, json)) dropOldest(folder, most, most / 2);
  return said;
};
