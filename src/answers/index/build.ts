import { locales, type Locale } from "../../locale.ts";
import { editDistance, tokens } from "../../words.ts";
import { emptyLexicon, type Lexicon } from "../content/lexicon.ts";
import { createPhrasebook, type Phrasebook } from "./phrasebook.ts";
import type { Postings } from "./postings.ts";
import { addRuns, pairBonus, tallyUnits, type Tally } from "./score.ts";
import { buildShelf, letterRuns, type Doc, type Shelf } from "./shelf.ts";
import { stem } from "./stem.ts";
import { questionUnits, type Unit } from "./units.ts";

export type { Doc } from "./shelf.ts";
export type Hit = {
  id: string;
  /** For ranking only: not comparable between questions or languages. */
  score: number;
  /** 0..1: the share of the question, by how telling its words and letters are, that the document holds. */
  confidence: number;
};
export type IndexOptions = {
  k1: number; b: number;
  /** What a field's words weigh; 1 where a field is not named. */
  fields: Record<string, number>;
  /** What a near word, a synonym, a pair of neighbours and the runs of letters count; 0 switches each off. */
  near: number; synonym: number; pairs: number; runs: number;
  /** How much a document gains that holds all telling words, as a share of its score. */
  coverage: number;
  runLength: number;
  lexicon: Lexicon;
};
export type SearchOptions = {
  /** The language of the question. */
  from: Locale;
  /** The language of the documents; the question's own where it is not given. */
  to?: Locale;
  limit?: number;
};
export type Index = {
  search: (question: string, options: SearchOptions) => Hit[];
  /** The question with its shorthand written out and its slips mended, as far as the index knows the words. */
  mend: (question: string, locale: Locale) => string;
  /** What a question says, in terms of the documents of language `to`. */
  units: (question: string, from: Locale, to: Locale) => Unit[];
  /** The terms of the documents of a language, and how telling each is. */
  terms: (locale: Locale) => Postings;
};

export const defaults: IndexOptions = {
  k1: 0.9, b: 0.75, fields: {}, near: 0.7, synonym: 0.7, pairs: 0.25, runs: 0.4, coverage: 1, runLength: 5, lexicon: emptyLexicon,
};
const reranked = 50;
/** Shorter words than this are too near to others to be mended. */
const leastMended = 5;
/** How much of the confidence is the share of letter runs held; the rest is the share of words. */
const runShare = 0.4;

/** An index of documents in memory, a shelf for each language. Building it is cheap: content changed, build anew. */
export const buildIndex = (docs: Doc[], changed: Partial<IndexOptions> = {}): Index => {
  const options = { ...defaults, ...changed };
  const books = Object.fromEntries(locales.map((from) =>
    [from, Object.fromEntries(locales.map((to) => [to, createPhrasebook(options.lexicon, from, to)]))],
  )) as Record<Locale, Record<Locale, Phrasebook>>;
  const shelves = Object.fromEntries(locales.map((locale) => [locale, buildShelf(
    locale, docs.filter((doc) => doc.lang === locale), shelfOptions(options, books, locale),
  )])) as Record<Locale, Shelf>;
  const fillers = Object.fromEntries(locales.map((locale) =>
    [locale, new Set(options.lexicon.fillers[locale].flatMap(tokens))])) as Record<Locale, Set<string>>;

  const unitsOf = (question: string, from: Locale, to: Locale): Unit[] => {
    const { words, known, near } = shelves[to];
    const own = shelves[from].words;
    const idf = (word: string) => {
      const term = own.terms.get(stem(word, from));
      return term === undefined ? own.unseenIdf : own.idf[term]!;
    };
    return questionUnits(question, {
      from, to, idf, near, known, postings: words, book: books[from][to], fillers: fillers[from], weights: options,
      mixed: { locale: other(from), known: shelves[other(from)].known, book: books[other(from)][from] },
    });
  };
  const mend = (question: string, locale: Locale): string => {
    const { known, near } = shelves[locale];
    const foreign = shelves[other(locale)].known;
    return question.replace(/[\p{L}\p{M}\p{N}]+/gu, (written) => {
      const [word = written] = tokens(written);
      const long = options.lexicon.shorthand[locale][word];
      if (long !== undefined) return long;
      return word.length < leastMended || known(word) || foreign(word) ? written : near(word).find((one) => editDistance(word, one, 1) === 1) ?? written;
    });
  };
  return {
    mend,
    units: unitsOf,
    terms: (locale) => shelves[locale].words,
    search: (question, { from, to = from, limit = 10 }) => {
      const shelf = shelves[to];
      if (shelf.ids.length === 0) return [];
      const units = unitsOf(question, from, to);
      const tally = tallyUnits(units, shelf.words, shelf.ids.length);
      const held = shares(tally, units);
      if (shelf.runs && options.runs > 0) {
        const runs = addRuns(tally, letterRuns(tokens(question), options.runLength), shelf.runs, options.runs);
        held.forEach((share, doc) => { held[doc] = share + runShare * (runs[doc]! - share); });
      }
      for (const doc of tally.touched) tally.scores[doc]! *= 1 + options.coverage * held[doc]!;
      return rank(shelf, tally, neighbours(units), options.pairs, limit)
        .map((doc) => ({ id: shelf.ids[doc]!, score: tally.scores[doc]!, confidence: held[doc]! }));
    },
  };
};

const other = (locale: Locale): Locale => (locale === "es" ? "en" : "es");

const shares = ({ reached }: Tally, units: Unit[]): Float32Array => {
  const most = units.reduce((sum, unit) => sum + unit.reach, 0);
  return most === 0 ? new Float32Array(reached.length) : reached.map((found) => Math.min(1, found / most));
};

const shelfOptions = (options: IndexOptions, books: Record<Locale, Record<Locale, Phrasebook>>, locale: Locale) => ({
  bm25: options,
  fields: options.fields,
  runLength: options.runs > 0 ? options.runLength : 0,
  moreWords: [...locales.flatMap((from) => [...books[from][locale].words]), ...options.lexicon.outside[locale].flatMap(tokens), ...options.lexicon.fillers[locale]],
});

const neighbours = (units: Unit[]): [number, number][] => {
  const terms = units.flatMap(({ ways }) => {
    const own = ways.find((way) => !way.all);
    return own ? own.terms : [-1];
  });
  return terms.slice(1).map((term, at): [number, number] => [terms[at]!, term]).filter(([a, b]) => a >= 0 && b >= 0);
};

const rank = (shelf: Shelf, { scores, touched }: Tally, pairs: [number, number][], weight: number, limit: number): number[] => {
  const byScore = (a: number, b: number) => scores[b]! - scores[a]! || a - b;
  const first = touched.sort(byScore);
  if (weight === 0) return first.slice(0, limit);
  const looked = first.slice(0, Math.max(limit, reranked));
  for (const doc of looked) scores[doc]! += weight * pairBonus(pairs, shelf.order[doc]!, shelf.words);
  return looked.sort(byScore).slice(0, limit);
};
