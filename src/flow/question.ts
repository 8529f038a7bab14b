import { locales } from "../locale.ts";
import { tokens } from "../words.ts";
import { type Flow, indexOf, type Question, questionOf, type StepOf } from "./flow.ts";
import { filesIn } from "./slots/files.ts";
import { validators } from "./slots/validators.ts";
import type { Choice, Cursor, Json, Param, Position, Utterance } from "./types.ts";
import type { Visit } from "./visit.ts";

/** The button of a question that may be left out. */
export const skipChoice: Choice = { value: "skip", title: { key: "repair.button.skip" } };

/** The button that says that these are all the files. */
const doneChoice: Choice = { value: "done", title: { key: "repair.button.files-done" } };

/** The question as it is put, with its options. */
export const asked = (visit: Visit, question: Question): Utterance => {
  const options = offered(visit.flow, visit.cursor, question);
  const mayLeaveOut = question.rule.optional && !(question.rule.as === "files" && options.length > 0);
  const choices = [...options, ...(mayLeaveOut ? [skipChoice] : [])];
  return { ...said(visit, `${question.slot}.ask`), ...(choices.length && { choices }) };
};

/** The options of a question, apart from leaving it out. */
export const offered = (flow: Flow, cursor: Cursor, { slot, index, rule }: Question): Choice[] => {
  const step = flow.steps[index]!;
  if (step.verb === "choose") return optionsOf(flow, cursor, step);
  if (rule.as === "choice") return [];
  if (rule.as === "files") return filesIn(cursor.slots[slot]).length > 0 ? [doneChoice] : [];
  const { choices = [], show } = validators[rule.as];
  return [...choices, ...(rule.offer ?? []).map((value): Choice => ({ value, title: titled(show(value)) }))];
};

const titled = (shown: Param): Choice["title"] => {
  if (typeof shown === "object" && "both" in shown) return shown;
  const name = typeof shown === "object" && "date" in shown ? shown.date : shown;
  return typeof name === "object" ? { key: name.key } : { both: { es: String(name), en: String(name) } };
};

/** Options of a choose step. Throws when the slot that should hold them is empty: an action forgot to fill it. */
export const optionsOf = (flow: Flow, cursor: Cursor, { id, choose, from }: StepOf<"choose">): Choice[] => {
  if ("list" in from) return from.list.map((value) => ({ value, title: { key: `${flow.name}.${choose}.${value}` } }));
  const options = cursor.slots[from.slot];
  if (isChoices(options)) return options;
  throw new Error(`flow "${flow.name}": step "${id}" finds no options in slot "${from.slot}": an action before it must set them`);
};

/** An option of a list by other words that it is called, "a/b" in the text `<option>-called`; the longest counts. */
export const calledOption = ({ flow, context }: Visit, { choose, from }: StepOf<"choose">, words: string): { value: string } | null => {
  if (/[?¿]/.test(words)) return null;
  const parts = [...words.split(/[,;.!]/), words].map((part) => tokens(part).join(" "));
  const isSaid = (name: string): boolean => parts.some((part) => {
    const at = name.includes(" ") ? ` ${part} `.indexOf(` ${name} `) : part === name ? 0 : -1;
    return at >= 0 && !negated.test(` ${part} `.slice(0, at + 1));
  });
  const called = ("list" in from ? from.list : []).flatMap((value) => {
    const key = `${flow.name}.${choose}.${value}-called`;
    const names = context.has(key) ? locales.flatMap((locale) => context.title({ key }, locale).split("/")).map((name) => tokens(name).join(" ")) : [];
    return names.filter(isSaid).map((name) => ({ value, length: name.length }));
  });
  return called.toSorted((a, b) => b.length - a.length)[0] ?? null;
};

/** "I am not sure I agree": a word of no just before. */
const negated = / (?:no|not|don|dont|nunca|never|ni|tampoco)(?: \S+){0,2} $/;

export const isChoices = (value: Json | undefined): value is Choice[] =>
  Array.isArray(value) && value.length > 0
  && value.every((option) => typeof option === "object" && option !== null && "value" in option && "title" in option);

/** A text of this flow, with all that is known in it. */
export const said = (visit: Visit, key: string): Utterance => (
  { key: `${visit.flow.name}.${key}`, params: shownSlots(visit) }
);

/** The sentences that stand directly before a step and belong to its question, such as a summary. */
export const leadIn = (visit: Visit, { step }: Position): Utterance[] => {
  const { steps } = visit.flow;
  const end = indexOf(visit.flow, step);
  const isBefore = (verbs: string[]) => steps.slice(0, end).findLastIndex(({ verb }) => !verbs.includes(verb)) + 1;
  return walked(visit, isBefore(["say", "branch", "goto"]), end)
    ?? steps.slice(isBefore(["say"]), end).flatMap((before) => (before.verb === "say" ? [said(visit, before.say)] : []));
};

/** What is said on the way from one step to another, by what is known; undefined where the way leads elsewhere. */
const walked = (visit: Visit, from: number, end: number): Utterance[] | undefined => {
  const says: Utterance[] = [];
  let index = from;
  while (index < end) {
    const step = visit.flow.steps[index]!;
    const target = step.verb === "goto" ? step.goto : step.verb === "branch" ? step.to[String(visit.cursor.slots[step.branch])] ?? step.else : undefined;
    if (step.verb === "say") says.push(said(visit, step.say));
    const next = target === undefined ? index + 1 : visit.flow.steps.findIndex(({ id }) => id === target);
    if (next <= index) return undefined;
    index = next;
  }
  return index === end ? says : undefined;
};

const shownSlots = (visit: Visit): Record<string, Param> => {
  const params: Record<string, Param> = {};
  for (const [slot, value] of Object.entries(visit.cursor.slots)) {
    if (isParam(value)) params[slot] = value;
  }
  for (const question of visit.flow.questions) params[question.slot] = shown(visit, question);
  return params;
};

const shown = (visit: Visit, question: Question): Param => {
  const value = visit.cursor.slots[question.slot];
  if (value === null || value === undefined) return { key: "repair.none" };
  if (question.rule.as === "files") return { key: "repair.file.count", params: { count: filesIn(value).length } };
  if (question.rule.as !== "choice") return validators[question.rule.as].show(value as string | number);
  const step = visit.flow.steps[question.index] as StepOf<"choose">;
  const chosen = "slot" in step.from && !isChoices(visit.cursor.slots[step.from.slot])
    ? undefined
    : optionsOf(visit.flow, visit.cursor, step).find((option) => option.value === value);
  return chosen?.title ?? String(value);
};

const isParam = (value: Json): value is string | number | { key: string } | { date: string } =>
  typeof value === "string" || typeof value === "number"
  || (typeof value === "object" && value !== null && !Array.isArray(value)
    && ["key", "date", "both"].some((name) => name in value));

/** What a slot is called in a sentence such as "I changed your e-mail". */
export const nameOf = (visit: Pick<Visit, "flow" | "context">, slot: string): Param => {
  const own = `${visit.flow.name}.${slot}.name`;
  if (visit.context.has(own)) return { key: own };
  return { key: `repair.slot.${questionOf(visit.flow, slot)?.rule.as ?? "text"}` };
};
