import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import type { Locale } from "../locale.ts";
import { isFigure, sentencesOf } from "./plain.ts";
import { spanishSyllables } from "./syllables.ts";

export type ReadingLevel = {
  words: number;
  sentences: number;
  syllables: number;
  /** Spanish: INFLESZ, 0 to 100 and beyond, higher is easier. English: the Flesch-Kincaid grade, lower is easier. */
  score: number;
  /** Whether somebody with six years of school can read it: INFLESZ 65 or more, grade 7 or less. */
  easy: boolean;
};

/** How hard a text is to read. A text without words is easy. */
export const readingLevel = (text: string, locale: Locale): ReadingLevel => {
  const read = sentencesOf(text, locale);
  const words = read.flat();
  const counts = { words: words.length, sentences: read.length, syllables: words.reduce((sum, each) => sum + syllablesOf(each, locale), 0) };
  if (counts.words === 0) return { ...counts, score: 0, easy: true };
  const score = locale === "es" ? inflesz(counts) : fleschKincaid({ word: counts.words, sentence: counts.sentences, syllable: counts.syllables });
  return { ...counts, score, easy: locale === "es" ? score >= easiest.es : score <= easiest.en };
};

/** The bounds of the sixth grade. */
export const easiest: Record<Locale, number> = { es: 65, en: 7 };

type Counts = { words: number; sentences: number; syllables: number };

/** Szigriszt-Pazos, perspicuity; Barrio-Cantalejo et al. (2008) call it INFLESZ, and 65 to 80 "quite easy". */
const inflesz = ({ words, sentences, syllables }: Counts): number => 206.835 - (62.3 * syllables) / words - words / sentences;

const syllablesOf = (word: string, locale: Locale): number => {
  if (isFigure(word)) return 1;
  return locale === "en" ? Math.max(1, syllable(word)) : word.split(/[^\p{L}]+/u).filter(Boolean).reduce((sum, part) => sum + spanishSyllables(part), 0);
};
