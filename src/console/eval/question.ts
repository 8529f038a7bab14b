import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A question of `test/eval/*.jsonl`, with what a right reply must hold. */
const question = z.looseObject({
  id: z.string(),
  lang: z.enum(["es", "en"]),
  kind: z.string().default("fact"),
  condition: z.string().default("clean"),
  question: z.string().optional(),
  turns: z.array(z.string()).optional(),
  /** Requirements, each met by any of its alternatives. */
  facts: z.array(z.array(z.string())).default([]),
  /** Keys of sources, or hosts of their pages: one of them must be shown. */
  sources: z.array(z.string()).default([]),
  /** What makes a reply wrong when it stands there. */
  wrong: z.array(z.string()).default([]),
  expect: z.enum(["ask", "unknown", "refuse", "danger", "innocent"]).optional(),
  options: z.array(z.string()).default([]),
  danger: z.string().optional(),
  closed: z.boolean().default(false),
  pair: z.string().optional(),
});
export type Question = z.infer<typeof question>;

export const evalFolder = join(import.meta.dirname, "..", "..", "..", "test", "eval");

/** All questions of a file of `test/eval`. @throws naming the line that cannot be read */
export const readQuestions = (file: string): Question[] =>
  readFileSync(join(evalFolder, file), "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line, i) => {
      const read = question.safeParse(JSON.parse(line));
      if (!read.success) throw new Error(`${file}:${i + 1}: ${z.prettifyError(read.error)}`);
      return file.startsWith("innocent") ? { ...read.data, kind: "innocent", expect: "innocent" as const } : read.data;
    });

export const questionFiles = (): string[] =>
  readdirSync(evalFolder).filter((file) => /^(questions|innocent|blind).*\.jsonl$/.test(file)).sort();
