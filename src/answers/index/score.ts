import type { Field } from "./build-postings.ts";
import { holders, impact, impactOf, listOf, shareOf, type Postings } from "./postings.ts";
import { touch, type Tally } from "./tally.ts";
import type { Unit, Way } from "./units.ts";

/**
 * Adds up what each unit brings to each document: the best of its ways. `reached` counts no more than the unit's
 * reach, and of another word for it only the share that its weight allows.
 */
export const tallyUnits = (units: Unit[], postings: Postings, tally: Tally): void => {
  for (const unit of units) {
    const docs: number[] = [];
    const keep = (doc: number, value: number, weight: number) => {
      if (value <= 0) return;
      if (tally.value[doc] === 0) docs.push(doc);
      if (value > tally.value[doc]!) tally.value[doc] = value;
      const reach = Math.min(value, unit.reach * weight);
      if (reach > tally.reach[doc]!) tally.reach[doc] = reach;
    };
    for (const way of unit.ways) walk(way, unit, postings, tally, keep);
    for (const doc of docs) {
      touch(tally, doc);
      tally.scores[doc]! += unit.share * tally.value[doc]!;
      tally.reached[doc]! += tally.reach[doc]!;
      tally.value[doc] = tally.reach[doc] = 0;
    }
  }
};

/** A document that holds only some words of a known phrase ("sc 1") holds little of what it means. */
const partOfPhrase = 0.5;

type Keep = (doc: number, value: number, weight: number) => void;

const walk = (way: Way, unit: Unit, postings: Postings, tally: Tally, keep: Keep): void => {
  if (way.terms.length > 1) return way.all ? walkAll(way, unit, postings, keep) : walkSome(way, unit, postings, tally, keep);
  const { docs, impacts } = listOf(postings, way.terms[0]!);
  for (let at = 0; at < docs.length; at++) keep(docs[at]!, valueOf(way, unit, impacts[at]!, 1), way.weight);
};

/** Every term is needed: the rarest one's documents are asked for the others. */
const walkAll = (way: Way, unit: Unit, postings: Postings, keep: Keep): void => {
  const [rarest, ...others] = way.terms.toSorted((a, b) => holders(postings, a) - holders(postings, b));
  const { docs, impacts } = listOf(postings, rarest!);
  for (let at = 0; at < docs.length; at++) {
    let [sum, terms] = [impacts[at]!, 1];
    for (const other of others) {
      const added = impactOf(postings, other, docs[at]!);
      if (added === 0) break;
      sum += added;
      terms++;
    }
    if (terms === way.terms.length) keep(docs[at]!, valueOf(way, unit, sum, terms), way.weight);
  }
};

const walkSome = (way: Way, unit: Unit, postings: Postings, tally: Tally, keep: Keep): void => {
  const met: number[] = [];
  for (const term of way.terms) {
    const { docs, impacts } = listOf(postings, term);
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at]!;
      if (tally.terms[doc]! === 0) met.push(doc);
      tally.sum[doc]! += impacts[at]!;
      tally.terms[doc]!++;
    }
  }
  for (const doc of met) {
    keep(doc, valueOf(way, unit, tally.sum[doc]!, tally.terms[doc]!), way.weight);
    tally.sum[doc] = tally.terms[doc] = 0;
  }
};

/** What a way brings to a document that holds `terms` of its terms, worth `sum` together. */
const valueOf = (way: Way, { worth, most }: Unit, sum: number, terms: number): number => {
  if (way.terms.length === 1) return (way.all ? Math.min(sum, most) : sum) * way.weight;
  const whole = terms === way.terms.length;
  if (way.all) return whole ? Math.min(sum, worth) * way.weight : 0;
  return sum * way.weight * (whole ? 1 : partOfPhrase);
};

/** What all units bring to one document, by the whole lists: the same sum as `tallyUnits`, without its short cuts. */
export const exactly = (units: Unit[], postings: Postings, doc: number): { score: number; reached: number } => {
  let [score, reached] = [0, 0];
  for (const unit of units) {
    let [value, reach] = [0, 0];
    for (const way of unit.ways) {
      let [sum, terms] = [0, 0];
      for (const term of way.terms) {
        const added = impactOf(postings, term, doc);
        sum += added;
        terms += Number(added > 0);
      }
      const brought = valueOf(way, unit, sum, terms);
      value = Math.max(value, brought);
      reach = Math.max(reach, Math.min(brought, unit.reach * way.weight));
    }
    score += unit.share * value;
    reached += reach;
  }
  return { score, reached };
};

/** A question's runs of letters that some document holds: which term each is, and its share (0..1) of them all. */
export type Runs = { byCode: Map<number, Run>; marks: Uint8Array };
type Run = { term: number; share: number };

/** Most runs of a text are not asked about: a mark for the last bits of those that are spares looking them up. */
const marked = 0xffff;

export const readRuns = (codes: Int32Array, postings: Postings<number>): Runs => {
  const distinct = [...new Set(codes)];
  const idf = (code: number) => { const term = postings.terms.get(code); return term === undefined ? postings.unseenIdf : postings.idf[term]!; };
  const most = distinct.reduce((sum, code) => sum + idf(code), 0);
  const byCode = new Map<number, Run>();
  const marks = new Uint8Array(marked + 1);
  for (const code of distinct) {
    const term = postings.terms.get(code);
    if (term === undefined) continue;
    byCode.set(code, { term, share: idf(code) / most });
    marks[code & marked] = 1;
  }
  return { byCode, marks };
};

/** Adds what the question's runs of letters bring, weighed, and the share of them that each document holds. */
export const addRuns = (tally: Tally, runs: Runs, postings: Postings<number>, weight: number): void => {
  for (const { term, share } of runs.byCode.values()) {
    const { docs, impacts } = listOf(postings, term);
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at]!;
      touch(tally, doc);
      tally.ofRuns[doc]! += impacts[at]! * weight;
      tally.runs[doc]! += share;
    }
  }
};

/** The same for one document, from its own letters: of runs that very many hold, there is no list. */
export const runsExactly = (fields: Field<number>[], { byCode, marks }: Runs, postings: Postings<number>): { score: number; share: number } => {
  const frequency = new Map<number, number>();
  for (const { name, weight, terms: codes } of fields) {
    const share = shareOf(name, weight, codes.length, postings.norms);
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at]!;
      if (marks[code & marked] === 1 && byCode.has(code)) frequency.set(code, (frequency.get(code) ?? 0) + share);
    }
  }
  let [score, share] = [0, 0];
  for (const [code, times] of frequency) {
    const run = byCode.get(code)!;
    score += impact(postings.idf[run.term]!, times, postings.norms);
    share += run.share;
  }
  return { score, share };
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
