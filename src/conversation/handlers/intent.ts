import type { Handler } from "../respond.ts";
import { startFlow } from "./in-flow.ts";

/** Words that ask for something to be done, where a flow does it. */
export const intent: Handler = (turn) => {
  const wanted = turn.understood.intent?.name;
  if (!wanted) return undefined;
  const flow = [...turn.parts.flows.values()].find((f) => f.intent === wanted);
  return flow && startFlow(turn, flow.name);
};
