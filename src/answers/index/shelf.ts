import type { Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";
import { type Bm25, buildPostings, type Field } from "./build-postings.ts";
import { nearWords, type Near } from "./near.ts";
import type { Postings } from "./postings.ts";
import { runCodes, spaced } from "./runs.ts";
import { stem } from "./stem.ts";
import { createTally, type Tally } from "./tally.ts";

/** The documents of one language, indexed by word stems and by runs of letters: plain data, as a snapshot keeps it. */
export type ShelfData = {
  locale: Locale;
  ids: string[];
  words: Postings;
  runs: Postings<number> | null;
  runLength: number;
  /** The stems of each document in order; fields are parted by -1. */
  order: Int32Array[];
  /** Each document's fields as folded text. */
  texts: { name: string; weight: number; plain: string }[][];
  /** Every word as it is written, of the documents and of the lexicon. */
  surface: string[];
};
export type Shelf = ShelfData & {
  /** A document's own runs, read again from its text. */
  runsOf: (doc: number) => Field<number>[];
  known: (word: string) => boolean;
  near: Near;
  tally: Tally;
};
export type Doc = { id: string; lang: Locale; fields: Record<string, string> };
export type ShelfOptions = { bm25: Bm25; fields: Record<string, number>; runLength: number; longest: number; moreWords: string[] };

export const openShelf = (data: ShelfData): Shelf => {
  const all = new Set(data.surface);
  return {
    ...data,
    runsOf: runsIn(data.texts, data.runLength),
    known: (word) => all.has(word) || data.words.terms.has(stem(word, data.locale)),
    near: nearWords(data.surface.filter((word) => /^\p{L}+$/u.test(word))),
    tally: createTally(data.ids.length),
  };
};

export const indexShelf = (locale: Locale, docs: Doc[], options: ShelfOptions): ShelfData => {
  const { bm25, longest, runLength } = options;
  const { surface, texts } = readTexts(docs, options);
  const stems = surface.map((word) => stem(word, locale));
  const stemsOf = (doc: number) => texts[doc]!.map(({ name, weight, words }) => ({ name, weight, terms: Array.from(words, (word) => stems[word]!) }));
  const words = buildPostings(docs.length, stemsOf, bm25, { longest, keep: "best" });
  const runs = runLength === 0 ? null : buildPostings(docs.length, runsIn(texts, runLength), bm25, { longest, keep: "none" });
  return {
    locale, words, runs, runLength,
    ids: docs.map((doc) => doc.id),
    order: texts.map((fields) => Int32Array.from(fields.flatMap((field) => [...Array.from(field.words, (word) => words.terms.get(stems[word]!) ?? -1), -1]))),
    texts: texts.map((fields) => fields.map(({ name, weight, plain }) => ({ name, weight, plain }))),
    surface: [...new Set([...options.moreWords, ...surface])],
  };
};

const runsIn = (texts: ShelfData["texts"], length: number) => (doc: number): Field<number>[] =>
  texts[doc]!.map(({ name, weight, plain }) => ({ name, weight, terms: runCodes(plain, length) }));

/** The words of all documents, and each document's fields as numbers of them. */
const readTexts = (docs: Doc[], { fields: weights }: ShelfOptions) => {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    if (known === numbers.size) numbers.set(word, known);
    return known;
  };
  const texts = docs.map(({ fields }) => Object.entries(fields).map(([name, text]) => {
    const words = tokens(text);
    return { name, weight: weights[name] ?? 1, plain: spaced(words), words: Uint32Array.from(words, numberOf) };
  }));
  return { surface: [...numbers.keys()], texts };
};
