import type { Locale } from "./locale.ts";

/** The articles of a norm, as the registry of sources names them in Spanish ("arts. 13 a 15 y 23"), with the words between the numbers in a language. */
export const articleIn = (article: string, locale: Locale): string =>
  locale === "es" ? article : inEnglish.reduce((words, [spanish, english]) => words.replace(spanish, english), article);

const inEnglish: readonly [RegExp, string][] = [
  [/\bcon la (?=Ley \d)/gu, "with "],
  [/\bcon el (?=Decreto \d)/gu, "with "],
  [/(\b(?:Ley|Decreto|Resolución) \d+) de (?=\d)/gu, "$1 of "],
  [/\bLey (?=\d)/gu, "Law "],
  [/\bDecreto (?=\d)/gu, "Decree "],
  [/\bResolución (?=\d)/gu, "Resolution "],
  [/ y siguientes\b/gu, " and following"],
  [/(?<=\d|par\.) y (?=\d)/gu, " and "],
  [/(?<=\d) a (?=\d)/gu, " to "],
  [/\bn[uú]m\. (?=\d)/gu, "no. "],
];
