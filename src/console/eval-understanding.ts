import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { intentExamples, loadContent } from "../content.ts";
import { chooseThresholds } from "./eval/choose.ts";
import { evalFolder } from "./eval/question.ts";
import { defaultThresholds } from "../understanding/understand.ts";
import { trainIntents } from "../understanding/intents.ts";
import { detectLanguage } from "../understanding/language.ts";

/**
 * The held-out utterances of `test/eval`: does the classifier find the intent, does it know "none of these", is the
 * language of a few words right? Prints the table of the README. `--choose` reads none of them: it chooses the
 * thresholds on the training content.
 */
const { flows, answers } = loadContent();
const examples = intentExamples(flows, answers);
if (process.argv.includes("--choose")) {
  console.log(chooseThresholds(examples, new Set([...flows.values()].flatMap(({ intent }) => intent ?? []))));
  process.exit();
}

const read = <T>(file: string, row: z.ZodType<T>): T[] =>
  readFileSync(join(evalFolder, file), "utf8").split("\n").filter(Boolean).map((line) => row.parse(JSON.parse(line)));

const { classify } = trainIntents(examples);
const share = (part: unknown[], whole: unknown[]) => `${((100 * part.length) / whole.length).toFixed(1)} %`;

// Each but the first was written when those before it had been read: it counts at first sight, once.
for (const file of ["intents.jsonl", "intents-2.jsonl", "intents-3.jsonl", "intents-4.jsonl"]) intents(file);

const messages = read("language.jsonl", z.object({ lang: z.enum(["es", "en"]), text: z.string(), noisy: z.boolean() }));
for (const noisy of [false, true]) {
  const rows = messages.filter((row) => row.noisy === noisy);
  console.log(`language, ${noisy ? "chat noise" : "clean"}: ${share(rows.filter((row) => detectLanguage(row.text).locale === row.lang), rows)} of ${rows.length}`);
}

function intents(file: string): void {
  const utterances = read(file, z.object({ lang: z.string(), text: z.string(), intent: z.string().nullable() }));
  const guesses = utterances.map((row) => ({ ...row, guess: classify(row.text) }));
  const inScope = guesses.filter(({ intent }) => intent !== null);
  const outOfScope = guesses.filter(({ intent }) => intent === null);
  const figures = (threshold: number) => ({
    refused: share(inScope.filter(({ guess }) => guess.score < threshold), inScope),
    caught: share(outOfScope.filter(({ guess }) => guess.score < threshold), outOfScope),
  });

  console.log(`${file}: ${inScope.length} in scope, ${outOfScope.length} out of scope`);
  console.log(`accuracy: ${share(inScope.filter(({ intent, guess }) => guess.name === intent), inScope)}`);
  console.log(`at the threshold ${defaultThresholds.intent}:`, figures(defaultThresholds.intent));
  for (const allowed of [0.02, 0.03, 0.05]) {
    const scores = inScope.map(({ guess }) => guess.score).sort((a, b) => a - b);
    const threshold = scores[Math.floor(allowed * scores.length)] ?? 0;
    console.log(`where ${100 * allowed} % of in-scope is refused (${threshold.toFixed(3)}):`, figures(threshold));
  }
  if (!process.argv.includes("--show")) return;
  for (const { text, intent, guess } of guesses) {
    if ((intent === null && guess.score >= defaultThresholds.intent) || (intent !== null && guess.name !== intent)) {
      console.log(`${intent ?? "none"} ← ${guess.name} ${guess.score.toFixed(2)}: ${text}`);
    }
  }
}
