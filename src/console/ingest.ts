import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { findDocuments } from "../answers/ingest/files.ts";
import type { Limits } from "../answers/ingest/limits.ts";
import { metaFrom } from "../answers/ingest/metadata.ts";
import { withdraw } from "../answers/ingest/store.ts";
import { ingestFile, readKept, type Ingestion, type Outcome } from "../answers/ingest/update.ts";
import { watchFolder } from "../answers/ingest/watch.ts";
import { loadKnowledge } from "../answers/knowledge.ts";
import { readConfig } from "../config.ts";
import { tokens } from "../words.ts";

const usage = `usage: npm run ingest -- PATH…                 documents, or folders of them (PDF, HTML, DOCX, TXT, MD)
       npm run ingest -- --watch DIR           keeps the index like the folder until it is stopped
       npm run ingest -- --withdraw KEY        takes a document away
for one document: --title --publisher --url --published (or a file <document>.yaml beside it)
limits: --max-mb 50 --max-seconds 60`;

const text = { type: "string" } as const;

/** Takes published documents into the knowledge; a line for each, exit 1 when one was refused. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      watch: text, withdraw: { type: "string", multiple: true }, title: text, publisher: text, url: text, published: text,
      "max-mb": text, "max-seconds": text,
    },
  });
  if (!values.watch && !values.withdraw && positionals.length === 0) throw new Error(usage);
  const { dataDir, now } = readConfig();
  if (dataDir.includes("://")) throw new Error(`DATA_DIR ${dataDir}: documents are kept in a folder; give one`);
  const dir = join(dataDir, "knowledge");
  for (const key of values.withdraw ?? []) {
    if (!withdraw(dir, key)) throw new Error(`--withdraw ${key}: no document of that key in ${dir}`);
    console.log(`withdrawn  ${key}`);
  }
  const { title, publisher, url, published } = values;
  const meta = metaFrom(Object.fromEntries(Object.entries({ title, publisher, url, published }).filter(([, value]) => value !== undefined)), "options");
  const ingestion = { ...withKnowledge(dir, now()), meta, limits: limits(values["max-mb"], values["max-seconds"]) };
  await ingestPaths(positionals, ingestion);
  if (values.watch) await watch(values.watch, ingestion);
};

const limits = (megabytes: string | undefined, seconds: string | undefined): Partial<Limits> => ({
  ...(megabytes === undefined ? {} : { fileBytes: positive("--max-mb", megabytes) * 1024 * 1024 }),
  ...(seconds === undefined ? {} : { ms: positive("--max-seconds", seconds) * 1000 }),
});

const positive = (name: string, value: string): number => {
  if (!(Number(value) > 0)) throw new Error(`${name} ${value}: must be a number above 0`);
  return Number(value);
};

/** The words of the articles tell torn words from whole ones; a document that they cite keeps its source. */
const withKnowledge = (dir: string, now: Date): Ingestion => {
  const { knowledge } = loadKnowledge(join(import.meta.dirname, "../../knowledge"));
  const words = [...new Set(knowledge.passages.flatMap((passage) => tokens(`${passage.heading} ${passage.text}`)))];
  return { dir, today: now.toISOString().slice(0, 10), sources: knowledge.sources, words };
};

const ingestPaths = async (paths: string[], ingestion: Ingestion): Promise<void> => {
  const { files, refused } = findDocuments(paths);
  if (files.length > 1 && Object.keys(ingestion.meta ?? {}).length > 0) {
    throw new Error(`--title, --publisher, --url and --published are for one document, and these are ${files.length}`);
  }
  refused.forEach(({ file, reason }) => { tell({ file, status: "refused", reason }); });
  const kept = readKept(ingestion.dir);
  for (const [at, file] of files.entries()) {
    progress(`${at + 1}/${files.length} ${basename(file)} …`);
    const outcome = await ingestFile(file, ingestion, kept);
    progress("");
    tell(outcome);
  }
};

const watch = async (folder: string, ingestion: Ingestion): Promise<void> => {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => { stop.abort(); });
  await watchFolder(folder, ingestion, { everyMs: 2_000, signal: stop.signal, tell });
};

const progress = (said: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${said}`);
};

const tell = (outcome: Outcome): void => {
  if (outcome.status === "refused") process.exitCode = 1;
  console.log(`${outcome.status.padEnd(10)} ${lineOf(outcome)}`);
};

const lineOf = (outcome: Outcome): string => {
  switch (outcome.status) {
    case "refused": return `${outcome.file}: ${outcome.reason}${outcome.kept ? ` (the version before stays: ${outcome.kept})` : ""}`;
    case "duplicate": return `${outcome.file}: says the same as ${outcome.of}`;
    case "withdrawn": return `${outcome.key}: ${outcome.file} is gone`;
    default: return `${outcome.key}: ${counts(outcome)}`;
  }
};

const counts = ({ passages, locales, pages, publisher }: Extract<Outcome, { passages: number }>): string =>
  [
    `${passages} passages (es ${locales.es}, en ${locales.en})`,
    ...(pages === undefined ? [] : [`${pages} pages`]),
    ...(publisher ? [] : ["no publisher known"]),
  ].join(", ");

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
