import { indexOf, type Question, samePosition, type Step, type StepOf } from "./flow.ts";
import { asked, optionsOf, said } from "./question.ts";
import type { FlowResult } from "./types.ts";
import { dropSlots, forget, forgetBetween, forgetFrom, forgetOptions, isKnown, result, type Visit, wait } from "./visit.ts";

const stepLimit = 100;

/**
 * Runs from a step until it needs the citizen. In a `replay` over what is known already, only what is said after
 * the last known question counts. Throws after 100 steps without a question.
 */
export const run = async (visit: Visit, start: number, replay = false): Promise<FlowResult> => {
  let next: Next = { index: start };
  for (let count = 0; count < stepLimit; count++) {
    if (!("index" in next)) return leave(visit, next);
    const step = visit.flow.steps[next.index];
    if (!step) return leave(visit, { end: true });
    const open = openQuestion(visit, step);
    if (open) {
      visit.says.push(asked(visit, open));
      return wait(visit, open.position);
    }
    if (replay && (isQuestion(step) || wasCalled(visit, step))) visit.says.length = 0;
    next = await pass(visit, step, next.index);
  }
  throw new Error(`flow "${visit.flow.name}": ${stepLimit} steps without a question, last at "${visit.flow.steps[start]?.id}": break the cycle with an ask or a choose`);
};

type Next = { index: number } | { end: true } | { queue: string } | { flow: string } | { change: number };

const leave = (visit: Visit, next: Exclude<Next, { index: number }>): FlowResult => {
  if ("change" in next) return stay(visit, next.change);
  visit.cursor.at = null;
  delete visit.cursor.returnTo;
  delete visit.cursor.partial;
  delete visit.cursor.takesFiles;
  if ("queue" in next) return result(visit, "handoff", { queue: next.queue });
  return result(visit, "done", "flow" in next ? { next: next.flow } : {});
};

/** The question at this step stays open: an earlier answer is to be changed first. */
const stay = (visit: Visit, index: number): FlowResult => {
  const question = visit.flow.questions.find((one) => one.index === index)!;
  forget(visit, question.slot, question.position);
  visit.says.push(asked(visit, question));
  return { ...wait(visit, question.position), change: true };
};

const isQuestion = (step: Step): boolean => step.verb === "ask" || step.verb === "choose" || step.verb === "form";

/** The question of this step that must be put to the citizen, if there is one. */
const openQuestion = (visit: Visit, step: Step): Question | undefined => {
  if (step.verb === "choose") dropForeignChoice(visit, step);
  return visit.flow.questions.find(({ slot, position }) => position.step === step.id && !isKnown(visit, slot));
};

/** A value known beforehand counts only while it is one of the options. */
const dropForeignChoice = (visit: Visit, step: StepOf<"choose">): void => {
  const value = visit.cursor.slots[step.choose];
  if (value === undefined || value === null) return;
  const offered = optionsOf(visit.flow, visit.cursor, step).some((option) => option.value === value);
  if (!offered) dropSlots(visit, [step.choose]);
};

const pass = async (visit: Visit, step: Step, index: number): Promise<Next> => {
  switch (step.verb) {
    case "say":
      visit.says.push(said(visit, step.say));
      return { index: index + 1 };
    case "ask":
    case "form":
      return { index: index + 1 };
    case "choose":
      return follow(visit, index, step.to[String(visit.cursor.slots[step.choose])]);
    case "branch":
      return follow(visit, index, step.to[String(visit.cursor.slots[step.branch])] ?? step.else);
    case "goto":
      return step.keep ? rewind(visit, step.goto) : follow(visit, index, step.goto);
    case "handoff":
      return { queue: step.handoff };
    case "call":
      return follow(visit, index, step.to[(await called(visit, step)) ?? ""]);
    default:
      return step satisfies never;
  }
};

const follow = (visit: Visit, index: number, target: string | undefined): Next => {
  if (target === undefined) return { index: index + 1 };
  if (target === "end") return { end: true };
  if (target === "change") return { change: index };
  if (target === "to-person") return { queue: "general" };
  if (target.startsWith("flow:")) return { flow: target.slice("flow:".length) };
  const next = indexOf(visit.flow, target);
  if (next <= index) forgetFrom(visit, next);
  else forgetBetween(visit, index, next);
  return { index: next };
};

/** Back to a step with all that was told: what is asked there is taken back, and the choice that led here. */
const rewind = (visit: Visit, target: string): Next => {
  const next = indexOf(visit.flow, target);
  const last = visit.cursor.trail.at(-1);
  const isTakenBack = ({ position, index, rule }: Question): boolean =>
    index === next || (rule.as === "choice" && last !== undefined && samePosition(position, last));
  for (const { slot, position } of visit.flow.questions.filter(isTakenBack)) {
    const before = visit.cursor.slots[slot];
    if (before !== undefined) visit.cursor.earlier = { ...visit.cursor.earlier, [slot]: before };
    forget(visit, slot, position);
  }
  forgetOptions(visit, next);
  return { index: next };
};

const wasCalled = ({ cursor }: Visit, { id }: Step): boolean => cursor.calls.some(({ step }) => step === id);

/** Runs an action once and keeps its word; a flow that is walked again does not run it again. */
const called = async (visit: Visit, step: StepOf<"call">): Promise<string | undefined> => {
  const { cursor, context } = visit;
  const before = cursor.calls.find((call) => call.step === step.id);
  if (before) return before.word;
  const { to, slots = {}, answers = {}, unanswered = [], says = [] } = await context.call(step.call, structuredClone(cursor.slots));
  dropSlots(visit, unanswered);
  Object.assign(cursor.slots, slots, answers);
  visit.says.push(...says);
  cursor.calls.push({ step: step.id, sets: Object.keys(slots), ...(to !== undefined && { word: to }) });
  return to;
};

/** Whether other steps than its own hang on this question's value: they must be walked again when it changes. */
export const steers = (visit: Visit, { slot, index }: Question): boolean => {
  const step = visit.flow.steps[index]!;
  if (step.verb === "choose" && Object.keys(step.to).length > 0) return true;
  if (visit.flow.steps.some((other) => other.verb === "branch" && other.branch === slot)) return true;
  return visit.cursor.calls.some((made) => {
    const at = indexOf(visit.flow, made.step);
    const call = visit.flow.steps[at] as StepOf<"call">;
    const needs = visit.context.needs?.(call.call);
    return at > index && (needs ? needs.includes(slot) : made.sets.length > 0);
  });
};

/**
 * After a change of an earlier answer: forgets what hangs on it and goes on at the first question left open. Where only a
 * `part` of its words changed, what was chosen meanwhile stands if it is offered again.
 */
export const rerun = (visit: Visit, { index }: Question, part = false): Promise<FlowResult> => {
  const { slots, trail } = structuredClone(visit.cursor);
  forgetOptions(visit, index + 1);
  if (part) {
    const chosen = visit.flow.questions.filter((question) => question.rule.as === "choice" && visit.cursor.slots[question.slot] === undefined && slots[question.slot] !== undefined);
    for (const { slot } of chosen) visit.cursor.slots[slot] = slots[slot]!;
    visit.cursor.trail = trail;
  }
  return run(visit, index, true);
};
