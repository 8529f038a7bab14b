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

/** Builds the postings of documents given as fields; `read` is called three times for each document. */
export const buildPostings = (count: number, read: (doc: number) => Field[], { k1, b }: Bm25): Postings => {
  const averages = averageLengths(count, read);
  const { terms, holding } = countHolding(count, read);
  const offsets = new Uint32Array(terms.size + 1);
  for (let term = 0; term < terms.size; term++) offsets[term + 1] = offsets[term]! + holding[term]!;
  const idf = Float32Array.from(holding, (documents) => idfOf(documents, count));
  const docs = new Uint32Array(offsets[terms.size]!);
  const impacts = new Float32Array(docs.length);
  const next = offsets.slice();
  for (let doc = 0; doc < count; doc++) {
    for (const [name, frequency] of frequencies(read(doc), averages, b)) {
      const term = terms.get(name)!;
      const at = next[term]!++;
      docs[at] = doc;
      impacts[at] = idf[term]! * ((frequency * (k1 + 1)) / (frequency + k1));
    }
  }
  return { terms, offsets, docs, impacts, idf, unseenIdf: idfOf(0, count) };
};

/** The mean length of each field, over all documents: one without the field counts as empty. */
const averageLengths = (count: number, read: (doc: number) => Field[]): Map<string, number> => {
  const lengths = new Map<string, number>();
  for (let doc = 0; doc < count; doc++) {
    for (const { name, terms } of read(doc)) lengths.set(name, (lengths.get(name) ?? 0) + terms.length / count);
  }
  return lengths;
};

/** BM25F: each field's frequency is normed by the field's own length, then weighed. */
const frequencies = (fields: Field[], averages: Map<string, number>, b: number): Map<string, number> => {
  const found = new Map<string, number>();
  for (const { name, weight, terms } of fields) {
    if (weight === 0) continue;
    const share = weight / (1 - b + b * (terms.length / (averages.get(name) || 1)));
    for (const term of terms) found.set(term, (found.get(term) ?? 0) + share);
  }
  return found;
};

/** How many documents hold each term; terms are numbered in order of appearance. */
const countHolding = (count: number, read: (doc: number) => Field[]) => {
  const terms = new Map<string, number>();
  const holding: number[] = [];
  for (let doc = 0; doc < count; doc++) {
    for (const name of new Set(read(doc).flatMap((field) => (field.weight === 0 ? [] : field.terms)))) {
      const term = terms.get(name) ?? terms.size;
      if (term === terms.size) terms.set(name, term);
      holding[term] = (holding[term] ?? 0) + 1;
    }
  }
  return { terms, holding };
};

const idfOf = (holding: number, count: number): number => Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
