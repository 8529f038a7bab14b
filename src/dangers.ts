import { basename, join } from "node:path";
import { z } from "zod";
import { readYaml } from "./answers/content/read.ts";
import type { Knowledge } from "./answers/knowledge.ts";
import type { Fault } from "./fault.ts";
import type { DangerExample } from "./understanding/danger.ts";
import { dangersSaid } from "./understanding/danger/said.ts";
import type { Example } from "./understanding/intents.ts";
import { wordsIn } from "./understanding/spoken.ts";
import { dangers } from "./understanding/types.ts";
import { faultOfVariants, variantsOf } from "./understanding/variants.ts";
import { fold } from "./words.ts";

type Passage = Knowledge["passages"][number];

const said = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({ es: said, en: said });

const kinds = [...dangers, "innocent"] as const;

/** Lines of `knowledge/data/danger/<kind>.yaml`, in both languages. */
export type ReviewedDangers = { kind: (typeof kinds)[number]; file: string; lines: string[] }[];

export const readDangers = (folder: string, faults: Fault[]): ReviewedDangers =>
  kinds.flatMap((kind) => {
    const file = join(folder, `${kind}.yaml`);
    const read = readYaml(file, schema, faults);
    return read ? [{ kind, file, lines: [...read.es, ...read.en] }] : [];
  });

/**
 * What the learned layer learns from: the reviewed sentences, also misspelt, and as innocent how people ask for services
 * for what is published, and for what is `refused`. Not of refuge, nor of the lines and routes of care: who asks for those may well tell of a danger.
 */
export const dangerExamples = (
  reviewed: ReviewedDangers, intents: readonly Example[], passages: readonly Passage[], refused: readonly string[],
  memoryOf: (asked: readonly string[]) => Memory = () => noMemory,
): DangerExample[] => {
  const asked = [
    ...refused,
    ...intents.filter(({ intent }) => intent !== "service:refugio").map(({ text }) => text),
    ...passages.filter(({ topic }) => topic !== "care").flatMap(({ heading, asks }) => [heading, ...asks.slice(0, mostAsks)]),
  ];
  const harmful = harmfulOf(asked, memoryOf(asked));
  const harmless = asked.filter((_, i) => harmful[i] === 0);
  const said = reviewed.flatMap(({ kind, lines }) => lines.flatMap(variantsOf).map((text): DangerExample => ({ text, danger: kind, misspell: true })));
  return [...said, ...withQuestion(said, harmless), ...harmless.map((text): DangerExample => ({ text, danger: "innocent" }))];
};

const mostAsks = 3;

/** What was found in the very same sentences by the very same rules. */
type Memory = { recall: () => Float32Array | undefined; keep: (found: Float32Array) => void };

const noMemory: Memory = { recall: () => undefined, keep: () => undefined };

/** For each sentence how many dangers the rules find in it. */
const harmfulOf = (asked: readonly string[], memory: Memory): Float32Array => {
  const before = memory.recall();
  if (before?.length === asked.length) return before;
  const found = Float32Array.from(asked, (text) => dangersSaid(wordsIn(text)).length);
  memory.keep(found);
  return found;
};

/**
 * Sentences with a question about something else before or after it, since people write both in one message: every second
 * innocent one, and every third of the others, so that the question itself stays innocent.
 */
const withQuestion = (said: readonly DangerExample[], questions: readonly string[]): DangerExample[] =>
  said.flatMap(({ text, danger }, i) =>
    i % (danger === "innocent" ? 2 : 3) === 0 && questions.length > 0 ? [{ text: beside(text, questions[(i * 7919) % questions.length]!, i % 12 < 6), danger }] : []);

const beside = (text: string, question: string, first: boolean): string => (first ? `${question}? ${text}` : `${text}. ${question}`);

/** The lines of one kind, each with all that it stands for. */
export const innocentMessages = (reviewed: ReviewedDangers): string[] =>
  reviewed.filter(({ kind }) => kind === "innocent").flatMap(({ lines }) => lines.flatMap(variantsOf));

/** Every fault of the reviewed lines: brackets that do not close, and a sentence that stands twice. */
export const checkDangers = (reviewed: ReviewedDangers): Fault[] => {
  const faults: Fault[] = [];
  const first = new Map<string, string>();
  for (const { file, lines } of reviewed) {
    for (const line of lines) {
      const message = faultOfVariants(line);
      if (message) faults.push({ file, path: line, message });
      const other = first.get(fold(line));
      if (other) faults.push({ file, path: line, message: `also stands in ${basename(other)}; keep one` });
      first.set(fold(line), file);
    }
  }
  return faults;
};
