import { editDistance } from "../../words.ts";
import { lexicon } from "../language/lexicon.ts";

/** A word of a phrase; `prefix` when any word that begins so will do. */
export type Word = { kind: "word"; id: number; word: string; prefix: boolean; slips: number; letters: number };

/** The same object for the same word in every phrase. */
export const parseWord = (mark: string): Word => {
  const old = known.get(mark);
  if (old) return old;
  const prefix = mark.endsWith("*");
  const word = prefix ? mark.slice(0, -1) : mark;
  const made: Word = { kind: "word", id: known.size, word, prefix, slips: slipsIn(word), letters: lettersOf(word) };
  known.set(mark, made);
  return made;
};

const known = new Map<string, Word>();

/** For each known word, by id: 1 when the message has it, or a slip of it. */
export const presentIn = (words: readonly string[]): Uint8Array => {
  const before = found.get(words);
  if (before?.length === known.size) return before;
  const present = new Uint8Array(known.size);
  for (const text of new Set(words)) {
    for (const id of fittedBy(text)) present[id] = 1;
  }
  found.set(words, present);
  return present;
};

/** The known words that a word fits: people's words repeat, so they are remembered. */
const fittedBy = (text: string): number[] => {
  const before = fitted.get(text);
  if (before?.of === known.size) return before.ids;
  const letters = lettersOf(text);
  const ids = [...known.values()].filter((word) => fits(word, text, letters)).map(({ id }) => id);
  if (fitted.size < mostFitted) fitted.set(text, { of: known.size, ids });
  return ids;
};

const fitted = new Map<string, { of: number; ids: number[] }>();
const mostFitted = 20_000;

const found = new WeakMap<readonly string[], Uint8Array>();

export const fits = ({ word: wanted, prefix, slips, letters }: Word, text: string, has = lettersOf(text)): boolean => {
  if (prefix) return text.startsWith(wanted);
  if (text.length === wanted.length && text === wanted) return true;
  if (slips === 0 || Math.abs(text.length - wanted.length) > slips) return false;
  if (count(letters ^ has) > 2 * slips) return false;
  if (wanted.length === 4 && text.length !== 5) return false;
  if (text[0] !== wanted[0] && text[1] !== wanted[1] && text[0] !== wanted[1]) return false;
  return !everyday.has(text) && editDistance(text, wanted, slips) <= slips;
};

const everyday = new Set([...lexicon.es, ...lexicon.en]);

const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 9 ? 1 : 2);

/** One bit for each letter of a word: a quick way to see that two words cannot be near. */
const lettersOf = (word: string): number => {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
};

const count = (bits: number): number => {
  let ones = 0;
  for (let left = bits; left !== 0; left &= left - 1) ones++;
  return ones;
};
