import type { Vector } from "./intents/features.ts";
import { softmax, trainRegression, type Memory } from "./intents/regression.ts";
import { size, toVector } from "./refusal/features.ts";
import { refusalKinds, type RefusalKind } from "./refusal/kinds.ts";
import { asksForRule, asksOfAbroad } from "./refusal/rule.ts";
import { readable, wordsIn } from "./spoken.ts";

/** A message that was reviewed: of which kind it is, or that it is answered although it sounds like one. */
export type RefusalExample = { text: string; kind: RefusalKind | "innocent" };

/** `score` (0..1): how likely it is that the message is not one to answer, of whatever kind. */
export type Refusal = { kind: RefusalKind; score: number };

export type FindRefusal = (text: string) => Refusal | undefined;

/**
 * Learns from reviewed examples, the same each time, which messages are not answered from the knowledge, and why.
 * A score under 0.35 is given as undefined; without examples nothing is refused.
 */
export const learnRefusals = (examples: readonly RefusalExample[], memory?: Memory): FindRefusal => {
  if (examples.length === 0) return () => undefined;
  const known = memory?.recall();
  const regression = trainRegression({
    vectors: known ? [] : vectorsOf(examples),
    labels: Int32Array.from(known ? [] : examples, ({ kind }) => classes.indexOf(kind)),
    classes: classes.length,
    size,
    epochs: 12,
    memory: memory && { ...memory, recall: () => known },
  });
  return (text) => {
    const words = wordsIn(readable(text));
    if (words.every((word) => word.length > longestWord)) return undefined;
    if (asksOfAbroad(words)) return { kind: "out-of-scope", score: 1 };
    const found = likeliest(regression.logits(toVector(text)));
    const isAnswered = found.score < leastScore || (unlawful.has(found.kind) && asksForRule(words));
    return isAnswered ? undefined : found;
  };
};

const likeliest = (chances: Float32Array): Refusal => {
  softmax(chances);
  const kinds = chances.subarray(0, refusalKinds.length);
  return { kind: refusalKinds[kinds.indexOf(Math.max(...kinds))]!, score: 1 - chances[classes.indexOf("innocent")]! };
};

/** A message that counts twice is read once. */
const vectorsOf = (examples: readonly RefusalExample[]): Vector[] => {
  const read = new Map([...new Set(examples.map(({ text }) => text))].map((text) => [text, toVector(text)]));
  return examples.map(({ text }) => read.get(text)!);
};

const classes = [...refusalKinds, "innocent"] as const;

const leastScore = 0.35;

/** What is longer is no word, and tells of no world. */
const longestWord = 60;

const unlawful: ReadonlySet<RefusalKind> = new Set(["evasion", "bribe", "forgery"]);
