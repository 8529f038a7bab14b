import type { Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";
import type { Lexicon } from "../content/lexicon.ts";
import { stemsOf } from "./stem.ts";

/** What else a phrase may be called: stems of one language → phrases (lists of stems) of the other or the same. */
export type Phrasebook = {
  longest: number;
  others: (stems: string[]) => string[][];
  /** Folded words that stand in it, so that a slip in one of them can be mended. */
  words: ReadonlySet<string>;
};

/** Synonyms where both languages are the same, translations where they differ. */
export const createPhrasebook = (lexicon: Lexicon, from: Locale, to: Locale): Phrasebook => {
  const book = new Map<string, string[][]>();
  const words = new Set<string>();
  let longest = 1;
  const groups = from === to
    ? lexicon.synonyms[from].map((group) => ({ asked: group, meant: group }))
    : lexicon.glossary.map((concept) => ({ asked: withSynonyms(concept[from], lexicon, from), meant: concept[to] }));
  for (const { asked, meant } of groups) {
    for (const phrase of asked) {
      const stems = stemsOf(phrase, from);
      tokens(phrase).forEach((word) => words.add(word));
      longest = Math.max(longest, stems.length);
      const key = stems.join(" ");
      const others = meant.map((other) => stemsOf(other, to)).filter((other) => from !== to || other.join(" ") !== key);
      book.set(key, [...(book.get(key) ?? []), ...others]);
    }
  }
  return { longest, words, others: (stems) => book.get(stems.join(" ")) ?? [] };
};

const withSynonyms = (phrases: string[], lexicon: Lexicon, locale: Locale): string[] => [
  ...new Set([...phrases, ...lexicon.synonyms[locale].filter((group) => group.some((word) => phrases.includes(word))).flat()]),
];
