import type { Locale } from "../../locale.ts";
import { locales } from "../../locale.ts";
import { tokens } from "../../words.ts";
import type { Lexicon } from "../content/lexicon.ts";
import type { Index } from "../index/build.ts";
import { stem } from "../index/stem.ts";

/** The words of the index by number, and how telling each is: fillers tell little. */
export type Terms = {
  id: (stemmed: string, locale: Locale) => number[];
  weight: (id: number, locale: Locale) => number;
};

const mostOfFiller = 0.6;

export const createTerms = (index: Index, lexicon: Lexicon): Terms => {
  const weights = Object.fromEntries(locales.map((locale) => {
    const { terms, idf } = index.terms(locale);
    const own = idf.slice();
    for (const word of lexicon.fillers[locale].flatMap(tokens)) {
      const id = terms.get(stem(word, locale));
      if (id !== undefined) own[id] = Math.min(own[id]!, mostOfFiller);
    }
    return [locale, own];
  })) as Record<Locale, Float32Array>;
  return {
    id: (stemmed, locale) => {
      const id = index.terms(locale).terms.get(stemmed);
      return id === undefined ? [] : [id];
    },
    weight: (id, locale) => weights[locale][id]!,
  };
};
