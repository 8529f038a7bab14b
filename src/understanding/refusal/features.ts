import type { Vector } from "../intents/features.ts";
import { compilePhrases, type Phrases } from "../phrases.ts";
import { readable, wordsIn } from "../spoken.ts";
import { concepts } from "./concepts.ts";

/**
 * A message as numbers: its concepts, each pair of them, its words, pairs of words and pieces of words. Positions are
 * hashes, so that nothing of the examples has to be kept to read a message.
 */
export const vectorsBy = (concepts: Readonly<Record<string, readonly string[]>>): ((text: string) => Vector) => {
  const compiled = Object.entries(concepts).map(([name, phrases]) => ({ name, phrases: compilePhrases(phrases) }));
  return (text) => vectorOf(wordsIn(readable(text)), compiled);
};

/** As refusals are read. */
export const toVector = (text: string): Vector => ofRefusals(text);

/** How many positions there are. */
export const size = 1 << 16;

type Compiled = { name: string; phrases: Phrases }[];

const vectorOf = (words: readonly string[], compiled: Compiled): Vector => {
  const found = new Map<number, number>();
  addEqually(found, conceptFeatures(words, compiled), 1);
  addEqually(found, wordFeatures(words), 0.7);
  addEqually(found, pieceFeatures(words), 0.7);
  const length = Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return { at: Int32Array.from(found.keys()), values: Float32Array.from(found.values(), (value) => value / length) };
};

const conceptFeatures = (words: readonly string[], compiled: Compiled): string[] => {
  const here = compiled.filter(({ phrases }) => phrases.find(words)).map(({ name }) => name);
  if (words.some((word) => /\d{5}/.test(word))) here.push("number");
  return here.flatMap((name, i) => [`c:${name}`, ...here.slice(i + 1).map((other) => `c:${name}+${other}`)]);
};

const wordFeatures = (words: readonly string[]): string[] =>
  words.flatMap((word, i) => [`w:${shape(word)}`, `w:${shape(words[i - 1] ?? "<")} ${shape(word)}`]);

/** Which number it is does not matter. */
const shape = (word: string): string => (/\d/.test(word) ? `#${Math.min(word.length, 5)}` : word);

const pieceFeatures = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const whole = `<${word}>`;
    return [4, 5].flatMap((most) => Array.from({ length: Math.max(0, whole.length - most + 1) }, (_, i) => `p:${whole.slice(i, i + most)}`));
  });

/** Each feature once, all of a kind together as long as `weight`. */
const addEqually = (found: Map<number, number>, features: readonly string[], weight: number): void => {
  const different = new Set(features);
  const value = weight / Math.sqrt(different.size || 1);
  for (const feature of different) {
    const at = hashOf(feature) % size;
    found.set(at, (found.get(at) ?? 0) + value);
  }
};

const ofRefusals = vectorsBy(concepts);

// FNV-1a, 32 bits
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
};
