import { locales, type Locale } from "../../locale.ts";
import { editDistance, tokens } from "../../words.ts";
import { emptyLexicon, type Lexicon } from "../content/lexicon.ts";
import { createPhrasebook, type Phrasebook } from "./phrasebook.ts";
import type { Postings } from "./postings.ts";
import { runCodes, spaced } from "./runs.ts";
import { addRuns, exactly, pairBonus, readRuns, runsExactly, tallyUnits } from "./score.ts";
import { indexShelf, openShelf, type Doc, type Shelf } from "./shelf.ts";
import { fromSnapshot } from "./snapshot.ts";
import { stem } from "./stem.ts";
import { clear, highest } from "./tally.ts";
import { bestStretch, worthOfTerms } from "./together.ts";
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
  /** What a word held loosely for another counts in its own language, and as a translation; what a word without meaning counts. */
  loose: number; translated: number; filler: number;
  /** What the words of the question count once more that stand together in one stretch. */
  together: number;
  /** How much a document gains that holds all telling words, as a share of its score. */
  coverage: number;
  runLength: number;
  /** Of a term that more documents hold, a search walks through the best so many; those that lead are then scored by all. */
  longest: number;
  lexicon: Lexicon;
  /** A folder where what is made of the documents is kept from one start to the next. */
  snapshots?: string | undefined;
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
  k1: 0.9, b: 0.75, fields: {}, near: 0.7, synonym: 0.7, pairs: 0.25, runs: 0.3, loose: 0.9, translated: 0.7, filler: 0.2, together: 1, coverage: 1, runLength: 5, longest: 2000, lexicon: emptyLexicon,
};
const reranked = 50;
const rescored = 120;
/** Shorter words than this are too near to others to be mended. */
const leastMended = 5;
/** How much of the confidence is the share of letter runs held; the rest is the share of words. */
const runShare = 0.4;

