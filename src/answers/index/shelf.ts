import type { Locale } from "../../locale.ts";
import { fold, tokens } from "../../words.ts";
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
  const fieldsOf = (doc: number) =>
    Object.entries(docs[doc]!.fields).map(([name, text]) => ({ text, weight: options.fields[name] ?? 1 }));
  const surface = new Set(options.moreWords);
  const words = buildPostings(docs.length, (doc) => fieldsOf(doc).map(({ text, weight }) => ({
    weight,
    terms: tokens(text).map((word) => { surface.add(word); return stem(word, locale); }),
  })), options.bm25);
  const runs = options.runLength > 0
    ? buildPostings(docs.length, (doc) => fieldsOf(doc).map(({ text, weight }) => ({ weight, terms: letterRuns(text, options.runLength) })), options.bm25)
    : null;
  return {
    locale, words, runs,
    ids: docs.map((doc) => doc.id),
    order: docs.map((_, doc) => termOrder(fieldsOf(doc).map(({ text }) => text), locale, words)),
    known: (word) => surface.has(word) || words.terms.has(stem(word, locale)),
    near: nearWords([...surface].filter((word) => /^\p{L}+$/u.test(word))),
  };
};

/** Overlapping runs of letters, spaces counted: "la cita" by 5 → " la c", "la ci", "a cit", " cita", "cita ". */
export const letterRuns = (text: string, length: number): string[] => {
  const plain = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  return Array.from({ length: Math.max(0, plain.length - length + 1) }, (_, at) => plain.slice(at, at + length));
};

const termOrder = (texts: string[], locale: Locale, { terms }: Postings): Int32Array =>
  Int32Array.from(texts.flatMap((text) => [...tokens(text).map((word) => terms.get(stem(word, locale)) ?? -1), -1]));
