import { fold } from "../words.ts";
import type { Flow, Question, StepOf } from "./flow.ts";
import { isChoices, optionsOf } from "./question.ts";
import { matchChoice } from "./slots/choice.ts";
import { validators } from "./slots/validators.ts";
import type { Cursor, FlowContext } from "./types.ts";

/** "Not March, May", "no era queja sino petición": the answered slot that holds the first, and what it becomes. */
export const exchange = (flow: Flow, cursor: Cursor, words: string, context: FlowContext): { slot: string; text: string } | null => {
  const said = fold(words);
  for (const form of forms) {
    const { old, now } = form.exec(said)?.groups ?? {};
    if (old === undefined || now === undefined) continue;
    for (const question of flow.questions.toReversed()) {
      const text = exchanged(flow, cursor, question, old.trim(), now.trim(), context);
      if (text !== undefined) return { slot: question.slot, text };
    }
  }
  return null;
};

const lead = "(?:(?:no|perdon|disculpe|espere|sorry|wait|oops|actually|bueno)[\\s,.:;]+)*";
const value = "[\\p{L}\\p{N}@._+ -]+?";
const forms = [
  `^${lead}(?:not|no (?:es|era|en)|no|it(?:'s| is| was) not|its not) (?:in |on |en |el |la )?(?<old>${value})[\\s,.;:]+(?:but|sino|es|era|it(?:'s| is| was)|mejor|quise decir|i meant)?[\\s,]*(?:in |on |en |el |la )?(?<now>${value})[.!]*$`,
  `^${lead}(?:in |on |en |el |la )?(?<old>${value}),? (?:no|not)[\\s,.;:]+(?:but |sino |es |era |it is |its |mejor |quise decir )?(?:in |on |en |el |la )?(?<now>${value})[.!]*$`,
  `^${lead}(?:i meant|quise decir|queria decir|digo|era|es|it is|its) (?:in |on |en |el |la )?(?<now>${value})[\\s,]+(?:not|no|y no|and not) (?:in |on |en |el |la )?(?<old>${value})[.!]*$`,
].map((form) => new RegExp(form, "u"));

/** The slot's new value as text, when `old` is what it holds. */
const exchanged = (
  flow: Flow, cursor: Cursor, { slot, rule, index }: Question, old: string, now: string, context: FlowContext,
): string | undefined => {
  const held = cursor.slots[slot];
  if (typeof held !== "string" && typeof held !== "number") return undefined;
  if (rule.as === "date") return exchangedDay(String(held), old, now, context);
  if (rule.as === "choice") {
    const step = flow.steps[index] as StepOf<"choose">;
    if ("slot" in step.from && !isChoices(cursor.slots[step.from.slot])) return undefined;
    const options = optionsOf(flow, cursor, step);
    const match = (words: string) => { const found = matchChoice(options, words, context.title); return found && "value" in found ? found.value : undefined; };
    return match(old) === held && match(now) !== undefined ? now : undefined;
  }
  if (rule.as === "text" || rule.as === "yesno") return undefined;
  const [before, after] = [old, now].map((words) => validators[rule.as as "city"].parse(words, rule, context));
  return before && "ok" in before && before.ok === held && after && "ok" in after ? now : undefined;
};

const months: [es: string, en: string][] = [
  ["enero", "january"], ["febrero", "february"], ["marzo", "march"], ["abril", "april"], ["mayo", "may"], ["junio", "june"], ["julio", "july"],
  ["agosto", "august"], ["septiembre", "september"], ["octubre", "october"], ["noviembre", "november"], ["diciembre", "december"],
];

/** Another month keeps its day, another day its month. */
const exchangedDay = (held: string, old: string, now: string, context: FlowContext): string | undefined => {
  const [year, month, day] = held.split("-");
  const [from, to] = [old, now].map((words) => months.findIndex((names) => names.includes(words)) + 1);
  if (from && to) return from === Number(month) ? `${year}-${String(to).padStart(2, "0")}-${day}` : undefined;
  if (/^\d{1,2}$/.test(old) && /^\d{1,2}$/.test(now)) return Number(old) === Number(day) ? `${year}-${month}-${now.padStart(2, "0")}` : undefined;
  const [before, after] = [old, now].map((words) => validators.date.parse(words, {}, context));
  return before && "ok" in before && before.ok === held && after && "ok" in after ? String(after.ok) : undefined;
};