/** An index of documents in memory, a shelf for each language. It never changes: content changed, build another. */
export const buildIndex = (docs: Doc[], changed: Partial<IndexOptions> = {}): Index => {
  const options = { ...defaults, ...changed };
  const books = Object.fromEntries(locales.map((from) =>
    [from, Object.fromEntries(locales.map((to) => [to, createPhrasebook(options.lexicon, from, to)]))],
  )) as Record<Locale, Record<Locale, Phrasebook>>;
  const made = () => locales.map((locale) => indexShelf(locale, docs.filter((doc) => doc.lang === locale), shelfOptions(options, books, locale)));
  const data = options.snapshots === undefined ? made() : fromSnapshot(options.snapshots, [docs, options], made);
  const shelves = Object.fromEntries(data.map((one) => [one.locale, openShelf(one)])) as Record<Locale, Shelf>;
  const fillers = Object.fromEntries(locales.map((locale) =>
    [locale, new Set(options.lexicon.fillers[locale].flatMap(tokens))])) as Record<Locale, Set<string>>;
  const empty = Object.fromEntries(locales.map((locale) =>
    [locale, new Set([...fillers[locale], ...options.lexicon.asking[locale]])])) as Record<Locale, Set<string>>;

  const unitsOf = (question: string, from: Locale, to: Locale): Unit[] => {
    const { words, known, near } = shelves[to];
    const foreign = other(from);
    return questionUnits(question, {
      from, to, idf: (word) => rarity(from, word), near, known, postings: words, book: books[from][to], fillers: fillers[from], empty: empty[from], weights: options,
      mixed: {
        locale: foreign, known: shelves[foreign].known, holds: (word) => shelves[foreign].words.terms.has(stem(word, foreign)), idf: (word) => rarity(foreign, word), book: books[foreign][from], fillers: fillers[foreign],
      },
    });
  };
  const rarity = (locale: Locale, word: string): number => {
    const { terms, idf, unseenIdf } = shelves[locale].words;
    const term = terms.get(stem(word, locale));
    return term === undefined ? unseenIdf : idf[term]!;
  };
  const mend = (question: string, locale: Locale): string => {
    const { known, near } = shelves[locale];
    const foreign = shelves[other(locale)].known;
    return question.replace(/[\p{L}\p{M}\p{N}]+/gu, (written, at: number) => {
      const [word = written] = tokens(written);
      const long = options.lexicon.shorthand[locale][word];
      if (long !== undefined && !isPartOfName(question, written, at)) return long;
      if (known(word) || foreign(word)) return written;
      if (word.length < leastMended) return near(word).find((one) => isSwapped(word, one)) ?? nearFiller(word, fillers[locale]) ?? written;
      return near(word).filter((one) => editDistance(word, one, 1) === 1).sort((a, b) => rarity(locale, a) - rarity(locale, b))[0] ?? written;
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
      const runs = runCodes(spaced(tokens(question)), options.runLength);
      const found = lead(shelf, units, runs, options, limit);
      addTogether(shelf, found, units, options.together);
      const hits = byPairs(shelf, found, neighbours(units), options.pairs)
        .slice(0, limit).map((doc) => ({ id: shelf.ids[doc]!, score: shelf.tally.scores[doc]!, confidence: shelf.tally.reached[doc]! }));
      clear(shelf.tally);
      return hits;
    },
  };
};

/** The documents that lead, with their scores in the tally, and as `reached` the share of the question that each holds. */
const lead = ({ tally, words, ...shelf }: Shelf, units: Unit[], codes: Int32Array, options: IndexOptions, limit: number): number[] => {
  const runs = options.runs > 0 && shelf.runs ? { read: readRuns(codes, shelf.runs), postings: shelf.runs } : undefined;
  tallyUnits(units, words, tally);
  if (runs) addRuns(tally, runs.read, runs.postings, options.runs);
  const most = units.reduce((sum, unit) => sum + unit.reach, 0);
  const finish = (doc: number) => {
    const share = most === 0 ? 0 : Math.min(1, tally.reached[doc]! / most);
    const held = runs ? share + runShare * (tally.runs[doc]! - share) : share;
    tally.scores[doc] = (tally.scores[doc]! + tally.ofRuns[doc]!) * (1 + options.coverage * held);
    tally.reached[doc] = held;
  };
  if (words.best.size === 0 && !runs?.postings.best.size) {
    for (let at = 0; at < tally.count; at++) finish(tally.touched[at]!);
    return highest(tally, Math.max(limit, reranked));
  }
  for (let at = 0; at < tally.count; at++) tally.scores[tally.touched[at]!]! += tally.ofRuns[tally.touched[at]!]!;
  const leading = highest(tally, Math.max(limit, rescored));
  for (const doc of leading) {
    const { score, reached } = exactly(units, words, doc);
    tally.scores[doc] = score;
    tally.reached[doc] = reached;
    if (runs) {
      const own = runsExactly(shelf.runsOf(doc), runs.read, runs.postings);
      tally.ofRuns[doc] = own.score * options.runs;
      tally.runs[doc] = own.share;
    }
    finish(doc);
  }
  return leading;
};

/** "Mig" of Check-Mig and the R of an R visa are no shorthand. */
const isPartOfName = (question: string, written: string, at: number): boolean =>
  question[at - 1] === "-" || (at > 0 && /^\p{Lu}$/u.test(written) && /\p{Ll}/u.test(question));

/** A short word that nobody knows is likeliest one of those that carry no meaning, with a slip; which one does not matter. */
const nearFiller = (word: string, fillers: ReadonlySet<string>): string | undefined =>
  word.length < 2 || /\d/.test(word) ? undefined : [...fillers].find((filler) => filler.length > 1 && editDistance(word, filler, 1) === 1);

const isSwapped = (word: string, other: string): boolean =>
  word.length === other.length && [...word].sort().join("") === [...other].sort().join("");

const other = (locale: Locale): Locale => (locale === "es" ? "en" : "es");

const shelfOptions = (options: IndexOptions, books: Record<Locale, Record<Locale, Phrasebook>>, locale: Locale) => ({
  bm25: options,
  fields: options.fields,
  runLength: options.runs > 0 ? options.runLength : 0,
  longest: options.longest,
  moreWords: [...locales.flatMap((from) => [...books[from][locale].words]), ...options.lexicon.outside[locale].flatMap(tokens), ...options.lexicon.fillers[locale]],
});

const neighbours = (units: Unit[]): [number, number][] => {
  const terms = units.flatMap(({ ways }) => {
    const own = ways.find((way) => !way.all);
    return own ? own.terms : [-1];
  });
  return terms.slice(1).map((term, at): [number, number] => [terms[at]!, term]).filter(([a, b]) => a >= 0 && b >= 0);
};

/** Of two documents that hold the same words, the one that holds them in one place says more of what is asked. */
const addTogether = ({ tally: { scores }, order, words }: Shelf, leading: number[], units: Unit[], weight: number): void => {
  if (weight === 0) return;
  const worth = worthOfTerms(units, words.idf);
  for (const doc of leading) scores[doc]! += weight * bestStretch(order[doc]!, worth);
};

/** Those that lead by score and by neighbouring words, best first. */
const byPairs = ({ tally: { scores }, order, words }: Shelf, leading: number[], pairs: [number, number][], weight: number): number[] => {
  const byScore = (a: number, b: number) => scores[b]! - scores[a]! || a - b;
  if (weight > 0) for (const doc of leading) scores[doc]! += weight * pairBonus(pairs, order[doc]!, words);
  return leading.sort(byScore);
};
