import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse as parseAnew } from "yaml";

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
  const aside = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(aside, json);
    renameSync(aside, file);
    dropOldest(folder);
  } catch {
    return said;
  }
  return said;
};

const dropOldest = (folder: string): void => {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const files = names.map((name) => join(folder, name)).map((file) => ({ file, at: statSync(file).mtimeMs }));
  for (const { file } of files.sort((a, b) => b.at - a.at).slice(most / 2)) rmSync(file, { force: true });
};
