/**
 * BM25 scores, worked out when the index is built: a term's documents stand between two offsets. Terms are words or,
 * for runs of letters, numbers that stand for them.
 */
export type Postings<Term extends string | number = string> = Lists & {
  terms: Map<Term, number>;
  norms: Norms;
  idf: Float32Array;
  /** The idf of a term that no document holds. */
  unseenIdf: number;
};
export type Lists = {
  /** Of term t: documents `docs[offsets[t]]` up to `docs[offsets[t + 1]]`, ascending. */
  offsets: Uint32Array;
  docs: Uint32Array;
  /** What a term adds to a document's score: idf × saturated, length-normed frequency. */
  impacts: Float32Array;
  /** Of a term that very many documents hold, those to which it adds most: what a search walks through first. */
  best: Map<number, List>;
};
/** BM25's parameters, and the mean length of each field over all documents: one without the field counts as empty. */
export type Norms = { k1: number; b: number; lengths: Map<string, number> };
export type List = { docs: Uint32Array; impacts: Float32Array };

/** The documents that a search walks through for a term: all, or the best of very many. */
export const listOf = ({ best, docs, impacts, offsets }: Lists, term: number): List => {
  const [from, end] = [offsets[term]!, offsets[term + 1]!];
  return best.get(term) ?? { docs: docs.subarray(from, end), impacts: impacts.subarray(from, end) };
};

/** What a term adds to one document; 0 where it does not stand. */
export const impactOf = ({ docs, impacts, offsets }: Lists, term: number, doc: number): number => {
  let [from, end] = [offsets[term]!, offsets[term + 1]!];
  while (from < end) {
    const middle = (from + end) >>> 1;
    if (docs[middle]! < doc) from = middle + 1;
    else end = middle;
  }
  return from < offsets[term + 1]! && docs[from] === doc ? impacts[from]! : 0;
};

export const holders = ({ offsets }: Lists, term: number): number => offsets[term + 1]! - offsets[term]!;

/** BM25F: how much one occurrence in a field counts, by the field's weight and its own length. */
export const shareOf = (field: string, weight: number, length: number, { b, lengths }: Norms): number =>
  weight / (1 - b + b * (length / (lengths.get(field) ?? 1)));

export const impact = (idf: number, frequency: number, { k1 }: Norms): number => idf * ((frequency * (k1 + 1)) / (frequency + k1));
