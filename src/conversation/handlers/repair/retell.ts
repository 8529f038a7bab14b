import { advance } from "../../../flow/advance.ts";
import { samePosition } from "../../../flow/flow.ts";
import type { Slots } from "../../../flow/types.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { settle } from "../moving.ts";

/**
 * Words that fit no option, in a flow that reads stories (`told` is given at its start): what they tell beside what is known
 * already. Undefined where they tell nothing of it, or ask something that has its answer.
 */
export const retell = async (turn: Turn): Promise<Response | undefined> => {
  const { state: { cursor }, parts, inbound: { text = "" }, understood, answer } = turn;
  const flow = cursor && parts.flows.get(cursor.flow);
  if (!cursor || !flow?.given.includes("told") || text.trim() === "" || (understood.question && answer.kind !== "none")) return undefined;
  const known = Object.fromEntries(flow.questions.flatMap(({ slot, rule }) => {
    const value = cursor.slots[slot];
    return value === undefined || (value === null && !rule.optional) ? [] : [[slot, value]];
  })) as Slots;
  const result = await advance(flow, null, { kind: "start", slots: { ...known, told: text } }, turn.flowContext);
  const isNews = flow.questions.some(({ slot }) => result.cursor.slots[slot] !== cursor.slots[slot] && result.cursor.slots[slot] !== undefined);
  const isAskedAgain = result.says.length === 1 && result.cursor.at !== null && cursor.at !== null && samePosition(result.cursor.at, cursor.at);
  return isNews ? settle(turn, result, "flow-continued", isAskedAgain ? [{ key: "repair.noted" }] : []) : undefined;
};
