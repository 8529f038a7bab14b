import { concepts } from "./case-kind/concepts.ts";
import { softmax, trainRegression, type Memory } from "./intents/regression.ts";
import { size, vectorsBy } from "./refusal/features.ts";

/** A story that was reviewed, and the kind of case that it makes. */
export type KindExample = { text: string; kind: string };

/** The kinds that a story may be, the likeliest first; `score` (0..1) adds up to 1 over all of them. */
export type GuessKind = (story: string) => { kind: string; score: number }[];

/** Learns from reviewed stories, the same each time, of which kind a story is. Throws without examples. */
export const learnKinds = (examples: readonly KindExample[], memory?: Memory): GuessKind => {
  const kinds = [...new Set(examples.map(({ kind }) => kind))];
  if (kinds.length < 2) throw new Error("case kinds: at least two kinds with examples are needed; add them to knowledge/data/case-kinds.yaml");
  const known = memory?.recall();
  const regression = trainRegression({
    vectors: known ? [] : examples.map(({ text }) => toVector(text)),
    labels: Int32Array.from(known ? [] : examples, ({ kind }) => kinds.indexOf(kind)),
    classes: kinds.length,
    size,
    memory: memory && { ...memory, recall: () => known },
  });
  return (story) => {
    const chances = regression.logits(toVector(story));
    softmax(chances);
    return kinds.map((kind, i) => ({ kind, score: chances[i]! })).sort((a, b) => b.score - a.score);
  };
};

const toVector = vectorsBy(concepts);
