import { locales, type Locale } from "../locale.ts";
import { tokens } from "../words.ts";
import type { Confusable } from "./content/confusable.ts";
import { stem } from "./index/stem.ts";
import type { Knowledge } from "./knowledge.ts";

/** Finds what a question may mean that says no more than a name which several things bear; undefined where it says more. */
export const createConfusables = ({ confusables: { general, groups }, lexicon, aspectWords }: Pick<Knowledge, "confusables" | "lexicon" | "aspectWords">) => {
  const askingWords = locales.flatMap((locale) => Object.values(aspectWords ?? {}).flatMap(({ aliases }) => aliases[locale].map((said) => keyOf(said, locale))));
  const common = locales.flatMap((locale) => [...lexicon.fillers[locale], ...general[locale]].map((said) => keyOf(said, locale)));
  const books = groups.map((group) => ({
    group,
    says: new Set(locales.flatMap((locale) => group.says[locale].map((said) => keyOf(said, locale)))),
    beside: new Set([...askingWords, ...common, ...locales.flatMap((locale) => group.beside[locale].map((said) => keyOf(said, locale)))]),
  }));
  return (text: string): Confusable | undefined => {
    const words = tokens(text);
    const found = books
      .map(({ group, says, beside }) => ({ group, named: saysOnly(words, says, beside) }))
      .filter(({ named }) => named > 0)
      .sort((a, b) => b.named - a.named)[0];
    return found?.group;
  };
};

/** How many words name it; 0 where one of the words is neither a name nor one that narrows nothing. */
const saysOnly = (words: string[], says: ReadonlySet<string>, beside: ReadonlySet<string>): number => {
  let named = 0;
  for (let at = 0; at < words.length;) {
    const name = longest(words, at, says);
    const length = name || longest(words, at, beside) || (/^(?:19|20)\d\d$/.test(words[at]!) ? 1 : 0);
    if (length === 0) return 0;
    named += name;
    at += length;
  }
  return named;
};

const longestPhrase = 6;

/** The length of the longest phrase of the set that stands here, in either language; 0 where there is none. */
const longest = (words: string[], at: number, phrases: ReadonlySet<string>): number => {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const stretch = words.slice(at, at + length);
    if (locales.some((locale) => phrases.has(stretchKey(stretch, locale)))) return length;
  }
  return 0;
};

const keyOf = (phrase: string, locale: Locale): string => stretchKey(tokens(phrase), locale);
const stretchKey = (words: string[], locale: Locale): string => `${locale}:${words.map((word) => stem(word, locale)).join(" ")}`;

/** The services among the choices. */
export const servicesOf = ({ choices }: Confusable): string[] => choices.flatMap(({ service }) => service ?? []);

