import { flat } from "./flat.ts";
import { numberWords } from "./number-words.ts";
import type { Validator } from "./validator.ts";

/** A whole number of nought or more, in figures or words; `min` and `max` bound it. */
export const number: Validator = {
  parse: (text, { min, max }) => {
    const found = first(text);
    if (!found) return { problem: "number" };
    if (min !== undefined && found.value < min) return { problem: "number-low", params: { min } };
    if (max !== undefined && found.value > max) return { problem: "number-high", params: { max } };
    return { ok: found.value };
  },
  find: (text) => first(text),
  show: (value) => value,
};

/** Twelve figures: "millones de millones" is no number that anybody means here. */
const largest = 999_999_999_999;

const first = (text: string) => inFigures(text) ?? inWords(flat(text));

const inFigures = (text: string) => {
  const match = /(?<![\p{L}\p{N}.,-])(?:\d{1,3}(?:[.,]\d{3})+|\d{1,12})(?![\p{L}\p{N}]|[.,]\d)/u.exec(text);
  if (!match) return null;
  return { value: Number(match[0].replace(/[.,]/g, "")), start: match.index, end: match.index + match[0].length };
};

const inWords = (text: string) => {
  const words = [...text.matchAll(/[a-z]+/g)].map((match) => ({ word: match[0], start: match.index }));
  const begin = words.findIndex(({ word }) => word in numberWords);
  if (begin < 0) return null;
  let end = begin;
  while (end < words.length && (words[end]!.word in numberWords || joins(words, end))) end++;
  const run = words.slice(begin, end);
  const value = sum(run.map(({ word }) => word));
  if (value > largest) return null;
  const last = run.at(-1)!;
  return { value, start: run[0]!.start, end: last.start + last.word.length };
};

const joins = (words: { word: string }[], index: number): boolean =>
  (words[index]!.word === "y" || words[index]!.word === "and") && (words[index + 1]?.word ?? "") in numberWords;

/** "dos mil ciento veinte": what is small adds up, "cien" and "mil" multiply what stands before them. */
const sum = (words: string[]): number => {
  let total = 0;
  let group = 0;
  for (const word of words) {
    const value = numberWords[word] ?? 0;
    if (value >= 1000) {
      total = value === 1000 ? total + (group || 1) * value : (total + group || 1) * value;
      group = 0;
    } else if (word === "hundred") group = (group || 1) * 100;
    else group += value;
  }
  return total + group;
};
