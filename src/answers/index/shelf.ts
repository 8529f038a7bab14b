import type { Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";
import { buildPostings, type Bm25, type Postings } from "./postings.ts";
import { nearWords, type Near } from "./near.ts";
import { stem } from "./stem.ts";

/** The documents of one language, indexed by word stems and by runs of letters. */
export type Shelf = {
  locale: Locale;
  ids: string[];
  words: Postings;
  runs: Postings | null;
  /** The stems of each document in order; fields are parted by -1. */
  order: Int32Array[];
  known: (word: string) => boolean;
  near: Near;
};
export type Doc = { id: string; lang: Locale; fields: Record<string, string> };
export type ShelfOptions = { bm25: Bm25; fields: Record<string, number>; runLength: number; moreWords: string[] };

export const buildShelf = (locale: Locale, docs: Doc[], options: ShelfOptions): Shelf => {
  const texts = docs.map(({ fields }) =>
    Object.entries(fields).map(([name, text]) => ({ name, weight: options.fields[name] ?? 1, words: tokens(text) })));
  const surface = new Set([...options.moreWords, ...texts.flatMap((fields) => fields.flatMap((field) => field.words))]);
  const postings = (termsOf: (words: string[]) => string[]) => buildPostings(docs.length, (doc) =>
    texts[doc]!.map(({ name, weight, words }) => ({ name, weight, terms: termsOf(words) })), options.bm25);
  const words = postings((field) => field.map((word) => stem(word, locale)));
  const runs = options.runLength > 0 ? postings((field) => letterRuns(field, options.runLength)) : null;
  return {
    locale, words, runs,
    ids: docs.map((doc) => doc.id),
    order: texts.map((fields) => termOrder(fields.map((field) => field.words), locale, words)),
    known: (word) => surface.has(word) || words.terms.has(stem(word, locale)),
    near: nearWords([...surface].filter((word) => /^\p{L}+$/u.test(word))),
  };
};

/** Overlapping runs of letters, spaces counted: "la cita" by 5 → " la c", "la ci", "a cit", " cita", "cita ". */
export const letterRuns = (words: string[], length: number): string[] => {
  const plain = ` ${words.join(" ")} `;
  return Array.from({ length: Math.max(0, plain.length - length + 1) }, (_, at) => plain.slice(at, at + length));
};

const termOrder = (fields: string[][], locale: Locale, { terms }: Postings): Int32Array =>
  Int32Array.from(fields.flatMap((words) => [...words.map((word) => terms.get(stem(word, locale)) ?? -1), -1]));
