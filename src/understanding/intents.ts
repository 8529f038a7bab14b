import type { Locale } from "../locale.ts";
import { learnVocabulary } from "./intents/features.ts";
import { indexExamples } from "./intents/neighbours.ts";
import { softmax, trainRegression, type Memory } from "./intents/regression.ts";
import { inScope } from "./intents/scope.ts";
import { readable } from "./spoken.ts";

export type Example = { text: string; intent: string; locale?: Locale };

/** `name` is the likeliest intent, `score` (0..1) how far to trust it; `outOfScope` (0..1) that it is none of them. */
export type Classified = {
  name: string;
  score: number;
  /** Every other intent with at least `near` of the best one's probability, likeliest first, at most three. */
  near: { name: string; score: number }[];
  outOfScope: number;
};

export type IntentClassifier = { classify: (text: string) => Classified };

/**
 * Learns intents from examples, in this process, the same each time. About a second for 1,500 examples.
 * Throws when there is no example.
 */
export const trainIntents = (examples: readonly Example[], { near = 0.2, memory }: { near?: number; memory?: Memory | undefined } = {}): IntentClassifier => {
  if (examples.length === 0) throw new Error("intents: no examples to learn from; give at least one {text, intent}");
  const names = [...new Set(examples.map(({ intent }) => intent))].sort();
  const numberOf = new Map(names.map((name, i) => [name, i]));
  const vocabulary = learnVocabulary(examples.map(({ text }) => text));
  const vectors = vocabulary.learned;
  const outsideAt = names.indexOf(outside);
  const labels = Int32Array.from(examples, ({ intent }) => numberOf.get(intent)!);
  const size = vocabulary.size;
  const regression = trainRegression({ vectors, labels, classes: names.length, size, memory });
  const neighbours = indexExamples(vectors, labels, names.length, size);

  const classify = (message: string): Classified => {
    const text = readable(message);
    const vector = vocabulary.vector(text);
    const logits = regression.logits(vector);
    const cosines = neighbours(vector);
    const own = logits.slice();
    for (let c = 0; c < logits.length; c++) logits[c]! += neighbourWeight * cosines[c]!;
    softmax(logits);
    const probabilityOutside = outsideAt < 0 ? 0 : logits[outsideAt]!;
    if (outsideAt >= 0) logits[outsideAt] = 0;
    const best = indexOfLargest(logits);
    const trust = vector.at.length === 0 ? 0 : (1 - probabilityOutside) * inScope({
      strength: own[best]! / regression.aim, nearest: cosines[best]!, coverage: vocabulary.coverage(text),
    });
    return {
      name: names[best]!,
      score: trust,
      near: nearTo(best, logits, names, trust, near),
      outOfScope: 1 - trust,
    };
  };
  return { classify };
};

/** The intent of examples that are none of the others: it is never given, it only lowers the trust in them. */
export const outside = "outside";

const neighbourWeight = 2;

const indexOfLargest = (values: Float32Array): number => {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
};

const nearTo = (best: number, probabilities: Float32Array, names: string[], score: number, share: number) =>
  [...probabilities]
    .map((probability, i) => ({ i, ratio: probability / probabilities[best]! }))
    .filter(({ i, ratio }) => i !== best && ratio >= share)
    .sort((a, b) => b.ratio - a.ratio)
    .slice(0, 3)
    .map(({ i, ratio }) => ({ name: names[i]!, score: score * ratio }));
