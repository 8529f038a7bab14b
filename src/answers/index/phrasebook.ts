import type { Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";
import type { Lexicon } from "../content/lexicon.ts";
import { stemsOf } from "./stem.ts";

/** What else a phrase may be called: stems of one language → phrases (lists of stems) of the other or the same. */
export type Phrasebook = {
  longest: number;
  others: (stems: string[]) => string[][];
  /** The same, held more loosely. */
  loose: (stems: string[]) => string[][];
  /** Folded words that stand in it, so that a slip in one of them can be mended. */
  words: ReadonlySet<string>;
};

/** Synonyms where both languages are the same, translations where they differ. */
export const createPhrasebook = (lexicon: Lexicon, from: Locale, to: Locale): Phrasebook => {
  const words = new Set<string>();
  const groups = from === to
    ? lexicon.synonyms[from].map((group) => ({ asked: group, meant: group }))
    : lexicon.glossary.map((concept) => ({ asked: withSynonyms(concept[from], lexicon, from), meant: concept[to] }));
  const wide = lexicon.wide.map((concept) => ({ asked: from === to ? concept[from].filter(isWord) : concept[from], meant: concept[to] }));
  for (const { asked } of from === to ? groups : [...groups, ...wide]) for (const phrase of asked) tokens(phrase).forEach((word) => words.add(word));
  const [strict, loose] = [bookOf(groups, from, to), bookOf(wide, from, to)];
  return {
    longest: Math.max(strict.longest, loose.longest), words,
    others: (stems) => strict.book.get(stems.join(" ")) ?? [], loose: (stems) => loose.book.get(stems.join(" ")) ?? [],
  };
};

type Group = { asked: string[]; meant: string[] };

/** A phrase that is held loosely parts a question of its own language no further: its words stand in the texts themselves. */
const isWord = (phrase: string): boolean => tokens(phrase).length === 1;

const bookOf = (groups: Group[], from: Locale, to: Locale) => {
  const book = new Map<string, string[][]>();
  let longest = 1;
  for (const { asked, meant } of groups) {
    const others = meant.map((other) => stemsOf(other, to));
    for (const phrase of asked) {
      const stems = stemsOf(phrase, from);
      longest = Math.max(longest, stems.length);
      const key = stems.join(" ");
      const known = book.get(key) ?? [];
      book.set(key, [...known, ...others.filter((other) => from !== to || other.join(" ") !== key)]);
    }
  }
  return { book, longest };
};

const withSynonyms = (phrases: string[], lexicon: Lexicon, locale: Locale): string[] => [
  ...new Set([...phrases, ...lexicon.synonyms[locale].filter((group) => group.some((word) => phrases.includes(word))).flat()]),
];
