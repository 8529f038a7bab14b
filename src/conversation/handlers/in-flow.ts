import { advance } from "../../flow/advance.ts";
import type { FlowInput, FlowResult, Slots, Utterance } from "../../flow/types.ts";
import type { Outcome } from "../message.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { says, saysFlow } from "../saying.ts";
import { askWhich } from "./answering.ts";
import { toPerson } from "./person.ts";

/** A question of a flow is open: the message answers it, or asks something in between. */
export const inFlow: Handler = async (turn) => {
  const { cursor } = turn.state;
  if (!cursor) return undefined;
  const { inbound } = turn;
  const result = await step(turn, {
    kind: "answer",
    text: inbound.text ?? "",
    ...(inbound.choice ? { choice: inbound.choice } : {}),
    ...(inbound.attachment ? { attachment: inbound.attachment } : {}),
  });
  if (!result) return undefined;
  if (result.status === "unfit") return aside(turn, result);
  return settle(turn, result, "flow-continued");
};

/** Starts a flow; one that was open is kept for later. */
export const startFlow = async (turn: Turn, name: string, slots: Slots = {}): Promise<Response> => {
  const flow = turn.parts.flows.get(name);
  if (!flow) throw new Error(`no flow called "${name}" (flows: ${[...turn.parts.flows.keys()].join(", ")})`);
  const result = await advance(flow, null, { kind: "start", slots }, turn.flowContext);
  return settle(turn, result, "flow-started");
};

/** Gives the open flow an input; undefined when there is none, or its file is gone. */
export const step = async (turn: Turn, input: FlowInput): Promise<FlowResult | undefined> => {
  const { cursor } = turn.state;
  const flow = cursor && turn.parts.flows.get(cursor.flow);
  if (!flow) {
    turn.state.cursor = null;
    return undefined;
  }
  return advance(flow, cursor, input, { ...turn.flowContext, locale: turn.spoken() });
};

/** Says something, then the open question again; undefined when no flow is open. */
export const askAgain = async (turn: Turn, outcome: Outcome, before: Utterance[]): Promise<Response | undefined> => {
  const result = await step(turn, { kind: "repeat", brief: before.length > 0 });
  return result && saysFlow(turn, result, outcome, before);
};

/** What an input led to: the next question, the end, or a person. */
export const settle = async (turn: Turn, result: FlowResult, outcome: Outcome): Promise<Response> => {
  if (result.next) {
    const next = await startFlow(turn, result.next);
    return { ...next, says: [...result.says, ...next.says] };
  }
  if (result.status === "handoff") {
    return toPerson({ ...turn, state: { ...turn.state, cursor: null } }, "handed-off-flow", result.says);
  }
  return saysFlow(turn, result, result.status === "done" ? "flow-completed" : outcome);
};

/** What does not fit the open question may be a question itself, or a wish for something else. */
const aside = async (turn: Turn, unfit: FlowResult): Promise<Response | undefined> => {
  const wish = leaveFor(turn);
  if (wish) return wish;
  if (turn.answer.kind !== "none" && nothingToLose(turn)) {
    turn.state.cursor = null;
    return undefined;
  }
  return digression(turn) ?? saysFlow(turn, unfit, "repaired-invalid");
};

/** Before the first answer to a flow, such as in the menu, an answer to something else need not come back to it. */
const nothingToLose = ({ state }: Turn): boolean => state.cursor?.trail.length === 0;

const digression = (turn: Turn): Promise<Response | undefined> | undefined => {
  const { answer, understood } = turn;
  if (!understood.question) return undefined;
  switch (answer.kind) {
    case "found":
    case "unknown":
      return askAgain(turn, "repaired-digression", [
        ...answer.passages.map((p) => ({ content: p.pair })),
        { key: "repair.digression" },
      ]);
    case "lookalike":
      return Promise.resolve(says(turn, [askWhich(turn, answer)], "repaired-clarification"));
    case "none":
      return undefined;
    default:
      return answer satisfies never;
  }
};

/** In a menu, words that name another flow leave it: nothing was told yet that could be lost. */
const leaveFor = (turn: Turn): Promise<Response> | undefined => {
  const wanted = turn.understood.intent?.name;
  const flow = [...turn.parts.flows.values()].find((f) => f.intent === wanted);
  if (!wanted || !flow || flow.name === turn.state.cursor?.flow) return undefined;
  return startFlow(turn, flow.name);
};
