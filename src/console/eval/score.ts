import type { Outcome, Reply } from "../../conversation/message.ts";
import { fold } from "../../words.ts";
import type { Question } from "./question.ts";

/** What the service said to a question: the last turn's replies. */
export type Said = { outcome: Outcome; replies: Reply[] };

/**
 * full: every fact and a right source, or exactly what was expected instead · partial: some facts, or all from another source than the question names, nothing wrong ·
 * asked: a question back where an answer was wanted · silent: an honest "I do not have it" where there is an answer ·
 * wrong: an answer without any of the facts, with a wrong statement, or where none should be given.
 */
export type Verdict = "full" | "partial" | "asked" | "silent" | "wrong";

export const score = (question: Question, said: Said): Verdict => {
  const text = plain(said.replies.map((reply) => reply.text).join("\n"));
  if (question.wrong.some((words) => holds(text, words)) && isAnswer(said)) return "wrong";
  switch (question.expect) {
    case undefined:
      return scoreAnswer(question, said, text);
    case "ask":
      return scoreAsk(question, said);
    case "unknown":
      return said.outcome.startsWith("unanswered-no") || isAsking(said) ? "full" : isAnswer(said) ? "wrong" : "silent";
    case "refuse":
      return /^(refused|unanswered|handed)/.test(said.outcome) ? "full" : isAsking(said) ? "asked" : "wrong";
    case "danger":
      return said.outcome === `danger-${question.danger}` && met(question, text) === question.facts.length
        ? "full"
        : said.outcome.startsWith("danger-") ? "partial" : "wrong";
    case "innocent":
      return said.outcome.startsWith("danger-") ? "wrong" : "full";
    default:
      return question.expect satisfies never;
  }
};

const scoreAnswer = (question: Question, said: Said, text: string): Verdict => {
  const facts = met(question, text);
  const sourced = question.sources.length === 0 || question.sources.some((source) => isShown(source, said));
  if (facts === question.facts.length && sourced) return "full";
  if (isAsking(said)) return "asked";
  if (!isAnswer(said)) return "silent";
  return facts > 0 ? "partial" : "wrong";
};

const scoreAsk = (question: Question, said: Said): Verdict => {
  if (!isAsking(said)) return isAnswer(said) ? "wrong" : "silent";
  const titles = plain(said.replies.flatMap((reply) => reply.choices.map((choice) => choice.title)).join("\n"));
  return question.options.every((option) => holds(titles, option)) ? "full" : "partial";
};

const met = (question: Question, text: string): number =>
  question.facts.filter((alternatives) => alternatives.some((words) => holds(text, words))).length;

/** A source by its key, or by the host of its page. */
const isShown = (wanted: string, { replies }: Said): boolean =>
  replies.some(({ sources }) =>
    sources.some(({ document, url }) => document === wanted || (wanted.includes(".") && (url ?? "").includes(wanted.replace(/^www\./, "")))));

const isAnswer = ({ outcome }: Said): boolean =>
  outcome.startsWith("answered") || outcome === "repaired-digression" || outcome === "flow-started";
const isAsking = ({ outcome }: Said): boolean => outcome === "repaired-clarification";

const plain = (text: string): string => fold(text.replace(/\*\*/g, ""));

/** Short figures must stand alone: "15" is not in "2015". */
const holds = (text: string, words: string): boolean => {
  const wanted = fold(words);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + wanted.length] ?? " ";
    const cutsFigure = (/\d/.test(wanted[0]!) && /[\d]/.test(before)) || (/\d/.test(wanted.at(-1)!) && /\d/.test(after));
    if (!cutsFigure) return true;
  }
  return false;
};
