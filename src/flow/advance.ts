import { answer } from "./answer.ts";
import { back, correct, repeat, skip } from "./commands.ts";
import { type Flow, questionAt, samePosition } from "./flow.ts";
import { adopt } from "./known.ts";
import { run } from "./run.ts";
import type { Cursor, FlowContext, FlowInput, FlowResult } from "./types.ts";
import { emptyCursor, result, type Visit } from "./visit.ts";

/**
 * Takes one input and runs the flow until it needs the citizen. The cursor that is passed in is not changed.
 * No cursor, `start` and `restart` begin anew. Throws on a fault of content (100 steps without a question, options
 * that no action has set) and on whatever an action throws; the caller's cursor then still stands.
 */
export const advance = async (
  flow: Flow, cursor: Cursor | null, input: FlowInput, context: FlowContext,
): Promise<FlowResult> => {
  if (cursor && cursor.flow !== flow.name) {
    throw new Error(`flow "${flow.name}": got the cursor of flow "${cursor.flow}": pass the flow that the cursor names`);
  }
  const begins = !cursor || input.kind === "start" || input.kind === "restart";
  const visit: Visit = {
    flow, context, says: [], changed: new Set(),
    cursor: begins ? emptyCursor(flow) : structuredClone(cursor),
  };
  if (begins) return begin(visit, input);
  if (!visit.cursor.at) return result(visit, "done");
  if (visit.cursor.hash !== flow.hash) return goOnAfterChange(visit, input);
  return take(visit, input);
};

const begin = (visit: Visit, input: FlowInput): Promise<FlowResult> => {
  if (input.kind === "start") adopt(visit, input.slots ?? {});
  return run(visit, 0);
};

/** Walks the new content over what is known. The input counts only when its question is still the open one. */
const goOnAfterChange = async (visit: Visit, input: FlowInput): Promise<FlowResult> => {
  const { cursor, flow } = visit;
  const at = cursor.at!;
  cursor.hash = flow.hash;
  delete cursor.returnTo;
  cursor.trail = cursor.trail.filter((position) => questionAt(flow, position));
  cursor.calls = cursor.calls.filter(({ step }) => flow.steps.some(({ id, verb }) => id === step && verb === "call"));
  adopt(visit, cursor.slots);
  const arrived = await run(visit, 0, true);
  if (!visit.cursor.at || !samePosition(visit.cursor.at, at)) return arrived;
  visit.says = [];
  return take(visit, input);
};

const take = (visit: Visit, input: FlowInput): Promise<FlowResult> | FlowResult => {
  switch (input.kind) {
    case "answer": return answer(visit, input);
    case "back": return back(visit);
    case "skip": return skip(visit);
    case "repeat": return repeat(visit, input.brief ?? false);
    case "correct": return correct(visit, input);
    case "start":
    case "restart": return begin(visit, input);
    default: return input satisfies never;
  }
};
