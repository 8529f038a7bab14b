/** BM25 scores, worked out when the index is built: a term's documents stand between two offsets. */
export type Postings = {
  terms: Map<string, number>;
  /** Of term t: documents `docs[offsets[t]]` up to `docs[offsets[t + 1]]`, ascending. */
  offsets: Uint32Array;
  docs: Uint32Array;
  /** What a term adds to a document's score: idf × saturated, length-normed frequency. */
  impacts: Float32Array;
  idf: Float32Array;
  /** The idf of a term that no document holds. */
  unseenIdf: number;
};
export type Bm25 = { k1: number; b: number };
export type Field = { name: string; weight: number; terms: string[] };

/** Builds the postings of documents given as fields. */
export const buildPostings = (count: number, read: (doc: number) => Field[], { k1, b }: Bm25): Postings => {
  const terms = new Map<string, number>();
  const documents = Array.from({ length: count }, (_, doc) => read(doc).filter(({ weight }) => weight > 0).map((field) => numbered(field, terms)));
  const averages = averageLengths(documents);
  const holding = countHolding(documents, terms.size);
  const offsets = new Uint32Array(terms.size + 1);
  for (let term = 0; term < terms.size; term++) offsets[term + 1] = offsets[term]! + holding[term]!;
  const idf = Float32Array.from(holding, (documents) => idfOf(documents, count));
  const docs = new Uint32Array(offsets[terms.size]!);
  const impacts = new Float32Array(docs.length);
  const next = offsets.slice();
  const frequency = new Float64Array(terms.size);
  documents.forEach((fields, doc) => {
    for (const term of addFrequencies(fields, averages, b, frequency)) {
      const at = next[term]!++;
      docs[at] = doc;
      impacts[at] = idf[term]! * ((frequency[term]! * (k1 + 1)) / (frequency[term]! + k1));
      frequency[term] = 0;
    }
  });
  return { terms, offsets, docs, impacts, idf, unseenIdf: idfOf(0, count) };
};

type Numbered = { name: string; weight: number; terms: Uint32Array };

/** Terms are numbered in order of appearance. */
const numbered = ({ name, weight, terms: written }: Field, terms: Map<string, number>): Numbered => ({
  name, weight,
  terms: Uint32Array.from(written, (term) => {
    const known = terms.get(term) ?? terms.size;
    if (known === terms.size) terms.set(term, known);
    return known;
  }),
});

/** The mean length of each field, over all documents: one without the field counts as empty. */
const averageLengths = (documents: Numbered[][]): Map<string, number> => {
  const lengths = new Map<string, number>();
  for (const { name, terms } of documents.flat()) lengths.set(name, (lengths.get(name) ?? 0) + terms.length / documents.length);
  return lengths;
};

/** BM25F: each field's frequency is normed by the field's own length, then weighed. Gives the terms met. */
const addFrequencies = (fields: Numbered[], averages: Map<string, number>, b: number, frequency: Float64Array): number[] => {
  const met: number[] = [];
  for (const { name, weight, terms } of fields) {
    const share = weight / (1 - b + b * (terms.length / (averages.get(name) || 1)));
    for (const term of terms) {
      if (frequency[term] === 0) met.push(term);
      frequency[term]! += share;
    }
  }
  return met;
};

/** How many documents hold each term. */
const countHolding = (documents: Numbered[][], size: number): Uint32Array => {
  const holding = new Uint32Array(size);
  const last = new Int32Array(size).fill(-1);
  documents.forEach((fields, doc) => {
    for (const { terms } of fields) {
      for (const term of terms) {
        if (last[term] === doc) continue;
        last[term] = doc;
        holding[term]!++;
      }
    }
  });
  return holding;
};

const idfOf = (holding: number, count: number): number => Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
