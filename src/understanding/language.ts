import { eld } from "eld/small";
import type { Locale } from "../locale.ts";
import { editDistance, tokens } from "../words.ts";
import { spelling } from "./language/spelling.ts";
import { lexicon, neutral, weak } from "./language/lexicon.ts";

/** `score` is 0..1, how likely `locale` is; `sure` is false where the words do not show a language. */
export type Language = { locale: Locale; sure: boolean; score: number };

/**
 * Spanish or English, for messages of a few words with chat spelling. A message that mixes both gets the language
 * of most of its words. Names, numbers, addresses and words that both languages share do not count.
 */
export const detectLanguage = (text: string): Language => {
  const words = wordsOf(text);
  const strange = words.filter((word) => !lookUp(word)).length / (words.length || 1);
  let evidence = likelierSpanish + marksIn(text) + wholeMessage(words) * (0.3 + 0.7 * strange);
  let strong = 0;
  for (const word of words) {
    const said = evidenceOf(word);
    evidence += said.weight;
    if (said.strong) strong += Math.sign(said.weight);
  }
  const locale: Locale = evidence >= 0 ? "es" : "en";
  const agrees = locale === "es" ? strong > 0 : strong < 0;
  const manyWords = words.length >= 4 && Math.abs(evidence) > 4;
  return {
    locale,
    sure: Math.abs(evidence) > 1.2 && (agrees || manyWords),
    score: 1 / (1 + Math.exp(-Math.abs(evidence))),
  };
};

/** Of messages that show no language, more are in Spanish. */
const likelierSpanish = 0.3;

const mostWords = 60;
const notWords = /\S+@\S+|https?:\S+|www\.\S+|\S*\d\S*/gu;

const wordsOf = (text: string): string[] =>
  tokens(text.replace(notWords, " ").replace(/['’`´]/gu, ""))
    .filter((word) => !neutral.has(word))
    .slice(0, mostWords);

/** Letters and marks that only Spanish has. */
const marksIn = (text: string): number => {
  const found = text.normalize("NFC").match(/[ñ¿¡]|[áíóú]|\p{L}'(?:s|m|re|ve|ll|t|d)\b/giu) ?? [];
  let weight = 0;
  for (const mark of found) weight += mark.length > 1 ? -2 : /[ñ¿¡]/iu.test(mark) ? 2.5 : 1.5;
  return Math.max(-4, Math.min(4, weight));
};

type Evidence = { weight: number; strong: boolean };

/** What one word says: above 0 for Spanish, below 0 for English. */
const evidenceOf = (word: string): Evidence => {
  const known = lookUp(word) ?? lookUp(undoubled(word));
  if (known) return known;
  const guess = spelling(word);
  const near = word.length >= 4 && word.length <= 14 ? nearest(word) : 0;
  return { weight: clip(guess + near, 2.5), strong: false };
};

const lookUp = (word: string): Evidence | undefined => {
  const es = inLexicon.es.has(word);
  const en = inLexicon.en.has(word);
  if (es && en) return { weight: 0, strong: false };
  if (!es && !en) return undefined;
  const size = weak.has(word) ? 1 : word.length <= 2 ? 1.8 : 3;
  return { weight: es ? size : -size, strong: !weak.has(word) };
};

/** holaaaa → hola */
const undoubled = (word: string): string => word.replace(/(.)\1{2,}/gu, "$1");

/** +1.2 when only Spanish has a word one slip away, -1.2 when only English has. */
const nearest = (word: string): number => {
  const es = hasNear(word, "es");
  const en = hasNear(word, "en");
  return es === en ? 0 : es ? 1.2 : -1.2;
};

const hasNear = (word: string, locale: Locale): boolean => {
  for (let length = word.length - 1; length <= word.length + 1; length++) {
    for (const other of byLength[locale].get(length) ?? []) {
      if (editDistance(word, other, 1) <= 1) return true;
    }
  }
  return false;
};

const detector = eld.newInstance();
detector.setLanguageSubset(["es", "en"]);

const wholeMessage = (words: string[]): number => {
  if (words.length === 0) return 0;
  const { es = 0, en = 0 } = detector.detect(words.join(" ")).getScores();
  return clip((es - en) * 4, 3);
};

const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

const inLexicon = { es: new Set(lexicon.es), en: new Set(lexicon.en) };

const lengths = (locale: Locale): Map<number, string[]> => {
  const map = new Map<number, string[]>();
  for (const word of inLexicon[locale]) {
    const list = map.get(word.length);
    if (list) list.push(word);
    else map.set(word.length, [word]);
  }
  return map;
};

const byLength = { es: lengths("es"), en: lengths("en") };
