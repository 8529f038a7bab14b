import { type Flow, indexOf, type Question, questionAt, samePosition } from "./flow.ts";
import type { Cursor, FlowContext, FlowResult, Json, Position, Utterance } from "./types.ts";

/** One `advance` under way: a copy of the cursor that may be changed, and what has been said so far. */
export type Visit = {
  flow: Flow;
  cursor: Cursor;
  context: FlowContext;
  says: Utterance[];
  changed: Set<string>;
};

export const emptyCursor = (flow: Flow): Cursor => (
  { flow: flow.name, hash: flow.hash, at: null, slots: {}, trail: [], calls: [] }
);

export const result = (visit: Visit, status: FlowResult["status"], more: Partial<FlowResult> = {}): FlowResult => (
  { status, says: visit.says, cursor: visit.cursor, changed: [...visit.changed], ...more }
);

/** Stops at a question. */
export const wait = (visit: Visit, at: Position, status: FlowResult["status"] = "waiting"): FlowResult => {
  visit.cursor.at = at;
  delete visit.cursor.takesFiles;
  if (filesQuestion(visit, questionAt(visit.flow, at))) visit.cursor.takesFiles = true;
  return result(visit, status);
};

/** The question that a file answers while `open` is put: itself, or the one of the flow that files are kept for. */
export const filesQuestion = (visit: Visit, open: Question | undefined): Question | undefined => {
  if (open?.rule.as === "files") return open;
  const wanted = visit.flow.questions.find(({ rule }) => rule.as === "files");
  return wanted && !isSealed(visit, wanted.index) ? wanted : undefined;
};

/** Keeps an answer and remembers that this question was answered last. A skipped question holds null. */
export const keep = (visit: Visit, { slot, position }: Question, value: Json): void => {
  const { cursor } = visit;
  cursor.slots[slot] = value;
  if (!hasAnswered(visit, position)) cursor.trail.push(position);
  visit.changed.add(slot);
};

export const hasAnswered = ({ cursor }: Visit, position: Position): boolean =>
  cursor.trail.some((answered) => samePosition(answered, position));

export const isKnown = (visit: Visit, slot: string): boolean => visit.cursor.slots[slot] !== undefined;

export const dropSlots = ({ cursor }: Visit, names: string[]): void => {
  cursor.slots = Object.fromEntries(Object.entries(cursor.slots).filter(([slot]) => !names.includes(slot)));
};

/** Forgets what was asked and called at the steps from `index` on. */
export const forgetFrom = (visit: Visit, index: number): void => {
  const { flow, cursor } = visit;
  dropSlots(visit, flow.questions.filter((question) => question.index >= index).map(({ slot }) => slot));
  cursor.trail = cursor.trail.filter(({ step }) => indexOf(flow, step) < index);
  forgetCalls(visit, index);
};

/** Forgets answers at steps that are jumped over: they belong to a way that is not taken any more. */
export const forgetBetween = (visit: Visit, from: number, to: number): void => {
  for (const { slot, index, position } of visit.flow.questions) {
    if (index > from && index < to && hasAnswered(visit, position)) forget(visit, slot, position);
  }
};

/** Forgets the actions at the steps from `index` on, and the choices made among what they offered. */
export const forgetOptions = (visit: Visit, index: number): void => {
  forgetCalls(visit, index);
  for (const step of visit.flow.steps.slice(index)) {
    if (step.verb !== "choose" || "list" in step.from || isKnown(visit, step.from.slot)) continue;
    forget(visit, step.choose, { step: step.id });
  }
};

/** Takes the last answer back, and the actions that ran after it. */
export const forgetLast = (visit: Visit): Question => {
  const question = questionAt(visit.flow, visit.cursor.trail.pop()!)!;
  dropSlots(visit, [question.slot]);
  forgetCalls(visit, question.index);
  return question;
};

/** Takes the answer to one question back. */
export const forget = (visit: Visit, slot: string, position: Position): void => {
  dropSlots(visit, [slot]);
  visit.cursor.trail = visit.cursor.trail.filter((answered) => !samePosition(answered, position));
};

const forgetCalls = (visit: Visit, index: number): void => {
  const { flow, cursor } = visit;
  const gone = cursor.calls.filter(({ step }) => indexOf(flow, step) >= index);
  dropSlots(visit, gone.flatMap(({ sets }) => sets));
  cursor.calls = cursor.calls.filter((call) => !gone.includes(call));
};

/** Whether something that cannot be taken back happened after this step. */
export const isSealed = ({ flow, cursor }: Visit, index: number): boolean =>
  cursor.calls.some(({ step }) => {
    const at = indexOf(flow, step);
    const call = flow.steps[at]!;
    return at > index && call.verb === "call" && call.final;
  });
