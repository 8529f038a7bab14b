import { advance } from "../../../flow/advance.ts";
import { samePosition } from "../../../flow/flow.ts";
import type { Json, Utterance } from "../../../flow/types.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { askAgain, settle } from "../moving.ts";

/**
 * Words that fit no option, in a flow that reads stories (`told` is given at its start): what they tell beside what is known
 * already, or take back of it; what is known already is said to be, where nothing is asked. Undefined where they tell nothing of it, or ask something that has its answer and tell nothing
 * of who asks it; `asks`: the flow itself answers it.
 */
export const retell = async (turn: Turn, { asks }: { asks: boolean } = { asks: false }): Promise<Response | undefined> => {
  const { state: { cursor }, parts, inbound: { text = "" }, understood, answer } = turn;
  const flow = cursor && parts.flows.get(cursor.flow);
  if (!cursor || !flow?.given.includes("told") || text.trim() === "") return undefined;
  if (!asks && answer.kind === "lookalike" && !tellsBesides(turn)) return undefined;
  const isAnswered = !asks && understood.question && answer.kind !== "none";
  const result = await advance(flow, null, { kind: "start", slots: { ...cursor.slots, told: text } }, turn.flowContext);
  const { slots } = result.cursor;
  if (slots["tells"] === false) return undefined;
  const news = [...new Set([...flow.questions.map(({ slot }) => slot), ...Object.keys({ ...slots, ...cursor.slots }).filter((slot) => isWords(slots[slot] ?? cursor.slots[slot]))])]
    .filter((slot) => JSON.stringify(slots[slot] ?? null) !== JSON.stringify(cursor.slots[slot] ?? null));
  if (isAnswered && !news.some((slot) => ofPerson.has(slot))) return undefined;
  if (news.length === 0) return slots["tells"] === true && !understood.question ? askAgain(turn, "flow-continued", [{ key: "repair.known" }]) : undefined;
  const isAskedAgain = result.says.length === 1 && result.cursor.at !== null && cursor.at !== null && samePosition(result.cursor.at, cursor.at);
  const answered: Utterance[] = isAnswered && "passages" in answer ? answer.passages.slice(0, 1).map(({ pair }) => ({ content: pair })) : [];
  return settle(turn, result, "flow-continued", [...answered, ...(isAskedAgain ? [{ key: "repair.noted" }] : [])]);
};

/** A bare question tells nothing of who asks it. */
export const tellsBesides = ({ inbound: { text = "" }, understood: { question } }: Turn): boolean =>
  !question || text.split(/[.;!?¿¡\n]+/).filter((part) => part.trim() !== "").length > 1;

/** What a question tells of who asks it is heard, whatever else it asks. */
const ofPerson = new Set(["who", "since", "paper", "condition", "city"]);

/** Several things told of one kind. */
const isWords = (value: Json | undefined): boolean => Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
