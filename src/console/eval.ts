import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../answers/knowledge.ts";
import type { Evaluation } from "../metrics/quality/keep.ts";
import type { Service } from "../service.ts";
import { crossedTable } from "./eval/crossed.ts";
import { noised } from "./eval/noise.ts";
import { questionFiles, readQuestions, type Question } from "./eval/question.ts";
import { score, type Said } from "./eval/score.ts";
import { noiseCost, table, type Result } from "./eval/table.ts";
import { inMemory } from "./in-memory.ts";

/**
 * Asks the project's own questions and scores the replies: `npm run eval`, `-- --file blind-40.jsonl`, `-- --closed`
 * (the third that is kept for the end), `-- --show wrong`. `--noise` asks the clean questions a second time with slips of
 * the finger and says what they cost; `--crossed` asks of the passages of the other language alone. Replies are kept in
 * `dist/eval` so that scoring can be looked at by hand. The score of the whole stands in `knowledge/data/evaluation.json`: the service
 * publishes it as the quality of this very content.
 */
const { values: options } = parseArgs({
  options: { file: { type: "string" }, closed: { type: "boolean", default: false }, show: { type: "string" },
    noise: { type: "boolean", default: false }, crossed: { type: "boolean", default: false } },
});
if (options.crossed) {
  console.log(crossedTable(loadKnowledge("knowledge").knowledge));
  process.exit();
}

const service = await inMemory();
const files = options.file ? [options.file] : questionFiles().filter((file) => !file.startsWith("blind"));
const questions = files.flatMap(readQuestions).filter((q) => options.file?.startsWith("blind") || q.closed === options.closed);
const results: (Result & { said: Said })[] = [];
for (const question of questions) {
  const said = await ask(service, question);
  results.push({ question, said, verdict: score(question, said) });
}
const clean = options.noise ? results.filter(({ question: { condition } }) => condition === "clean") : [];
const noisy: Result[] = [];
for (const { question } of clean) {
  noisy.push({ question, verdict: score(question, await ask(service, withNoise(question, noisy.length))) });
}
await service.close();

keep();
if (!options.file && !options.closed) keepScore();
for (const { question, said, verdict } of results.filter((r) => options.show?.split(",").includes(r.verdict))) {
  const asked = question.question ?? question.turns?.join(" / ");
  console.log(`${verdict} ${question.id} ${asked}\n   ${said.outcome} ${said.replies.map((r) => r.ref).join(" ")} | wants ${JSON.stringify(question.facts)} ${question.sources.join(",")}`);
}
console.log(table(results));
if (options.noise) console.log(noiseCost(clean, noisy));

async function ask({ reception }: Service, { question, turns, lang }: Question): Promise<Said> {
  const conversationId = randomUUID();
  let said: Said | undefined;
  for (const text of turns ?? [question ?? ""]) {
    said = await reception.converse({ channel: "console", conversationId, turnId: randomUUID(), text, locale: lang });
  }
  return said!;
}

function withNoise(question: Question, seed: number): Question {
  return { ...question, question: noised(question.question ?? "", seed), turns: question.turns?.map((text) => noised(text, seed)) };
}

function keep(): void {
  const folder = join(import.meta.dirname, "..", "..", "dist", "eval");
  mkdirSync(folder, { recursive: true });
  const lines = results.map(({ question: { id }, said, verdict }) => JSON.stringify({ id, verdict, ...said }));
  writeFileSync(join(folder, `${options.file ?? (options.closed ? "closed" : "open")}.answers.jsonl`), `${lines.join("\n")}\n`);
}

function keepScore(): void {
  const of = (verdict: string) => results.filter((result) => result.verdict === verdict).length;
  const score: Evaluation = {
    content: service.content.hash(), at: new Date().toISOString(), full: of("full"), partial: of("partial"), asked: of("asked"), silent: of("silent"), wrong: of("wrong"),
  };
  writeFileSync(join(import.meta.dirname, "..", "..", "knowledge", "data", "evaluation.json"), `${JSON.stringify(score, undefined, 2)}\n`);
}
