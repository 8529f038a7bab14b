import { openOptions, openQuestion } from "../../../flow/open.ts";
import { matchChoice } from "../../../flow/slots/choice.ts";
import { saysNothing } from "../../../understanding/replies.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { move } from "./going.ts";

/** "No, thanks", "I have none": leaves an optional question out; of any other it is said why it is needed. A "no" that answers is one. */
export const leftUnsaid = (turn: Turn): Promise<Response> | undefined => {
  const { state: { cursor }, parts, inbound, understood, flowContext } = turn;
  const flow = cursor && parts.flows.get(cursor.flow);
  const question = flow && openQuestion(flow, cursor);
  if (!question || inbound.choice !== undefined || !saysNothing(inbound.text ?? "")) return undefined;
  const { as, optional } = question.rule;
  if (as === "yesno" || (as === "files" && cursor.slots[question.slot]) || matchChoice(openOptions(flow, cursor), inbound.text ?? "", flowContext.title)) return undefined;
  if (!optional && (as === "choice" || understood.command)) return undefined;
  return move(turn, "skip");
};
