import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { loadKnowledge } from "../answers/knowledge.ts";
import { indexOf, retrieve } from "../answers/retrieve.ts";
import { locales } from "../locale.ts";

const lang = z.enum(locales);
const paragraph = z.object({ id: z.string(), lang, title: z.string().optional(), text: z.string() });
const query = z.object({ id: z.string(), lang, text: z.string(), relevant: z.array(z.string()).min(1) });
const deepest = 10;

/** Measures the index that answers use on a corpus and queries of one's own; prints one JSON line. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { corpus: { type: "string" }, queries: { type: "string" } } });
  if (!values.corpus || !values.queries) throw new Error("usage: npm run retrieval -- --corpus C.jsonl --queries Q.jsonl");
  const corpus = await readLines(values.corpus, paragraph);
  const queries = await readLines(values.queries, query);
  const { lexicon } = loadKnowledge("knowledge").knowledge;
  const start = performance.now();
  const index = indexOf(corpus.map(({ id, lang, title, text }) =>
    ({ id, lang, fields: { ...(title ? { title } : {}), text } })), lexicon);
  const built = performance.now() - start;
  const measured = queries.map(({ text, lang, relevant }) => {
    const asked = performance.now();
    const hits = retrieve(index, text, lang, deepest);
    return { rank: hits.findIndex((hit) => relevant.includes(hit.id)), ms: performance.now() - asked };
  });
  console.log(JSON.stringify({ queries: queries.length, ...figures(measured), build_ms: Math.round(built) }));
};

const figures = (measured: { rank: number; ms: number }[]) => {
  const within = (depth: number) => measured.filter(({ rank }) => rank >= 0 && rank < depth).length;
  const reciprocal = measured.reduce((sum, { rank }) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0);
  const times = measured.map(({ ms }) => ms).sort((a, b) => a - b);
  const percentile = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0, 3);
  const count = Math.max(1, measured.length);
  return {
    recall1: round(within(1) / count, 4), recall5: round(within(5) / count, 4), mrr10: round(reciprocal / count, 4),
    p50_ms: percentile(0.5), p99_ms: percentile(0.99),
  };
};

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const readLines = async <S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>[]> => {
  const rows: z.output<S>[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (!line.trim()) continue;
    const row = schema.safeParse(parseJson(line));
    if (!row.success) throw new Error(`${file}: line ${number}: ${z.prettifyError(row.error)}`);
    rows.push(row.data);
  }
  return rows;
};

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
};

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
