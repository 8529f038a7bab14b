import type { Locale } from "../../locale.ts";
import { lexicon } from "./lexicon.ts";

/**
 * How Spanish (above 0) or English (below 0) a folded word is spelt, by its three-letter pieces: the logarithm of
 * how much likelier the lexicon of one language makes them than the other, at most `limit` either way.
 */
export const spelling = (word: string): number => {
  let sum = 0;
  for (const piece of pieces(word)) {
    sum += Math.log(likelihood("es", piece) / likelihood("en", piece));
  }
  for (const [mark, weight] of marks) if (mark.test(word)) sum += weight;
  return Math.max(-limit, Math.min(limit, sum * 0.5));
};

const limit = 1.8;

const marks: [RegExp, number][] = [
  [/(cion|ciones|dad|dades|mente|ando|iendo|ado|ada|ados|adas|ido|idos|idas|encia|ancia|aje|ero|eros|era|eras)$/, 2],
  [/(azo|ito|ita|itos|itas|illo|illa|oso|osa|ivo|iva|ismo|ista|ario|aria|orio|aron|ieron|aste|amos|emos)$/, 2],
  [/(tion|tions|ity|ities|ate|ates|ing|ed|ly|ness|ship|ful|less|ment|ments|cy|gy|phy|ous|ive|able|ible)$/, -2],
  [/(ck|th|sh|ght|wh|ee|oo|ph|tt|ff|ss|pp|mm|nn|bb|dd|gg|w|k|^sc|^st|^sp|[^aeiounlrsdyzxj]$)/, -1.5],
  [/(qu[ei]|^es[ptc]|ll[aeo]|rr|^h[aeiou].*[ao]s?$|[aeo]is$|ue[rnslz]|ie[nrst][tdrn])/, 1],
];

const pieces = (word: string): string[] => {
  const padded = `^${word}$`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, i) => padded.slice(i, i + 3));
};

const count = (locale: Locale): { of: Map<string, number>; all: number } => {
  const of = new Map<string, number>();
  let all = 0;
  for (const word of new Set(lexicon[locale])) {
    for (const piece of pieces(word)) {
      of.set(piece, (of.get(piece) ?? 0) + 1);
      all++;
    }
  }
  return { of, all };
};

const counts = { es: count("es"), en: count("en") };
const smooth = 0.5;
const kinds = 4000;

const likelihood = (locale: Locale, piece: string): number =>
  ((counts[locale].of.get(piece) ?? 0) + smooth) / (counts[locale].all + smooth * kinds);
