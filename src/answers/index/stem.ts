import stemmers from "snowball-stemmers";
import type { Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";

const stemmer = { es: stemmers.newStemmer("spanish"), en: stemmers.newStemmer("english") };
const known: Record<Locale, Map<string, string>> = { es: new Map(), en: new Map() };
const remembered = 200_000;

/** The Snowball stem of a folded word; figures stay as they are. */
export const stem = (word: string, locale: Locale): string => {
  const cache = known[locale];
  let found = cache.get(word);
  if (found === undefined) {
    found = /^\p{L}+$/u.test(word) ? stemmer[locale].stem(word) : word;
    if (cache.size < remembered) cache.set(word, found);
  }
  return found;
};

export const stemsOf = (text: string, locale: Locale): string[] => tokens(text).map((word) => stem(word, locale));
