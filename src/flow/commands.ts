import { explain, parse, refined } from "./fit.ts";
import { type Question, questionAt, questionOf, samePosition, type StepOf } from "./flow.ts";
import { asked, isChoices, leadIn, nameOf, optionsOf } from "./question.ts";
import { leaveOut, resume, settle } from "./settle.ts";
import { matchChoice } from "./slots/choice.ts";
import type { Parsed } from "./slots/validator.ts";
import type { FlowInput, FlowResult, Json, Param, Utterance } from "./types.ts";
import { forgetLast, hasAnswered, isKnown, isSealed, keep, type Visit, wait } from "./visit.ts";

/** Returns to the last answered question and forgets its answer. */
export const back = (visit: Visit): FlowResult => {
  const { cursor, flow } = visit;
  delete cursor.partial;
  if (cursor.returnTo) return giveUpCorrection(visit, cursor.returnTo);
  const last = cursor.trail.at(-1);
  if (!last || isSealed(visit, questionAt(flow, last)!.index)) return refuse(visit, "repair.nothing-back");
  const question = forgetLast(visit);
  visit.says.push(asked(visit, question));
  return wait(visit, question.position);
};

/** Leaves an optional question out. */
export const skip = (visit: Visit): Promise<FlowResult> | FlowResult => {
  const question = open(visit);
  return question.rule.optional ? leaveOut(visit, question) : refuse(visit, "repair.cannot-skip", undefined, [{ key: `repair.needed.${question.rule.as}` }]);
};

/** Puts the open question again; unless `brief`, with the sentences that stand before it. */
export const repeat = (visit: Visit, brief: boolean): FlowResult => {
  const question = open(visit);
  visit.says.push(...(brief ? [] : leadIn(visit, question.position)), asked(visit, question));
  return wait(visit, question.position);
};

/** Changes an earlier answer, or asks for it again, and returns to where the citizen was. */
export const correct = (visit: Visit, { slot, text, part, also = [] }: Extract<FlowInput, { kind: "correct" }>): Promise<FlowResult> | FlowResult => {
  const question = questionOf(visit.flow, slot);
  if (!question) return refuse(visit, "repair.cannot-correct");
  const name = { slot: nameOf(visit, slot) };
  if (isSealed(visit, question.index)) return refuse(visit, "repair.too-late", name);
  if (samePosition(question.position, visit.cursor.at!)) return text ? replace(visit, question, text) : repeat(visit, true);
  if (!canBeAsked(visit, question) || !(text || isKnown(visit, slot))) return refuse(visit, "repair.not-asked-yet", name);
  for (const told of also) change(visit, questionOf(visit.flow, told.slot)!, told.text);
  return text ? replace(visit, question, text, part) : askAgain(visit, question);
};

/** Options that an action has not set yet cannot be offered. */
const canBeAsked = ({ flow, cursor }: Visit, { index }: Question): boolean => {
  const step = flow.steps[index]!;
  return step.verb !== "choose" || "list" in step.from || isChoices(cursor.slots[step.from.slot]);
};

const open = ({ flow, cursor }: Visit): Question => questionAt(flow, cursor.at!)!;

const refuse = (visit: Visit, key: string, params?: Record<string, Param>, why: Utterance[] = []): FlowResult => {
  const question = open(visit);
  visit.says.push({ key, ...(params && { params }) }, ...why, asked(visit, question));
  return wait(visit, question.position, "refused");
};

const giveUpCorrection = (visit: Visit, returnTo: { step: string; field?: string }): FlowResult => {
  delete visit.cursor.returnTo;
  visit.cursor.at = returnTo;
  return repeat(visit, false);
};

const replace = (visit: Visit, question: Question, text: string, part?: true): Promise<FlowResult> | FlowResult => {
  const parsed = read(visit, question, text.normalize("NFC"));
  if (!("ok" in parsed)) {
    goTo(visit, question);
    return explain(visit, question, parsed);
  }
  const before = visit.cursor.slots[question.slot];
  const isOpen = samePosition(question.position, visit.cursor.at!);
  change(visit, question, refined(visit, question, parsed.ok));
  delete visit.cursor.partial;
  return isOpen ? settle(visit, question, before) : resume(visit, question, before, part);
};

/** A value given ahead of its question is known, not answered: `back` does not return to it. */
const change = (visit: Visit, question: Question, value: Json): void => {
  const isOpen = samePosition(question.position, visit.cursor.at!);
  if (isOpen || hasAnswered(visit, question.position)) return keep(visit, question, value);
  visit.cursor.slots[question.slot] = value;
  visit.changed.add(question.slot);
};

const read = (visit: Visit, question: Question, text: string): Parsed => {
  if (question.rule.as !== "choice") return parse(visit, question, text);
  const step = visit.flow.steps[question.index] as StepOf<"choose">;
  const match = matchChoice(optionsOf(visit.flow, visit.cursor, step), text, visit.context.title);
  return match && "value" in match ? { ok: match.value } : { problem: "choice" };
};

const askAgain = (visit: Visit, question: Question): FlowResult => {
  goTo(visit, question);
  visit.says.push(asked(visit, question));
  return wait(visit, question.position);
};

const goTo = ({ cursor }: Visit, question: Question): void => {
  delete cursor.partial;
  if (samePosition(question.position, cursor.at!)) return;
  cursor.returnTo ??= cursor.at!;
  cursor.at = question.position;
};
