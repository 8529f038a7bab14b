import type { Question } from "./flow.ts";
import { asked } from "./question.ts";
import type { Parsed } from "./slots/validator.ts";
import { validators } from "./slots/validators.ts";
import type { FlowResult, Utterance } from "./types.ts";
import { type Visit, wait } from "./visit.ts";

/** Parses the words of a written answer, alone or together with what the last one left half said. */
export const parse = (visit: Visit, question: Question, words: string, partial?: string): Parsed => {
  const validator = validatorOf(question);
  const { rule } = question;
  const alone = validator.parse(words, rule, visit.context);
  if ("ok" in alone) return alone;
  if (partial !== undefined) {
    const joined = validator.parse(`${words} ${partial}`, rule, visit.context);
    if ("ok" in joined) return joined;
  }
  const found = rule.find ? validator.find?.(words, visit.context) : null;
  if (!found) return alone;
  const again = validator.parse(String(found.value), rule, visit.context);
  return "ok" in again ? again : alone;
};

/** What an answer means beside the one that it takes the place of. */
export const refined = (visit: Visit, question: Question, now: string | number): string | number => {
  const before = visit.cursor.slots[question.slot] ?? visit.cursor.earlier?.[question.slot];
  const refine = question.rule.as === "choice" ? undefined : validatorOf(question).refine;
  return refine && (typeof before === "string" || typeof before === "number") ? refine(before, now) : now;
};

/** Says what is wrong and asks again; words that are only half an answer are kept for the next one. */
export const explain = (visit: Visit, question: Question, parsed: Exclude<Parsed, { ok: unknown }>): FlowResult => {
  const { problem, params, keep: half, choices } = parsed;
  const why: Utterance = { key: invalidKey(visit, question, problem), ...(params && { params }), ...(choices && { choices }) };
  if (half === undefined) return unfit(visit, question, why);
  visit.cursor.partial = half;
  visit.says.push(why);
  return wait(visit, question.position, "unfit");
};

export const unfit = (visit: Visit, question: Question, why: Utterance): FlowResult => {
  visit.says.push(why, asked(visit, question));
  return wait(visit, question.position, "unfit");
};

/** A flow's own text tells what is wanted here; special problems have their own general one. */
export const invalidKey = ({ flow, context }: Visit, { slot, rule }: Question, problem: string): string => {
  const own = `${flow.name}.${slot}.invalid`;
  return (problem === rule.as || problem === "too-short") && context.has(own) ? own : `repair.invalid.${problem}`;
};

export const validatorOf = ({ rule }: Question) => validators[rule.as as Exclude<typeof rule.as, "choice">];
