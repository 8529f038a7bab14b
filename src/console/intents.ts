import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { trainIntents } from "../understanding/intents.ts";

const row = z.object({ text: z.string(), intent: z.string().nullable() });
type Row = z.infer<typeof row>;

/** Measures the intent classifier: prints one JSON line. `ms` is the time to learn. */
const main = (): void => {
  const { values } = parseArgs({ options: { train: { type: "string" }, test: { type: "string" } } });
  if (!values.train || !values.test) throw new Error("usage: npm run intents -- --train TRAIN.jsonl --test TEST.jsonl");
  const examples = readRows(values.train).flatMap(({ text, intent }) => (intent === null ? [] : [{ text, intent }]));
  const tests = readRows(values.test);
  const started = performance.now();
  const { classify } = trainIntents(examples);
  const ms = Math.round(performance.now() - started);
  const results = tests.map(({ text, intent }) => ({ intent, ...classify(text) }));
  const inside = results.filter(({ intent }) => intent !== null);
  const outside = results.filter(({ intent }) => intent === null).map(({ outOfScope }) => outOfScope);
  const scopes = inside.map(({ outOfScope }) => outOfScope);
  console.log(JSON.stringify({
    accuracy: share(inside.filter(({ intent, name }) => intent === name).length, inside.length),
    oos_recall_at_2pct: recall(scopes, outside, 0.02),
    oos_recall_at_5pct: recall(scopes, outside, 0.05),
    ms,
  }));
};

const readRows = (file: string): Row[] =>
  readFileSync(file, "utf8").split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = row.safeParse(readJson(line));
    if (!parsed.success) throw new Error(`${file}:${i + 1}: not {text, intent}: ${line.slice(0, 80)}`);
    return [parsed.data];
  });

const readJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Share of `outside` that is refused when the threshold refuses `refused` of `inside`; null without either. */
const recall = (inside: number[], outside: number[], refused: number): number | null => {
  if (inside.length === 0) return null;
  const threshold = inside.toSorted((a, b) => b - a)[Math.floor(refused * inside.length)]!;
  return share(outside.filter((score) => score > threshold).length, outside.length);
};

const share = (part: number, all: number): number | null => (all === 0 ? null : Math.round((part / all) * 10_000) / 10_000);

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
