import { isFunctionWord } from "../language.ts";
import { tornLetters, vocabularyOf, type Vocabulary } from "./vocabulary.ts";

/**
 * Puts words together that were torn by letter spacing: "Ver i f i cación" → "Verificación". A text is touched only
 * when letters that are no word stand alone in it again and again; two whole words are never joined. `trusted` are
 * words known from elsewhere: the more, the more is mended.
 */
export const joinSpaced = (lines: string[], trusted: Iterable<string> = []): string[] => {
  const letters = lines.reduce((sum, line) => sum + tornLetters(line), 0);
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
  if (letters < 4 || letters / words < 0.005) return lines;
  const vocabulary = vocabularyOf(lines, trusted);
  return lines.map((line) => line
    .split(/(\s{2,}|\t)/)
    .map((part, at) => (at % 2 === 1 ? part.replace(/ {2,}/, " ") : joinPart(joinPart(part, vocabulary, false), vocabulary, true)))
    .join("")
    .replace(/(\p{L}) +([!?:;,.])(?=\s|$)/gu, "$1$2"));
};

type Piece = { text: string; bare: string; torn: boolean; stands: boolean };

/** Two spaces part words for sure; within a part, the cheapest way to read its pieces is taken: known words first. */
const joinPart = (part: string, vocabulary: Vocabulary, unknownToo: boolean): string => {
  const pieces = part.split(" ").map((text): Piece => {
    const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    const torn = tornLetters(text) > 0;
    return { text, bare, torn, stands: !torn && (vocabulary.stands(bare) || (unknownToo && vocabulary.has(bare))) };
  });
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to++) {
    let cheapest = { cost: Infinity, from: to - 1 };
    for (let from = to - 1; from >= Math.max(0, to - mostPieces); from--) {
      const cost = best[from]!.cost + costOf(pieces, from, to, vocabulary, unknownToo);
      if (cost < cheapest.cost) cheapest = { cost, from };
    }
    best.push(cheapest);
  }
  const words: string[] = [];
  for (let to = pieces.length; to > 0; to = best[to]!.from) {
    words.unshift(pieces.slice(best[to]!.from, to).map(({ text }) => text).join(""));
  }
  return words.join(" ");
};

const mostPieces = 14;
const letters = /^\p{L}+$/u;

const costOf = (all: Piece[], from: number, to: number, vocabulary: Vocabulary, unknownToo: boolean): number => {
  const pieces = all.slice(from, to);
  if (pieces.length === 1) return aloneCost(pieces[0]!);
  const joined = pieces.map(({ bare }) => bare).join("");
  if (!joinable(pieces) || pieces.every(({ stands }) => stands) || /\p{Ll}\p{Lu}/u.test(joined)) return Infinity;
  if (vocabulary.has(joined)) return 1 + 0.1 * pieces.length;
  return unknownToo && isOneWord(pieces, all[from - 1], all[to]) && joined.length >= 4 && joined.length <= longWord ? 3.2 : Infinity;
};

const longWord = 13;

const aloneCost = ({ bare, torn, stands }: Piece): number => {
  if (stands || !letters.test(bare)) return 1;
  return torn ? 4 : 2.5;
};

/** Letters only, and no mark within the word that would come out. */
const joinable = (pieces: Piece[]): boolean =>
  pieces.every(({ bare }) => letters.test(bare))
  && pieces.slice(1).every(({ text }) => /^\p{L}/u.test(text))
  && pieces.slice(0, -1).every(({ text }) => /\p{L}$/u.test(text));

/** Pieces of a word that nobody knows: torn at every seam, sure where it begins, and nowhere torn from its neighbours. */
const isOneWord = (pieces: Piece[], before: Piece | undefined, after: Piece | undefined): boolean =>
  (pieces[0]!.torn || pieces.filter(({ torn }) => torn).length >= 2)
  && pieces.slice(1).every((piece, at) => piece.torn || pieces[at]!.torn)
  && !pieces.some(({ bare, stands }) => stands && (bare.length >= 4 || bare === "y" || (bare.length > 1 && isFunctionWord(bare))))
  && apart(before, pieces[0]!) && apart(pieces.at(-1)!, after);

const apart = (left: Piece | undefined, right: Piece | undefined): boolean =>
  !left || !right || left.stands || right.stands || (!left.torn && !right.torn);
