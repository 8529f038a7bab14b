import type { Postings } from "./postings.ts";
import type { Unit, Way } from "./units.ts";

export type Tally = { scores: Float32Array; reached: Float32Array; touched: number[] };

/**
 * Adds up what each unit brings to each document: the best of its ways. `reached` counts no more than the unit's
 * reach, and of another word for it only the share that its weight allows.
 */
export const tallyUnits = (units: Unit[], postings: Postings, count: number): Tally => {
  const tally: Tally = { scores: new Float32Array(count), reached: new Float32Array(count), touched: [] };
  const best = { value: new Float32Array(count), reached: new Float32Array(count), docs: [] as number[] };
  for (const unit of units) {
    for (const way of unit.ways) bestOf(way, unit, postings, best);
    for (const doc of best.docs) {
      if (tally.scores[doc] === 0) tally.touched.push(doc);
      tally.scores[doc]! += best.value[doc]!;
      tally.reached[doc]! += best.reached[doc]!;
      best.value[doc] = best.reached[doc] = 0;
    }
    best.docs = [];
  }
  return tally;
};

/** A document that holds only some words of a known phrase ("sc 1") holds little of what it means. */
const partOfPhrase = 0.5;

type Best = { value: Float32Array; reached: Float32Array; docs: number[] };

const bestOf = (way: Way, { worth, reach }: Unit, postings: Postings, best: Best): void => {
  const keep = (doc: number, value: number) => {
    if (best.value[doc] === 0) best.docs.push(doc);
    if (value > best.value[doc]!) best.value[doc] = value;
    best.reached[doc] = Math.max(best.reached[doc]!, Math.min(value, reach * way.weight));
  };
  if (way.terms.length === 1) {
    forEachPosting(postings, way.terms[0]!, (doc, impact) => { keep(doc, impact * way.weight); });
    return;
  }
  for (const [doc, { sum, terms }] of sums(way.terms, postings)) {
    const whole = terms === way.terms.length;
    if (!way.all) keep(doc, sum * way.weight * (whole ? 1 : partOfPhrase));
    else if (whole) keep(doc, Math.min(sum, worth) * way.weight);
  }
};

const sums = (terms: number[], postings: Postings): Map<number, { sum: number; terms: number }> => {
  const found = new Map<number, { sum: number; terms: number }>();
  for (const term of terms) {
    forEachPosting(postings, term, (doc, impact) => {
      const here = found.get(doc);
      if (!here) found.set(doc, { sum: impact, terms: 1 });
      else { here.sum += impact; here.terms++; }
    });
  }
  return found;
};

const forEachPosting = ({ offsets, docs, impacts }: Postings, term: number, each: (doc: number, impact: number) => void): void => {
  const end = offsets[term + 1]!;
  for (let at = offsets[term]!; at < end; at++) each(docs[at]!, impacts[at]!);
};

/**
 * Adds the score of the question's letter runs, weighed. Gives the share (0..1) of the runs, by how telling they
 * are, that each document holds.
 */
export const addRuns = (tally: Tally, runs: string[], postings: Postings, weight: number): Float32Array => {
  const shares = new Float32Array(tally.scores.length);
  const distinct = [...new Set(runs)].map((run) => postings.terms.get(run));
  const idf = (term: number | undefined) => (term === undefined ? postings.unseenIdf : postings.idf[term]!);
  const most = distinct.reduce<number>((sum, term) => sum + idf(term), 0);
  for (const term of distinct) {
    if (term === undefined) continue;
    forEachPosting(postings, term, (doc, impact) => {
      if (tally.scores[doc] === 0) tally.touched.push(doc);
      tally.scores[doc]! += impact * weight;
      shares[doc]! += idf(term) / most;
    });
  }
  return shares;
};

/** What the question's adjacent pairs bring to a document that holds them side by side. */
export const pairBonus = (pairs: [number, number][], order: Int32Array, { idf }: Postings): number => {
  let bonus = 0;
  for (const [first, second] of pairs) {
    for (let at = 0; at < order.length - 1; at++) {
      if (order[at] !== first || order[at + 1] !== second) continue;
      bonus += idf[first]! + idf[second]!;
      break;
    }
  }
  return bonus;
};
