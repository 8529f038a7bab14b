import type { Vector } from "../intents/features.ts";
import { meaningOf } from "./meaning.ts";

/**
 * Folded words as numbers: words, pairs of words, pieces of words, and concepts, also with the signs of the whole message. Positions are hashes, so that nothing
 * of the examples is needed to read a message.
 */
export const toVector = (words: readonly string[], signs: readonly number[]): Vector => {
  const found = new Map<number, number>();
  addEqually(found, meaningOf(words, signs), 1);
  addEqually(found, wordFeatures(words), 0.8);
  addEqually(found, pieceFeatures(words), 0.8);
  const length = Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return { at: Int32Array.from(found.keys()), values: Float32Array.from(found.values(), (value) => value / length) };
};

/** How many positions there are. */
export const size = 1 << 17;

/** Each feature of a kind counts the same, and a kind counts `weight` however many features it has. */
const addEqually = (found: Map<number, number>, features: ReadonlySet<number>, weight: number): void => {
  const value = weight / Math.sqrt(features.size || 1);
  for (const at of features) found.set(at, (found.get(at) ?? 0) + value);
};

const wordFeatures = (words: readonly string[]): Set<number> => {
  const features = new Set<number>();
  let before = "<";
  for (const word of words) {
    features.add(hashOf(word, wordSeed) % size).add(hashOf(`${before} ${word}`, pairSeed) % size);
    before = word;
  }
  return features.add(hashOf(`${before} >`, pairSeed) % size);
};

const pieceFeatures = (words: readonly string[]): Set<number> => {
  const features = new Set<number>();
  for (const word of words) {
    const whole = `<${word}>`;
    for (const most of [3, 4, 5]) {
      for (let start = 0; start + most <= whole.length; start++) features.add(hashOf(whole.slice(start, start + most), pieceSeed) % size);
    }
  }
  return features;
};

// FNV-1a, 32 bits; a seed of its own keeps the kinds of features apart.
const wordSeed = 0x1b873593;
const pairSeed = 0x2545f491;
const pieceSeed = 0x811c9dc5;

const hashOf = (text: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
};
