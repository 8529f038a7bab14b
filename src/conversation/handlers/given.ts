import type { Flow } from "../../flow/flow.ts";
import { validators } from "../../flow/slots/validators.ts";
import type { Slots } from "../../flow/types.ts";
import type { Turn } from "../respond.ts";

/**
 * What the words that start a flow already answer, of the slots that it lets a start bring along: values of its written
 * questions, `said` the words themselves, `about` the service that was talked about.
 */
export const givenBy = ({ inbound, state, flowContext }: Turn, flow: Flow): Slots => {
  const text = inbound.choice === undefined ? inbound.text?.trim() : undefined;
  const slots: Slots = {};
  for (const slot of flow.given) {
    const as = flow.questions.find((question) => question.slot === slot)?.rule.as;
    if (slot === "said" && text) slots[slot] = text;
    else if (slot === "about" && state.service !== undefined) slots[slot] = state.service;
    else if (text && as !== undefined && as !== "choice" && as !== "files") {
      const parsed = validators[as].parse(text, {}, flowContext);
      if ("ok" in parsed) slots[slot] = parsed.ok;
    }
  }
  return slots;
};
