import type { Locale } from "../locale.ts";
import { locales } from "../locale.ts";
import { fold, tokens } from "../words.ts";
import { stem, stemsOf } from "./index/stem.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Aspect } from "./types.ts";

export type Asks = {
  /** The aspects of a service that a question asks about, in its order; `summary` only where there is no other. */
  aspects: Aspect[];
  /** The question without the words that name an aspect. */
  rest: string;
};
type Found = { aspect: Aspect; from: number; to: number };

export type AspectReader = (question: string, locale: Locale) => Asks;

/** Tells which aspects of a service (cost, place, time …) a question is about; one that names none may do so in the other language. */
export const aspectReader = ({ aspectWords }: Pick<Knowledge, "aspectWords">): AspectReader => {
  const phrases = Object.fromEntries(locales.map((locale) => [locale, phrasesOf(aspectWords, locale)])) as Record<Locale, Phrase[]>;
  return (question, locale) => {
    const words = tokens(question);
    const inLanguage = (one: Locale) => match(words, words.map((word) => stem(word, one)), phrases[one]);
    const own = inLanguage(locale);
    const found = own.length > 0 ? own : inLanguage(locale === "es" ? "en" : "es");
    const named = [...new Set(found.map(({ aspect }) => aspect))];
    const telling = named.filter((aspect) => aspect !== "summary");
    const covered = (at: number) => found.some(({ from, to }) => at >= from && at < to);
    return { aspects: telling.length > 0 ? telling : named, rest: words.filter((_, at) => !covered(at)).join(" ") };
  };
};

type Phrase = { aspect: Aspect; word: string; stems: string[] };

/** Longest phrases first, so that "how long is it valid" is not read as "how long". */
const phrasesOf = (words: Knowledge["aspectWords"], locale: Locale): Phrase[] =>
  Object.entries(words ?? {})
    .flatMap(([aspect, { aliases }]) =>
      aliases[locale].map((alias): Phrase => ({ aspect: aspect as Aspect, word: fold(alias), stems: stemsOf(alias, locale) })))
    .sort((a, b) => b.stems.length - a.stems.length);

/** A phrase is matched by stems; a word alone as it is written, for "pase" and "paso" have the same stem. */
const match = (words: string[], stems: string[], phrases: Phrase[]): Found[] => {
  const found: Found[] = [];
  for (const { aspect, word, stems: wanted } of phrases) {
    for (let from = 0; from + wanted.length <= stems.length; from++) {
      const to = from + wanted.length;
      const fits = wanted.length === 1 ? words[from] === word : wanted.every((one, at) => stems[from + at] === one);
      if (fits && !found.some((other) => from < other.to && other.from < to)) found.push({ aspect, from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
};
