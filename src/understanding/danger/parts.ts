import { wordsIn } from "../spoken.ts";
import { plainWords } from "./said.ts";
import { isDenied } from "./signs.ts";

/** A message in folded words, its sayings taken out. */
export const wholeOf = (message: string): string[] => plainWords(wordsIn(message));

/** A message without the clauses that say that no harm is done; whole where nothing else is said. */
export const withoutDenied = (message: string): string => {
  const clauses = message.split(turnOrEnd);
  const rest = clauses.filter((clause) => clause.trim() !== "" && !isDenied(wordsIn(clause)));
  return rest.length === 0 || rest.length === clauses.length ? message : rest.join(". ");
};

const turnOrEnd = /[.,;:!?¿¡\n()]+|(?<!\p{L})(?:pero|sino|but)(?!\p{L})/iu;

/** Overlapping stretches of a long message, so that a danger is heard inside a tale about something else. */
export const stretchesOf = (words: readonly string[]): string[][] => {
  if (words.length <= stretch * 1.5) return [];
  const step = Math.max(stretch / 2, Math.ceil(words.length / mostStretches));
  return Array.from({ length: Math.ceil((words.length - stretch) / step) + 1 }, (_, i) => words.slice(i * step, i * step + stretch));
};

/** The sentences of a long message: what is told in one of them is thinned by all the others. */
export const sentencesOf = (message: string): string[][] => {
  const sentences = message.split(sentenceEnd).slice(0, mostClauses).map(wholeOf);
  return sentences.reduce((sum, words) => sum + words.length, 0) < stretch ? [] : sentences.filter((words) => words.length >= fewestInSentence);
};

/** The clauses of a message of several, since each may tell of a danger of its own. */
export const clausesOf = (message: string): string[][] => {
  const clauses = message.split(clauseEnd).slice(0, mostClauses).map(wholeOf).filter((words) => words.length >= fewestWords);
  return clauses.length > 1 ? clauses : [];
};

const sentenceEnd = /[.;!?¿¡\n]+/u;
const fewestInSentence = 5;
const clauseEnd = /[.,;:!?¿¡\n()]+/u;
const fewestWords = 3;
const stretch = 30;
const mostClauses = 24;
const mostStretches = 24;
