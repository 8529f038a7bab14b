import { tokens } from "../words.ts";
import type { AnswerOptions } from "./options.ts";
import type { Answer, Passage } from "./types.ts";

const joints = /[?;]+|\s(?:y|e|and|ademas|además|tambien|también|also)\s/iu;
const mostParts = 3;

/** The questions in a question: "what is it and how much is it?" has two. */
export const partsOf = (question: string): string[] =>
  question.split(joints).map((part) => part.trim()).filter((part) => tokens(part).length > 1).slice(0, mostParts);

/** Puts the answers of parts together where each part has a sure one of its own and the whole has none. */
export const together = (whole: Answer, parts: Answer[], { part, most }: AnswerOptions): Answer => {
  const sure = parts.filter((answer) => answer.kind === "found" && answer.score >= part);
  const lowest = Math.min(...sure.map(({ score }) => score));
  if (sure.length < parts.length || whole.kind === "lookalike" || whole.score >= lowest) return whole;
  const passages = new Map(sure.flatMap(firstPassage).map((passage) => [passage.pair, passage]));
  return passages.size > 1 ? { kind: "found", passages: [...passages.values()].slice(0, most), score: lowest } : whole;
};

const firstPassage = (answer: Answer): Passage[] => (answer.kind === "found" ? answer.passages.slice(0, 1) : []);
