import type { Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";

const words = {
  es: new Set("de la el en y los las del que por para con una un se su al es como sus lo mas o entre sobre no esta este son ser desde sin ha a e u".split(" ")),
  en: new Set("the of and to in for is on that with are by as this it at from be or an which their has its not was have these within also a".split(" ")),
};

/** Small words of either language, folded. */
export const isFunctionWord = (folded: string): boolean => words.es.has(folded) || words.en.has(folded);

/** The language of a passage by its small words; undefined where they do not show one. */
export const languageOf = (text: string): Locale | undefined => {
  const count = { es: 0, en: 0 };
  for (const word of tokens(text)) {
    if (words.es.has(word)) count.es++;
    if (words.en.has(word)) count.en++;
  }
  const [more, less] = [Math.max(count.es, count.en), Math.min(count.es, count.en)];
  if (more < 2 || more - less < 2) return undefined;
  return count.es > count.en ? "es" : "en";
};
