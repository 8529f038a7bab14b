import type { ActionTurn } from "../conversation/response.ts";
import type { ActionFace } from "../flow/check.ts";
import type { ActionResult, Choice, Json } from "../flow/types.ts";

/** A line of the table of actions: what a flow may know of it, and what it does with the parts it needs. */
export type Row<Parts> = ActionFace & { run: (parts: Parts, turn: ActionTurn) => Promise<ActionResult> | ActionResult };

/** Choices as a slot keeps them. */
export const options = (choices: Choice[]): Json => choices;
