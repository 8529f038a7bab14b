import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { says } from "../../saying.ts";
import { askAgain } from "../moving.ts";
import { isWorthKeeping, keepDraft, keptParams } from "./drafts.ts";

/** A question has stood open for a while: asks it once more. */
export const nudge = async (turn: Turn): Promise<Response> => {
  const response = await askAgain(turn, "repaired-silence", [{ key: "repair.silence.nudge" }]);
  if (!response) return gone(turn);
  return response.state.cursor ? { ...response, state: { ...response.state, silence: "nudged" } } : response;
};

/** Nobody answered: the flow is left, and its draft kept. */
export const close = (turn: Turn): Response => {
  const open = turn.state.cursor;
  if (!open) return gone(turn);
  turn.state.cursor = null;
  delete turn.state.wish;
  const keeps = isWorthKeeping(turn, open);
  if (keeps) keepDraft(turn, open);
  const said = keeps
    ? { key: "repair.silence.closed", params: keptParams(turn, open.flow) }
    : { key: "repair.silence.ended", params: { flow: { key: `${open.flow}.title` } } };
  const detail = { flow: open.flow, ...(open.at ? { step: open.at.step } : {}) };
  const response = says(turn, [said], "flow-abandoned", { detail });
  return { ...response, state: { ...response.state, silence: "closed" } };
};

/** Its file is not there any more: nothing is left to say. */
const gone = (turn: Turn): Response => ({ ...says(turn, [], "flow-abandoned"), state: { ...turn.state, cursor: null } });
