import { editDistance } from "../../words.ts";

export type Near = (word: string) => string[];

/**
 * Finds the words of a vocabulary nearest to an unknown one: those that share most letter pairs are measured by
 * edit distance. One slip is allowed up to seven letters, two beyond. The first and last letters count as pairs.
 */
export const nearWords = (vocabulary: string[]): Near => {
  const holders = new Map<string, number[]>();
  vocabulary.forEach((word, at) => {
    for (const pair of letterPairs(word)) {
      const list = holders.get(pair);
      if (list) list.push(at);
      else holders.set(pair, [at]);
    }
  });
  const shared = new Uint8Array(vocabulary.length);
  const found = new Map<string, string[]>();
  const look = (word: string): string[] => {
    const allowed = word.length <= 7 ? 1 : 2;
    const pairs = letterPairs(word);
    const candidates = sharing(pairs, holders, shared, Math.max(1, pairs.size - 3 * allowed));
    return nearest(word, candidates.map((at) => vocabulary[at]!), allowed);
  };
  return (word) => {
    if (word.length < 3 || /\d/.test(word)) return [];
    const known = found.get(word) ?? look(word);
    if (found.size < remembered) found.set(word, known);
    return known;
  };
};

const remembered = 10_000;

const letterPairs = (word: string): Set<string> => {
  const padded = `^${word}$`;
  const pairs = new Set<string>();
  for (let at = 0; at < padded.length - 1; at++) pairs.add(padded.slice(at, at + 2));
  return pairs;
};

const sharing = (pairs: Set<string>, holders: Map<string, number[]>, shared: Uint8Array, least: number): number[] => {
  const touched: number[] = [];
  for (const pair of pairs) {
    for (const at of holders.get(pair) ?? []) {
      if (shared[at]! === 0) touched.push(at);
      shared[at]!++;
    }
  }
  const enough = touched.filter((at) => shared[at]! >= least);
  for (const at of touched) shared[at] = 0;
  return enough;
};

const nearest = (word: string, candidates: string[], allowed: number): string[] => {
  let best = allowed;
  let found: string[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, best);
    if (distance > best) continue;
    if (distance < best) { best = distance; found = []; }
    found.push(candidate);
  }
  return found;
};
