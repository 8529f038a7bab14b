import { isFunctionWord } from "../language.ts";
import { tornLetters, vocabularyOf, type Vocabulary } from "./vocabulary.ts";

/**
 * Puts words together that were torn by letter spacing: "Ver i f i cación" → "Verificación". A text is touched only
 * when letters that are no word stand alone in it again and again; two whole words are never joined.
 */
export const joinSpaced = (lines: string[], trusted: Iterable<string> = []): string[] => {
  const letters = lines.reduce((sum, line) => sum + tornLetters(line), 0);
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
  if (letters < 4 || letters / words < 0.005) return lines;
  const vocabulary = vocabularyOf(lines, trusted);
  return lines.map((line) => line
    .split(/(\s{2,}|\t)/)
    .map((part, at) => (at % 2 === 1 ? part.replace(/ {2,}/, " ") : joinPart(part, vocabulary)))
    .join("")
    .replace(/(\p{L}) +([!?:;,.])(?=\s|$)/gu, "$1$2"));
};

/** Two spaces part words for sure; within a part, the cheapest way to read its pieces is taken. */
const joinPart = (part: string, vocabulary: Vocabulary): string => {
  const pieces = part.split(" ");
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to++) {
    best[to] = { cost: Infinity, from: to - 1 };
    for (let from = to - 1; from >= Math.max(0, to - mostPieces); from--) {
      const cost = best[from]!.cost + costOf(pieces.slice(from, to), vocabulary);
      if (cost < best[to].cost) best[to] = { cost, from };
    }
  }
  const words: string[] = [];
  for (let to = pieces.length; to > 0; to = best[to]!.from) words.unshift(pieces.slice(best[to]!.from, to).join(""));
  return words.join(" ");
};

const mostPieces = 14;
const inner = /^\p{L}+$/u;

const costOf = (pieces: string[], vocabulary: Vocabulary): number => {
  const bare = pieces.map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  if (pieces.length === 1) return aloneCost(pieces[0]!, bare[0]!, vocabulary);
  if (!joinable(pieces, bare) || bare.every((piece) => vocabulary.stands(piece) && tornLetters(piece) === 0)) return Infinity;
  const joined = bare.join("");
  if (/\p{Ll}\p{Lu}/u.test(joined)) return Infinity;
  if (vocabulary.has(joined)) return 1 + 0.1 * pieces.length;
  if (!bare.some((piece) => tornLetters(piece) > 0)) return Infinity;
  const swallowed = bare.reduce((sum, piece) => sum + (vocabulary.stands(piece) ? riskOf(piece) : 0), 0);
  const tooLong = Math.max(0, joined.length - longWord) * 0.8;
  return 3.2 + swallowed + tooLong + (vocabulary.begins(joined) ? 0 : 1.5);
};

const longWord = 13;

/** How unlikely it is that a whole word is only a piece of another one. */
const riskOf = (piece: string): number => {
  if (piece.length === 1) return /y/i.test(piece) ? 1.5 : 0.3;
  return piece.length >= 4 || isFunctionWord(piece.toLowerCase()) ? 2 : 0.5;
};

const aloneCost = (piece: string, bare: string, vocabulary: Vocabulary): number => {
  if (bare === "" || !inner.test(bare) || vocabulary.stands(bare)) return 1;
  return tornLetters(piece) > 0 ? 4 : 2.5;
};

/** Letters only, and no mark within the word that would come out. */
const joinable = (pieces: string[], bare: string[]): boolean =>
  bare.every((piece) => inner.test(piece))
  && pieces.slice(1).every((piece) => /^\p{L}/u.test(piece))
  && pieces.slice(0, -1).every((piece) => /\p{L}$/u.test(piece));
