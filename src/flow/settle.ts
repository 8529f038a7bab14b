import { type Question, questionAt } from "./flow.ts";
import { asked, leadIn, nameOf } from "./question.ts";
import { rerun, run, steers } from "./run.ts";
import { filesIn } from "./slots/files.ts";
import type { FlowResult, Json } from "./types.ts";
import { keep, type Visit, wait } from "./visit.ts";

/** Goes on after an answer was kept: onwards, or back to where the citizen was when it corrects an earlier one. */
export const settle = (visit: Visit, question: Question, before: Json | undefined): Promise<FlowResult> | FlowResult => {
  const { returnTo } = visit.cursor;
  if (!returnTo) return run(visit, question.index);
  delete visit.cursor.returnTo;
  visit.cursor.at = returnTo;
  return resume(visit, question, before);
};

/** Goes on without an answer to an optional question. */
export const leaveOut = (visit: Visit, question: Question): Promise<FlowResult> | FlowResult => {
  const before = visit.cursor.slots[question.slot];
  delete visit.cursor.partial;
  keep(visit, question, question.rule.as === "files" && filesIn(before).length > 0 ? before! : null);
  return settle(visit, question, before);
};

/** After a correction: says so, and puts the open question again unless what was corrected leads elsewhere. */
export const resume = async (visit: Visit, question: Question, before: Json | undefined, part?: true): Promise<FlowResult> => {
  const done = { key: "repair.corrected", params: { slot: nameOf(visit, question.slot) } };
  const open = questionAt(visit.flow, visit.cursor.at!)!;
  if (visit.cursor.slots[question.slot] !== before && question.index <= open.index && steers(visit, question)) {
    const result = await rerun(visit, question, part);
    return { ...result, says: [done, ...result.says] };
  }
  visit.says.push(done, ...leadIn(visit, open.position), asked(visit, open));
  return wait(visit, open.position);
};
