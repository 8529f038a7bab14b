import { attach } from "./evidence.ts";
import { explain, invalidKey, parse, unfit } from "./fit.ts";
import { fillForm } from "./fields.ts";
import { type Question, questionAt, type StepOf } from "./flow.ts";
import { leaveOut, settle } from "./settle.ts";
import { matchChoice } from "./slots/choice.ts";
import { offered, optionsOf, skipChoice } from "./question.ts";
import type { FlowInput, FlowResult } from "./types.ts";
import { keep, type Visit } from "./visit.ts";

type Answer = Extract<FlowInput, { kind: "answer" }>;

/** Takes the citizen's words, button or file as the answer to the open question. */
export const answer = (visit: Visit, input: Answer): Promise<FlowResult> | FlowResult => {
  const question = questionAt(visit.flow, visit.cursor.at!)!;
  if (question.rule.as === "files") return attach(visit, question, input);
  if (input.attachment) return unfit(visit, question, { key: `repair.unsupported.${input.attachment.kind}` });
  if (input.choice === skipChoice.value && question.rule.optional) return leaveOut(visit, question);
  if (input.choice === undefined && !input.text.trim()) return unfit(visit, question, { key: "repair.invalid.empty" });
  return question.rule.as === "choice" ? choose(visit, question, input) : write(visit, question, input);
};

const choose = (visit: Visit, question: Question, { text, choice }: Answer): Promise<FlowResult> | FlowResult => {
  const options = optionsOf(visit.flow, visit.cursor, visit.flow.steps[question.index] as StepOf<"choose">);
  if (choice !== undefined) {
    if (!options.some(({ value }) => value === choice)) return unfit(visit, question, { key: "repair.stale" });
    return take(visit, question, choice);
  }
  const match = matchChoice(options, text, visit.context.title);
  if (!match) return unfit(visit, question, { key: invalidKey(visit, question, "choice") });
  return "ambiguous" in match ? unfit(visit, question, { key: "repair.ambiguous" }) : take(visit, question, match.value);
};

const write = (visit: Visit, question: Question, { text, choice }: Answer): Promise<FlowResult> | FlowResult => {
  const words = (choice ?? text).normalize("NFC");
  const { partial } = visit.cursor;
  const isOffered = offered(visit.flow, visit.cursor, question).some(({ value }) => value === choice);
  if (choice !== undefined && partial === undefined && !isOffered) {
    return unfit(visit, question, { key: "repair.stale" });
  }
  delete visit.cursor.partial;
  if (question.position.field) return fillForm(visit, question, words, partial);
  const parsed = parse(visit, question, words, partial);
  return "ok" in parsed ? take(visit, question, parsed.ok) : explain(visit, question, parsed);
};

const take = (visit: Visit, question: Question, value: string | number): Promise<FlowResult> | FlowResult => {
  const before = visit.cursor.slots[question.slot];
  keep(visit, question, value);
  return settle(visit, question, before);
};
