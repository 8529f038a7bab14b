import type { Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";
import { letterRuns } from "../index/runs.ts";
import { stem } from "../index/stem.ts";
import type { Passage } from "../types.ts";
import { kindsGiven, type Kind } from "./kinds.ts";
import type { Terms } from "./terms.ts";

/** One way to ask for a passage: its terms, what they weigh together, and its runs of letters. */
export type Phrase = { terms: Set<number>; mass: number; runs: Set<string> };

/** What a passage is compared by. */
export type Print = {
  phrases: Phrase[];
  /** Title and heading. */
  label: Set<number>;
  /** Label, asks and text. */
  all: Set<number>;
  /** Figures and sorts of thing that it gives. */
  figures: Set<string>;
  kinds: Kind[];
};

export const runLength = 4;

export const printOf = ({ locale, title, heading, asks, text }: Passage, terms: Terms, names: string): Print => {
  const ids = (words: string[]) => new Set(words.flatMap((word) => terms.id(stem(word, locale), locale)));
  const phrases = [...new Set([heading, ...asks])].map((said) => phraseOf(tokens(said), locale, terms));
  const label = tokens(`${title} ${heading} ${names}`);
  const rest = tokens(`${asks.join(" ")} ${text}`);
  return {
    phrases, label: ids(label), all: ids([...label, ...rest]),
    figures: new Set([...label, ...rest].filter(isFigure)), kinds: kindsGiven(text),
  };
};

const phraseOf = (words: string[], locale: Locale, terms: Terms): Phrase => {
  const ids = new Set(words.flatMap((word) => terms.id(stem(word, locale), locale)));
  let mass = 0;
  for (const id of ids) mass += terms.weight(id, locale);
  return { terms: ids, mass, runs: new Set(letterRuns(words, runLength)) };
};

export const isFigure = (word: string): boolean => /^\d{2,}$/.test(word);
