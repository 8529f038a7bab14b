import { fold } from "../../../words.ts";
import { isFunctionWord } from "../language.ts";

/** Words that tell a whole word from a piece of one. */
export type Vocabulary = {
  /** A word that may stand alone. */
  stands: (word: string) => boolean;
  /** A word that pieces may be joined to. */
  has: (word: string) => boolean;
};

/** A letter that is no word in Spanish or English, alone between spaces: what is left of a word torn apart. */
const torn = /(?<![^\s¡¿("“])(?:[b-df-hj-np-tv-xzñç]|i)(?![^\s,;.!?:)]|[.)])/gu;
const tornCapital = /(?<![^\s¡¿("“])[B-DF-HJ-NP-TV-XZÑ](?![^\s!?])/gu;

const wordPattern = /\p{L}{3,}/gu;

/** The words of the lines that are whole, and `trusted` ones from elsewhere. */
export const vocabularyOf = (lines: string[], trusted: Iterable<string>): Vocabulary => {
  const known = new Set([...trusted].map(fold));
  const counts = new Map<string, number>();
  for (const line of lines.filter((one) => !isTorn(one))) {
    for (const [word] of line.matchAll(wordPattern)) counts.set(fold(word), (counts.get(fold(word)) ?? 0) + 1);
  }
  return {
    stands: (word) => isFunctionWord(fold(word)) || (word.length >= 3 && known.has(fold(word))) || (word.length >= 5 && (counts.get(fold(word)) ?? 0) >= 2),
    has: (word) => isFunctionWord(fold(word)) || (word.length >= 3 && known.has(fold(word))) || (word.length >= 5 && counts.has(fold(word))),
  };
};

const isTorn = (line: string): boolean => tornLetters(line) > 0;

export const tornLetters = (line: string): number =>
  (line.match(torn)?.length ?? 0) + (line.match(tornCapital)?.length ?? 0);
