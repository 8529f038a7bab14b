import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Locale } from "../../locale.ts";
import { fold } from "../../words.ts";
import type { Passage, Source } from "../types.ts";
import { Refusal, type Meta } from "./blocks.ts";
import type { Document } from "./document.ts";
import { readFileAndMeta } from "./files.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { readInThread } from "./read-in-thread.ts";
import { format, keep, readStored, withdraw, type Stored } from "./store.ts";

/** What became of a document. */
export type Outcome = { file: string } & (
  | { status: "new" | "changed" | "unchanged"; key: string; passages: number; pages?: number; locales: Record<Locale, number>; publisher: boolean }
  | { status: "duplicate"; of: string }
  | { status: "refused"; reason: string; kept?: string }
  | { status: "withdrawn"; key: string }
);
export type Ingestion = {
  /** Where documents are kept: `DATA_DIR/knowledge`. */
  dir: string;
  /** ISO day. */
  today: string;
  /** Sources as they are already cited, by key: a document of that key is one of them. */
  sources?: ReadonlyMap<string, Source>;
  words?: readonly string[];
  /** Written about one document, before its own. */
  meta?: Meta;
  limits?: Partial<Limits>;
};

/** What is kept, by key; read once, then brought up to date by each document. */
export type Kept = Map<string, Stored>;
export const readKept = (dir: string): Kept => new Map(readStored(dir).map((one) => [one.key, one]));

/** Reads one file into the store; what has not changed is left as it is, and what is refused changes nothing. */
export const ingestFile = async (file: string, ingestion: Ingestion, kept = readKept(ingestion.dir)): Promise<Outcome> => {
  const key = keyOf(file);
  const before = kept.get(key);
  try {
    if (key === "") throw new Refusal("its name holds no letter or figure: rename it");
    if (before && before.file !== file && existsSync(before.file)) throw new Refusal(`"${key}" is already ${before.file}: rename one of them`);
    return await settle(file, key, kept, ingestion);
  } catch (error) {
    if (!(error instanceof Refusal) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    return refused(file, (error as Error).message, before);
  }
};

const settle = async (file: string, key: string, kept: Kept, ingestion: Ingestion): Promise<Outcome> => {
  const limits = { ...defaultLimits, ...ingestion.limits };
  const before = kept.get(key);
  const others = [...kept.values()].filter((one) => one.key !== key && one.file !== file && existsSync(one.file));
  const { bytes, meta: written } = readFileAndMeta(file, limits);
  const meta = { ...written, ...ingestion.meta };
  const known = ingestion.sources?.get(key);
  const source = Object.keys(meta).length === 0 ? known : undefined;
  const hash = sha256(bytes, JSON.stringify([format, meta, source ?? null]));
  if (before?.hash === hash && before.file === file) return told("unchanged", before);
  const same = others.find((other) => other.hash === hash);
  if (same) return { file, status: "duplicate", of: same.key };
  const read = await readInThread({
    name: basename(file), key, bytes, meta, today: ingestion.today, words: ingestion.words ?? [], limits, ...(source ? { source } : {}),
  });
  if (read.status === "refused") return refused(file, read.reason, before);
  const document = toStored(file, hash, read.document);
  const twin = others.find(({ textHash }) => textHash === document.textHash);
  if (twin) return { file, status: "duplicate", of: twin.key };
  keep(ingestion.dir, document);
  kept.set(key, document);
  return told(before ? "changed" : "new", document);
};

const keyOf = (file: string): string =>
  fold(basename(file).replace(/\.[^.]+$/, "")).replace(/[^a-z0-9]+/g, "-").slice(0, 100).replace(/^-+|-+$/g, "");

const sha256 = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

const toStored = (file: string, hash: string, { source, passages, pages }: Document): Stored => ({
  format, key: source.key, file, hash,
  textHash: sha256(fold(passages.map(({ text }) => text).join("\n")).replace(/[^\p{L}\p{N}]+/gu, "")),
  ...(pages === undefined ? {} : { pages }),
  source, passages,
});

const told = (status: "new" | "changed" | "unchanged", { file, key, passages, pages, source }: Stored): Outcome => ({
  file, status, key, passages: passages.length, locales: { es: inLocale(passages, "es"), en: inLocale(passages, "en") },
  publisher: source.publisher !== "", ...(pages === undefined ? {} : { pages }),
});

const inLocale = (passages: Passage[], locale: Locale): number => passages.filter((passage) => passage.locale === locale).length;

const refused = (file: string, reason: string, before: Stored | undefined): Outcome =>
  ({ file, status: "refused", reason, ...(before?.file === file ? { kept: before.key } : {}) });

/** Takes away the documents whose files were in a folder and are there no more. */
export const withdrawVanished = (dir: string, kept: Kept, folder: string, files: ReadonlySet<string>): Outcome[] =>
  [...kept.values()]
    .filter(({ file }) => file.startsWith(`${folder}/`) && !files.has(file))
    .filter(({ key }) => kept.delete(key) && withdraw(dir, key))
    .map(({ file, key }) => ({ file, status: "withdrawn", key }));
