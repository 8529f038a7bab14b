import type { Choice } from "../../flow/types.ts";
import type { Handler } from "../respond.ts";
import { says } from "../saying.ts";

/**
 * Life first: a fixed, reviewed text with the right line, before any flow and any model. A flow that was open stays
 * open behind it, and nothing is asked.
 */
export const danger: Handler = (turn) => {
  const kind = turn.understood.danger;
  if (!kind || turn.inbound.choice) return undefined;
  const choices: Choice[] = [{ value: "person", title: { key: "channel.choice.person" } }];
  if (turn.state.cursor) choices.push({ value: "repeat", title: { key: "channel.choice.continue" } });
  return says(turn, [{ key: `danger.${kind}`, choices }], `danger-${kind}`);
};
