import type { Vector } from "./features.ts";
import { createChance, shuffled, type Chance } from "./chance.ts";

export type Regression = {
  logits: (vector: Vector) => Float32Array;
  /** The logit of the right class that training aims at; it grows with the number of classes. */
  aim: number;
};

export type Training = {
  vectors: readonly Vector[]; labels: Int32Array; classes: number; size: number;
  /** What was learned from the very same examples before, and where to keep it: learning takes seconds. */
  memory?: Memory | undefined;
  /** How often each example is seen; fewer where there are many of them. */
  epochs?: number;
};
export type Memory = { recall: () => Float32Array | undefined; keep: (learned: Float32Array) => void };

const usualEpochs = 25;
const firstRate = 4;
/** The part of the truth that is spread over all classes: keeps the model from being too sure of itself. */
const spread = 0.1;
/** The part of the features that is left out, by chance, each time an example is seen. */
const leftOut = 0.2;

/**
 * Multinomial logistic regression by stochastic gradient descent. Chance comes from a fixed seed: the same
 * examples in the same order always give the same weights.
 */
export const trainRegression = (training: Training): Regression => {
  const { classes, size, memory } = training;
  const known = memory?.recall();
  const learned = known?.length === classes * (size + 1) ? known : new Float32Array(classes * (size + 1));
  const model: Model = { weights: learned.subarray(classes), offsets: learned.subarray(0, classes), classes };
  if (learned !== known) {
    descend(model, training);
    memory?.keep(learned);
  }
  return {
    aim: aimOf(classes),
    logits: (vector) => {
      const result = new Float32Array(classes);
      addLogits(model, vector, vector.at.length, result);
      return result;
    },
  };
};

const descend = (model: Model, { vectors, labels, classes, epochs = usualEpochs }: Training): void => {
  const chance = createChance(1);
  const order = shuffled(vectors.length, chance);
  const scores = new Float32Array(classes);
  const longest = vectors.reduce((most, { at }) => Math.max(most, at.length), 0);
  const kept = { at: new Int32Array(longest), values: new Float32Array(longest), length: 0 };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = firstRate * (1 - epoch / epochs);
    for (const i of order) {
      thin(vectors[i]!, kept, chance);
      learn(model, kept, labels[i]!, rate, scores);
    }
  }
};

const aimOf = (classes: number): number =>
  classes === 1 ? 1 : (Math.log(1 + ((1 - spread) * classes) / spread) * (classes - 1)) / classes;

type Model = { weights: Float32Array; offsets: Float32Array; classes: number };

/** The first `length` positions count. */
type Kept = Vector & { length: number };

const learn = (model: Model, vector: Kept, label: number, rate: number, scores: Float32Array): void => {
  const { weights, offsets, classes } = model;
  addLogits(model, vector, vector.length, scores);
  softmax(scores);
  for (let c = 0; c < classes; c++) scores[c] = (scores[c]! - spread / classes) * rate;
  scores[label]! -= (1 - spread) * rate;
  for (let j = 0; j < vector.length; j++) {
    const row = vector.at[j]! * classes;
    const value = vector.values[j]!;
    for (let c = 0; c < classes; c++) weights[row + c]! -= scores[c]! * value;
  }
  for (let c = 0; c < classes; c++) offsets[c]! -= scores[c]! * 0.1;
};

const addLogits = ({ weights, offsets, classes }: Model, { at, values }: Vector, length: number, scores: Float32Array): void => {
  scores.set(offsets);
  for (let j = 0; j < length; j++) {
    const row = at[j]! * classes;
    const value = values[j]!;
    for (let c = 0; c < classes; c++) scores[c]! += weights[row + c]! * value;
  }
};

/** Leaves features out by chance; into arrays that are used again, since this is done millions of times. */
const thin = ({ at, values }: Vector, kept: Kept, chance: Chance): void => {
  kept.length = 0;
  for (let j = 0; j < at.length; j++) {
    if (chance() < leftOut) continue;
    kept.at[kept.length] = at[j]!;
    kept.values[kept.length] = values[j]! / (1 - leftOut);
    kept.length++;
  }
};

/** Turns logits into probabilities, in place. */
export const softmax = (scores: Float32Array): void => {
  let largest = -Infinity;
  for (const score of scores) if (score > largest) largest = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp(scores[c]! - largest);
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
};
