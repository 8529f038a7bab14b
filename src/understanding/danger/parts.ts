import { wordsIn } from "../spoken.ts";
import { plainWords } from "./said.ts";

/**
 * A message in folded words, its sayings taken out: the whole, its clauses, and of long ones overlapping stretches, so that a danger is
 * heard inside a question about something else.
 */
export const partsOf = (message: string): string[][] => {
  const whole = plainWords(wordsIn(message));
  const clauses = message.split(clauseEnd).slice(0, mostClauses).map(wordsIn).map(plainWords).filter((words) => words.length >= fewestWords);
  const parts = [whole, ...(clauses.length > 1 ? clauses : [])];
  return parts.flatMap((words) => (words.length > stretch * 1.5 ? stretchesOf(words) : [words]));
};

const clauseEnd = /[.,;:!?¿¡\n()]+/u;
const fewestWords = 3;
const stretch = 16;
const mostClauses = 24;
const mostStretches = 24;

const stretchesOf = (words: readonly string[]): string[][] => {
  const step = Math.max(stretch / 2, Math.ceil(words.length / mostStretches));
  return Array.from({ length: Math.ceil((words.length - stretch) / step) + 1 }, (_, i) => words.slice(i * step, i * step + stretch));
};
