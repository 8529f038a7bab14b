import { impact, shareOf, type List, type Norms, type Postings } from "./postings.ts";

export type Bm25 = { k1: number; b: number };
export type Field<Term> = { name: string; weight: number; terms: ArrayLike<Term> };
/** What becomes of a term that more than `longest` documents hold: a list of its best beside the whole one, or no list at all. */
export type Long = { longest: number; keep: "best" | "none" };

/** Builds the postings of documents given as fields; each is read twice, so that nothing of it need be kept. */
export const buildPostings = <Term extends string | number>(
  count: number, read: (doc: number) => Field<Term>[], { k1, b }: Bm25, long: Long,
): Postings<Term> => {
  const { terms, holding, lengths } = survey(count, read);
  const idf = Float32Array.from(holding, (documents) => idfOf(documents, count));
  const norms: Norms = { k1, b, lengths: new Map([...lengths].map(([name, length]) => [name, length / count || 1])) };
  const lists = createLists(holding, long);
  const frequency = new Float64Array(terms.size);
  for (let doc = 0; doc < count; doc++) {
    for (const term of addFrequencies(read(doc), terms, norms, frequency)) {
      lists.add(term, doc, impact(idf[term]!, frequency[term]!, norms));
      frequency[term] = 0;
    }
  }
  return { terms, ...lists.done(), norms, idf, unseenIdf: idfOf(0, count) };
};

/** Terms are numbered in order of appearance. */
const survey = <Term extends string | number>(count: number, read: (doc: number) => Field<Term>[]) => {
  const terms = new Map<Term, number>();
  const holding: number[] = [];
  const last: number[] = [];
  const lengths = new Map<string, number>();
  for (let doc = 0; doc < count; doc++) {
    for (const { name, weight, terms: written } of read(doc)) {
      if (weight <= 0) continue;
      lengths.set(name, (lengths.get(name) ?? 0) + written.length);
      for (let at = 0; at < written.length; at++) {
        const id = terms.get(written[at]!) ?? terms.size;
        if (id === terms.size) { terms.set(written[at]!, id); holding.push(0); last.push(-1); }
        if (last[id] === doc) continue;
        last[id] = doc;
        holding[id]!++;
      }
    }
  }
  return { terms, holding, lengths };
};

/** Adds up the frequencies of a document's terms, and gives the terms met. */
const addFrequencies = <Term extends string | number>(
  fields: Field<Term>[], terms: Map<Term, number>, norms: Norms, frequency: Float64Array,
): number[] => {
  const met: number[] = [];
  for (const { name, weight, terms: written } of fields) {
    const share = shareOf(name, weight, written.length, norms);
    if (share <= 0) continue;
    for (let at = 0; at < written.length; at++) {
      const term = terms.get(written[at]!)!;
      if (frequency[term] === 0) met.push(term);
      frequency[term]! += share;
    }
  }
  return met;
};

const createLists = (holding: number[], { longest, keep }: Long) => {
  const offsets = new Uint32Array(holding.length + 1);
  holding.forEach((documents, term) => { offsets[term + 1] = offsets[term]! + (keep === "none" && documents > longest ? 0 : documents); });
  const docs = new Uint32Array(offsets.at(-1)!);
  const impacts = new Float32Array(docs.length);
  const next = offsets.slice();
  const add = (term: number, doc: number, impact: number) => {
    if (next[term] === offsets[term + 1]) return;
    const at = next[term]!++;
    docs[at] = doc;
    impacts[at] = impact;
  };
  const done = () => {
    const best = new Map<number, List>();
    holding.forEach((documents, term) => {
      if (documents > longest) best.set(term, bestOf({ docs: docs.subarray(offsets[term], next[term]), impacts: impacts.subarray(offsets[term], next[term]) }, longest));
    });
    return { offsets, docs, impacts, best };
  };
  return { add, done };
};

/** The entries of highest impact, documents still ascending; of equals the first ones. */
const bestOf = ({ docs, impacts }: List, most: number): List => {
  if (docs.length <= most) return { docs: docs.slice(), impacts: impacts.slice() };
  const least = impacts.slice().sort()[impacts.length - most]!;
  let equals = most - impacts.reduce((above, impact) => above + Number(impact > least), 0);
  const kept: number[] = [];
  impacts.forEach((impact, at) => { if (impact > least || (impact === least && equals-- > 0)) kept.push(at); });
  return { docs: Uint32Array.from(kept, (at) => docs[at]!), impacts: Float32Array.from(kept, (at) => impacts[at]!) };
};

const idfOf = (holding: number, count: number): number => Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
