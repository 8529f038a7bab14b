import { type Question, questionAt } from "./flow.ts";
import { validators } from "./slots/validators.ts";
import type { Json, Slots } from "./types.ts";
import type { Visit } from "./visit.ts";

/** Takes over values that are known beforehand; those that their validator does not accept are left out. */
export const adopt = (visit: Visit, given: Slots): void => {
  const { flow, cursor } = visit;
  const kept: Slots = {};
  for (const [slot, value] of Object.entries(given)) {
    const question = flow.questions.find((question) => question.slot === slot);
    const fitting = question ? fit(visit, question, value) : value;
    if (fitting !== undefined) kept[slot] = fitting;
  }
  cursor.slots = kept;
  cursor.trail = cursor.trail.filter((position) => kept[questionAt(flow, position)!.slot] !== undefined);
};

/** Whether an option still stands is only known when its step is reached. */
const fit = ({ context }: Visit, { rule }: Question, value: Json): Json | undefined => {
  if (value === null) return rule.optional ? null : undefined;
  if (rule.as === "choice") return typeof value === "string" ? value : undefined;
  if (rule.as === "files") return Array.isArray(value) ? value : undefined;
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const parsed = validators[rule.as].parse(String(value), rule, context);
  return "ok" in parsed ? parsed.ok : undefined;
};
