import type { Flow, Question } from "../../../flow/flow.ts";
import { openOptions, openQuestion } from "../../../flow/open.ts";
import { matchChoice } from "../../../flow/slots/choice.ts";
import type { Cursor, FlowResult, Utterance } from "../../../flow/types.ts";
import { agreesAfterAll } from "../../../understanding/replies.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { settle, step } from "../moving.ts";
import { isLeading, keepLeading } from "./drafts.ts";

/** "Ok, I accept", after something was refused: the flow goes on from there with all that was told. */
export const agreed = async (turn: Turn): Promise<Response | undefined> => {
  const { state, parts, inbound: { text = "", choice } } = turn;
  if (choice !== undefined || !agreesAfterAll(text)) return undefined;
  const flow = state.cursor && parts.flows.get(state.cursor.flow);
  const open = flow && openQuestion(flow, state.cursor!);
  if (open && asksConsent(flow, open)) return takenUp(turn, await step(turn, { kind: "answer", text, choice: "accept" }), []);
  return takenUp(turn, flow ? await agreeEarlier(turn, flow, state.cursor!, text) : await takeUp(turn), [{ key: "repair.agreed" }]);
};

const takenUp = (turn: Turn, result: FlowResult | undefined, said: Utterance[]): Promise<Response> | undefined =>
  result && settle(turn, result, "flow-continued", said);

/** What refused a consent, so that the flow ended: where it stood is remembered until another begins. */
export const rememberRefusal = (turn: Turn, before: Cursor | null, { status, cursor: { slots } }: FlowResult): void => {
  const flow = before && turn.parts.flows.get(before.flow);
  const question = flow && openQuestion(flow, before);
  if (status === "done" && question && asksConsent(flow, question) && slots[question.slot] === "decline") turn.state.declined = before;
};

const takeUp = async (turn: Turn): Promise<FlowResult | undefined> => {
  const { declined } = turn.state;
  if (!declined) return undefined;
  delete turn.state.declined;
  keepLeading(turn, turn.state.cursor, declined.flow);
  turn.state.cursor = declined;
  return step(turn, { kind: "answer", text: "", choice: "accept" });
};

/** A refusal after which the flow went on another way is taken back as any answer is; unless the words answer what is asked now. */
const agreeEarlier = async (turn: Turn, flow: Flow, cursor: Cursor, text: string): Promise<FlowResult | undefined> => {
  if (matchChoice(openOptions(flow, cursor), text, turn.flowContext.title)) return undefined;
  const refused = flow.questions.findLast((question) => asksConsent(flow, question) && cursor.slots[question.slot] === "decline");
  if (!refused && turn.state.declined && isLeading(turn, flow.name, turn.state.declined.flow)) return takeUp(turn);
  return refused && step(turn, { kind: "correct", slot: refused.slot, text: turn.flowContext.title({ key: `${flow.name}.${refused.slot}.accept` }, turn.locale) });
};

const asksConsent = (flow: Flow, { index }: Question): boolean => {
  const asked = flow.steps[index]!;
  return asked.verb === "choose" && "list" in asked.from && asked.from.list.includes("accept") && asked.from.list.includes("decline");
};
