import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { locales } from "../../locale.ts";
import type { Passage, Source } from "../types.ts";

/** A document as it is kept: one file, `DATA_DIR/knowledge/<key>.json`. */
export type Stored = {
  format: typeof format;
  key: string;
  /** The file that it was read from. */
  file: string;
  /** Of the file's bytes and what was written about it; of its words alone. */
  hash: string;
  textHash: string;
  pages?: number;
  source: Source;
  passages: Passage[];
};

/** Goes up when documents are read differently: then all are read anew. */
export const format = 1;

const line = z.string();
const bilingual = z.object({ es: line, en: line });
const source = z.object({
  key: line, title: bilingual, publisher: line, url: line.exactOptional(), published: line.exactOptional(), seen: line,
  kind: z.enum(["law", "official", "document", "press", "guide"]),
});
const passage = z.object({
  id: line, pair: line, locale: z.enum(locales), title: line, heading: line, text: line, asks: z.array(line),
  cites: z.array(z.object({ source, article: line.exactOptional() })).min(1), topic: line, unknown: z.boolean(), reviewed: line,
});
const schema = z.object({
  format: z.literal(format), key: line, file: line, hash: line, textHash: line, pages: z.number().exactOptional(), source,
  passages: z.array(passage),
});

/** The passages of all documents that were ingested; none where there is no such folder. @throws on a damaged file */
export const readIngested = (dir: string): Passage[] =>
  readStored(dir, (file, reason) => { throw new Error(`${file}: ${reason}; npm run ingest on its document writes it anew`); })
    .flatMap(({ passages }) => passages);

/** What is kept, by name, size and time: the same again when nothing was taken in or away. */
export const findKept = (dir: string): string =>
  !existsSync(dir) ? "" : readdirSync(dir).filter((name) => name.endsWith(".json")).sort().map((name) => {
    const stats = statSync(join(dir, name), { throwIfNoEntry: false });
    return `${name}:${stats?.size ?? 0}:${stats?.mtimeMs ?? 0}`;
  }).join("|");

/** Every document kept in `dir`, by key; a file that cannot be used is told to `damaged` and passed over. */
export const readStored = (dir: string, damaged: (file: string, reason: string) => void = () => undefined): Stored[] => {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).filter((name) => name.endsWith(".json")).sort().flatMap((name): Stored[] => {
    const file = join(dir, name);
    const parsed = schema.safeParse(parseJson(readFileSync(file, "utf8")));
    if (parsed.success) return [parsed.data];
    damaged(file, "not a document as it is kept now");
    return [];
  });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Keeps a document: written aside, flushed, then put in place at once. */
export const keep = (dir: string, document: Stored): void => {
  mkdirSync(dir, { recursive: true });
  const aside = join(dir, `.${document.key}.${process.pid}.tmp`);
  const handle = openSync(aside, "w");
  try {
    writeSync(handle, `${JSON.stringify(document, null, 1)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(aside, join(dir, `${document.key}.json`));
  flush(dir);
};

/** Takes a document away; false where there is none of that key. */
export const withdraw = (dir: string, key: string): boolean => {
  const file = join(dir, `${key}.json`);
  if (!/^[a-z0-9-]+$/.test(key) || !existsSync(file)) return false;
  rmSync(file);
  flush(dir);
  return true;
};

const flush = (dir: string): void => {
  const handle = openSync(dir, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
