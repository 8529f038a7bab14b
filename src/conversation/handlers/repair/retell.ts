import { advance } from "../../../flow/advance.ts";
import { samePosition } from "../../../flow/flow.ts";
import type { Json } from "../../../flow/types.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { settle } from "../moving.ts";

/**
 * Words that fit no option, in a flow that reads stories (`told` is given at its start): what they tell beside what is known
 * already. Undefined where they tell nothing of it, or ask something that has its answer; `asks`: the flow itself answers it.
 */
export const retell = async (turn: Turn, { asks }: { asks: boolean } = { asks: false }): Promise<Response | undefined> => {
  const { state: { cursor }, parts, inbound: { text = "" }, understood, answer } = turn;
  const flow = cursor && parts.flows.get(cursor.flow);
  if (!cursor || !flow?.given.includes("told") || text.trim() === "" || (!asks && understood.question && answer.kind !== "none")) return undefined;
  const result = await advance(flow, null, { kind: "start", slots: { ...cursor.slots, told: text } }, turn.flowContext);
  const { slots } = result.cursor;
  const told = [...flow.questions.map(({ slot }) => slot), ...Object.keys(slots).filter((slot) => isWords(slots[slot]))];
  const isNews = told.some((slot) => slots[slot] !== undefined && JSON.stringify(slots[slot]) !== JSON.stringify(cursor.slots[slot]));
  const isAskedAgain = result.says.length === 1 && result.cursor.at !== null && cursor.at !== null && samePosition(result.cursor.at, cursor.at);
  return isNews ? settle(turn, result, "flow-continued", isAskedAgain ? [{ key: "repair.noted" }] : []) : undefined;
};

/** Several things told of one kind. */
const isWords = (value: Json | undefined): boolean => Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
