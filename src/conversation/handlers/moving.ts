import { advance } from "../../flow/advance.ts";
import type { FlowInput, FlowResult, Json, Slots, Utterance } from "../../flow/types.ts";
import type { Outcome } from "../message.ts";
import type { Response } from "../response.ts";
import type { Turn } from "../respond.ts";
import { andSays, saysFlow } from "../saying.ts";
import { toPerson } from "./person.ts";
import { dropDraft, keepLeading, leadingTo, leave, offerDrafts } from "./repair/drafts.ts";

/** Starts a flow anew; one that was open is kept for later, and the citizen is told. */
export const startFlow = async (turn: Turn, name: string, slots: Slots = {}): Promise<Response> => {
  const flow = turn.parts.flows.get(name);
  if (!flow) throw new Error(`no flow called "${name}" (flows: ${[...turn.parts.flows.keys()].join(", ")})`);
  const left = turn.state.cursor?.flow === name ? [{ key: "repair.restart.done" }] : leave(turn);
  turn.state.cursor = null;
  delete turn.state.declined;
  dropDraft(turn, name);
  const result = await advance(flow, null, { kind: "start", slots }, turn.flowContext);
  return settle(turn, result, "flow-started", left);
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
  return result && settle(turn, result, outcome, before);
};

/** What an input led to: the next question, the end, or a person. */
export const settle = async (turn: Turn, result: FlowResult, outcome: Outcome, before: Utterance[] = []): Promise<Response> => {
  if (result.next) {
    keepLeading(turn, turn.state.cursor, result.next);
    turn.state.cursor = null;
    keep(turn, result);
    const next = await startFlow(turn, result.next, { ...keptOf(turn, result.next), ...handedOn(turn, result.next, result.cursor.slots["hand-on"]) });
    return { ...next, says: [...before, ...result.says, ...next.says] };
  }
  keep(turn, result);
  if (result.status === "handoff") {
    const handed = await toPerson({ ...turn, state: { ...turn.state, cursor: null } }, "handed-off-flow", [...before, ...result.says], result.queue);
    return { ...handed, detail: { flow: result.cursor.flow, ...(result.cursor.at ? { step: result.cursor.at.step } : {}) } };
  }
  if (result.status !== "done") return saysFlow(turn, result, outcome, before);
  const silent = before.length + result.says.length === 0;
  const ended = [{ key: "repair.ended", params: { flow: { key: `${result.cursor.flow}.title` } } }];
  return andThen(turn, saysFlow(turn, result, "flow-completed", silent ? ended : before));
};

/** What a flow that may be begun again keeps of its answers. */
const keep = ({ state, parts }: Turn, { cursor }: FlowResult): void => {
  const slots = Object.entries(cursor.slots).filter(([slot, value]) => value !== null && parts.flows.get(cursor.flow)?.keeps.includes(slot));
  if (slots.length > 0) state.kept = { ...state.kept, [cursor.flow]: Object.fromEntries(slots) };
};

/** What was told when a flow was gone through before. */
export const keptOf = ({ state }: Turn, name: string): Slots => state.kept?.[name] ?? {};

/** What a flow leaves, in its slot `hand-on`, to the one that the citizen goes on with: the slots that this one lets a start bring along. */
const handedOn = (turn: Turn, name: string, slots: Json = null): Slots =>
  typeof slots === "object" && slots !== null && !Array.isArray(slots)
    ? Object.fromEntries(Object.entries(slots).filter(([slot]) => turn.parts.flows.get(name)?.given.includes(slot))) : {};

/** The flow that led to the one that ended goes on where it stood. */
export const whereItLed = async (turn: Turn, ended: Response): Promise<Response | undefined> => {
  const draft = leadingTo({ ...turn, state: ended.state }, ended.detail.flow);
  if (!draft) return undefined;
  const state = { ...ended.state, cursor: draft.cursor, paused: ended.state.paused.filter((one) => one !== draft) };
  const result = await step({ ...turn, state }, { kind: "repeat", brief: true });
  const all = [...ended.says, { key: "repair.digression" }, ...(result?.says ?? [])];
  return result && { ...ended, says: all, state: { ...state, cursor: result.cursor, said: all } };
};

/** A flow has ended: the one that led to it goes on; else what was asked for meanwhile, or left before, is offered. */
const andThen = async (turn: Turn, ended: Response): Promise<Response> => {
  const { wish, ...state } = ended.state;
  const back = wish === undefined ? await whereItLed(turn, ended) : undefined;
  if (back) return back;
  const choices = wish === undefined ? [] : [
    { value: `flow:${wish}`, title: { key: "repair.interrupt.yes" } }, { value: "dismiss", title: { key: "repair.interrupt.no" } },
  ];
  const offer = wish === undefined
    ? offerDrafts({ ...turn, state })
    : { key: "repair.interrupt.now", params: { flow: { key: `${wish}.title` } }, choices };
  return offer ? andSays({ ...ended, state }, [offer]) : { ...ended, state };
};
