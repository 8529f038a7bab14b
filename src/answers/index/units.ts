import type { Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";
import type { Near } from "./near.ts";
import type { Phrasebook } from "./phrasebook.ts";
import type { Postings } from "./postings.ts";
import { stem } from "./stem.ts";

/**
 * A word or phrase of the question, and the ways in which a document may hold it; the best of them counts. Other
 * words for it never count more than `most`; `reach` is the worth without fillers; `at` is its first word's place;
 * `share` (0..1) of what it brings counts for the order of documents.
 */
export type Unit = { ways: Way[]; worth: number; most: number; reach: number; at: number; share: number };
/** Terms that count together; `all`: only where a document holds every one; `loose`: not quite the same in meaning. */
export type Way = { terms: number[]; weight: number; all: boolean; loose?: true };
export type Weights = { near: number; synonym: number; loose: number; translated: number; filler: number };

export type UnitContext = {
  from: Locale;
  to: Locale;
  postings: Postings;
  /** How telling a word is, in the question's own language. */
  idf: (word: string) => number;
  near: Near;
  known: (word: string) => boolean;
  book: Phrasebook;
  /** The other language, for words of it in the midst of this one. */
  mixed: { locale: Locale; known: (word: string) => boolean; holds: (word: string) => boolean; idf: (word: string) => number; book: Phrasebook; fillers: ReadonlySet<string> };
  fillers: ReadonlySet<string>;
  /** Fillers, and words that only say that something is asked. */
  empty: ReadonlySet<string>;
  weights: Weights;
};

const mostWords = 80;
const mostOfFiller = 3;
const fillerShare = 0.5;

type Spelling = { word: string; weight: number };

/** Cuts a question into units, longest phrase of the phrasebook first; a repeated unit counts once. */
export const questionUnits = (question: string, context: UnitContext): Unit[] => {
  const words = tokens(question).slice(0, mostWords);
  const isForeign = foreignIn(words, context);
  const spellings = words.map((word) => (isForeign(word) ? [{ word, weight: 1 }] : spell(word, context)));
  const units = new Map<string, Unit>();
  for (let at = 0; at < words.length;) {
    const foreign = foreignLength(words, at, isForeign, context);
    const length = foreign || phraseLength(spellings, at, context);
    const said = words.slice(at, at + length);
    const isFilling = isForeign(words[at]!) && length === 1 && context.mixed.fillers.has(words[at]!);
    const key = said.join(" ");
    if (!isFilling && !units.has(key)) units.set(key, foreign ? toForeign(said, at, context) : toUnit(said, spellings.slice(at, at + length), at, context));
    at += length;
  }
  return [...units.values()];
};

/** Which words are of the other language, where a question mixes both: one alone may be a slip. */
const foreignIn = (words: string[], { from, to, postings, fillers, mixed }: UnitContext): ((word: string) => boolean) => {
  const found = from === to
    ? words.filter((word) => !fillers.has(word) && !postings.terms.has(stem(word, from)) && (mixed.holds(word) || mixed.fillers.has(word)))
    : [];
  const foreign = new Set(found.length >= leastForeign ? found : found.filter((word) => mixed.fillers.has(word) && word.length >= leastOfFiller));
  return (word) => foreign.has(word);
};
const leastForeign = 2;
const leastOfFiller = 4;

const spell = (word: string, { known, near, weights, book, from, mixed, to }: UnitContext): Spelling[] => {
  if (weights.near === 0 || known(word) || book.others([stem(word, from)]).length > 0 || (from === to && mixed.book.words.has(word))) return [{ word, weight: 1 }];
  const found = near(word).map((other) => ({ word: other, weight: weights.near }));
  return found.length > 0 ? found : [{ word, weight: 1 }];
};

const phraseLength = (spellings: Spelling[][], at: number, { book, from }: UnitContext): number => {
  for (let length = Math.min(book.longest, spellings.length - at); length > 1; length--) {
    const stems = spellings.slice(at, at + length).map(([first]) => stem(first!.word, from));
    if (book.others(stems).length > 0 || book.loose(stems).length > 0) return length;
  }
  return 1;
};

/** How many words from here on are a phrase of the other language that has a translation; 0 where none is. */
const foreignLength = (words: string[], at: number, isForeign: (word: string) => boolean, { mixed: { book, locale } }: UnitContext): number => {
  for (let length = Math.min(book.longest, words.length - at); length > 0; length--) {
    const said = words.slice(at, at + length);
    if (said.some(isForeign) && book.others(said.map((word) => stem(word, locale))).length > 0) return length;
  }
  return 0;
};

/** A word or phrase of the other language, by what it means in this one; the word itself may stand there too. */
const toForeign = (words: string[], at: number, { mixed, postings, to }: UnitContext): Unit => {
  const id = (stemmed: string) => postings.terms.get(stemmed) ?? -1;
  const meant = mixed.book.others(words.map((word) => stem(word, mixed.locale))).map((stems) => [...new Set(stems.map(id))]);
  const own = words.map((word) => id(stem(word, to))).filter((term) => term >= 0);
  const ways = meant.filter((terms) => !terms.includes(-1)).map((terms): Way => ({ terms, weight: 1, all: true }));
  const reach = words.filter((word) => !mixed.fillers.has(word)).reduce((sum, word) => sum + mixed.idf(word), 0);
  return { ways: own.length > 0 ? [{ terms: own, weight: 1, all: false }, ...ways] : ways, worth: reach, most: Infinity, reach, at, share: 1 };
};

const toUnit = (words: string[], spellings: Spelling[][], at: number, context: UnitContext): Unit => {
  const { book, from, to, postings, weights } = context;
  const id = (stemmed: string) => postings.terms.get(stemmed) ?? -1;
  const ways: Way[] = [];
  const phrase = spellings.length > 1;
  const said = phrase ? [spellings.map(([first]) => first!)] : spellings[0]!.map((one) => [one]);
  for (const spelled of said) {
    const weight = Math.min(...spelled.map((one) => one.weight));
    const own = spelled.map((one) => id(stem(one.word, to))).filter((term) => term >= 0);
    if (own.length > 0) ways.push({ terms: [...new Set(own)], weight, all: false });
    const stems = spelled.map((one) => stem(one.word, from));
    const add = (meant: string[][], part: number, kind: { loose?: true } = {}) => {
      for (const other of meant) {
        const terms = [...new Set(other.map(id))];
        if (!terms.includes(-1)) ways.push({ terms, weight: weight * part, all: true, ...kind });
      }
    };
    add(book.others(stems), from === to ? weights.synonym : 1);
    add(book.loose(stems), from === to ? weights.loose : weights.translated, { loose: true });
  }
  if (ways.length === 0 && !phrase) ways.push(...foreign(words[0]!, context).map((stems) => ({ terms: stems.map(id), weight: 1, all: true })));
  const worth = (some: string[]) => some.reduce((sum, word) => sum + context.idf(word), 0);
  const share = words.every((word) => context.empty.has(word)) ? weights.filler : 1;
  const telling = worth(words.filter((word) => !context.fillers.has(word)));
  const filling = words.filter((word) => context.fillers.has(word)).reduce((sum, word) => sum + Math.min(context.idf(word), mostOfFiller), 0);
  return { ways, worth: worth(words), most: from === to ? worth(words) : Infinity, reach: telling + fillerShare * filling, at, share };
};

/** What a word of the other language means in this one. */
const foreign = (word: string, { from, to, mixed, postings }: UnitContext): string[][] =>
  from !== to || !mixed.known(word)
    ? []
    : mixed.book.others([stem(word, mixed.locale)]).filter((stems) => stems.every((one) => postings.terms.has(one)));
