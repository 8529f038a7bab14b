import { wordsIn } from "../spoken.ts";
import { meaningOf } from "./meaning.ts";
import { sounded } from "./sound.ts";

/** A sparse vector of length 1 (or empty): positions, and a value for each. */
export type Vector = { at: Int32Array; values: Float32Array };

/** What the training examples taught: which features exist, and how telling each one is. */
export type Vocabulary = {
  size: number;
  /** Those of the texts that it was learned from, in their order. */
  learned: Vector[];
  vector: (text: string) => Vector;
  /** Share (0..1, weighted by how telling each word is) of a message's words that training has seen. */
  coverage: (text: string) => number;
};

/** Features of `texts`: pieces of two to five letters within a word, words and pairs of words, all as they sound, and what they mean. */
export const learnVocabulary = (texts: readonly string[]): Vocabulary => {
  const seenIn = new Map<number, number>();
  const counted = texts.map(countFeatures);
  for (const counts of counted) {
    for (const hash of counts.keys()) seenIn.set(hash, (seenIn.get(hash) ?? 0) + 1);
  }
  const known: Known = { position: new Map(), rarity: [], rarest: rarityOf(0, texts.length) };
  const least = texts.length < manyTexts ? 1 : 2;
  for (const [hash, count] of seenIn) {
    if (count < least) continue;
    known.position.set(hash, known.rarity.length);
    known.rarity.push(rarityOf(count, texts.length));
  }
  return {
    size: known.rarity.length,
    learned: counted.map((counts) => toVector(counts, known)),
    vector: (text) => toVector(countFeatures(text), known),
    coverage: (text) => coverageOf(text, known),
  };
};

/** Below this many examples a feature seen once is kept. */
const manyTexts = 500;

const rarityOf = (count: number, all: number): number => Math.sqrt(Math.log((1 + all) / (1 + count)) + 1);

type Known = { position: Map<number, number>; rarity: number[]; rarest: number };

const kinds = [
  { name: "letters", weight: 1 },
  { name: "words", weight: 0.7 },
  { name: "pairs", weight: 0.5 },
  { name: "concepts", weight: 0.4 },
] as const;
type Kind = 0 | 1 | 2 | 3;

/** Each kind is brought to its own fixed length first: a message has many more pieces than words. */
const toVector = (counts: Map<number, Count>, { position, rarity }: Known): Vector => {
  const found: { at: number; value: number; kind: Kind }[] = [];
  const squares = [0, 0, 0, 0];
  for (const [hash, { times, kind }] of counts) {
    const at = position.get(hash);
    if (at === undefined) continue;
    const value = (1 + Math.log(times)) * rarity[at]!;
    squares[kind]! += value * value;
    found.push({ at, value, kind });
  }
  const all = Math.sqrt(kinds.reduce((sum, { weight }, kind) => sum + (squares[kind]! > 0 ? weight * weight : 0), 0));
  const scale = kinds.map(({ weight }, kind) => weight / (Math.sqrt(squares[kind]!) || 1) / (all || 1));
  return {
    at: Int32Array.from(found, ({ at }) => at),
    values: Float32Array.from(found, ({ value, kind }) => value * scale[kind]!),
  };
};

const coverageOf = (text: string, { position, rarity, rarest }: Known): number => {
  let known = 0;
  let all = 0;
  for (const word of wordsIn(text).map(sounded)) {
    const at = position.get(hashOf(word, wordSeed));
    const weight = (at === undefined ? rarest : rarity[at]!) ** 2 - 1;
    all += weight;
    if (at !== undefined) known += weight;
  }
  return all === 0 ? 0 : known / all;
};

type Count = { times: number; kind: Kind };

const countFeatures = (text: string): Map<number, Count> => {
  const counts = new Map<number, Count>();
  const add = (hash: number, kind: Kind) => {
    const count = counts.get(hash);
    if (count) count.times++;
    else counts.set(hash, { times: 1, kind });
  };
  const said = wordsIn(text);
  let before = "<";
  for (const word of said.map(sounded)) {
    for (const hash of letterPieces(` ${word} `)) add(hash, 0);
    add(hashOf(word, wordSeed), 1);
    add(hashOf(`${before} ${word}`, pairSeed), 2);
    before = word;
  }
  if (before !== "<") add(hashOf(`${before} >`, pairSeed), 2);
  for (const meant of meaningOf(said)) add(hashOf(meant, conceptSeed), 3);
  return counts;
};

const letterPieces = (word: string): number[] => {
  const hashes: number[] = [];
  for (let start = 0; start < word.length; start++) {
    let hash = letterSeed;
    for (let size = 1; size <= 5 && start + size <= word.length; size++) {
      hash = step(hash, word.charCodeAt(start + size - 1));
      if (size >= 2) hashes.push(hash);
    }
  }
  return hashes;
};

// FNV-1a, 32 bits; a seed of its own keeps the kinds of features apart.
const letterSeed = 0x811c9dc5;
const wordSeed = 0x1b873593;
const pairSeed = 0x2545f491;
const conceptSeed = 0x3c6ef372;

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193) >>> 0;

const hashOf = (text: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
};
