import { locales } from "../locale.ts";
import { editDistance, tokens } from "../words.ts";
import { type Flow, questionOf } from "./flow.ts";
import { exchange } from "./exchange.ts";
import { nameOf } from "./question.ts";
import { flat } from "./slots/flat.ts";
import { validators } from "./slots/validators.ts";
import type { Cursor, FlowContext } from "./types.ts";

/**
 * Which earlier answer the citizen wants to change and, when the words carry it, what to: "my e-mail is ana@x.co" →
 * `{slot: "email", text: "ana@x.co"}`. A slot is known by its name in either language. Null: no slot is named.
 */
export const correctionIn = (
  flow: Flow, cursor: Cursor, words: string, context: FlowContext,
): { slot: string; text?: string } | null => {
  const exchanged = exchange(flow, cursor, words, context);
  if (exchanged) return exchanged;
  const spoken = tokens(words);
  const named = flow.questions
    .map((question) => ({ question, likeness: likeness(spoken, namesOf(flow, question.slot, context)) + (cursor.slots[question.slot] === undefined ? 0 : 0.1) }))
    .filter(({ likeness }) => likeness >= 1)
    .sort((a, b) => b.likeness - a.likeness)[0]?.question;
  const slot = named?.slot ?? slotOfValue(flow, cursor, words, context);
  if (slot === undefined) return null;
  const text = newValue(flow, slot, words, context);
  return text === undefined ? { slot } : { slot, text };
};

const namesOf = (flow: Flow, slot: string, context: FlowContext): string[][] => {
  const name = nameOf({ flow, context }, slot);
  const titles = typeof name === "object" && "key" in name ? locales.map((locale) => context.title(name, locale)) : [];
  return [tokens(slot), ...titles.flatMap((title) => title.split("/")).map(tokens)];
};

const unsaid = new Set(["el", "la", "los", "las", "de", "del", "su", "sus", "mi", "the", "your", "my", "of", "a", "un", "una"]);

/** The share of a name's words that were said, 0 to 1, with typos allowed. */
const likeness = (spoken: string[], names: string[][]): number =>
  Math.max(0, ...names.map((name) => {
    const words = name.filter((word) => !unsaid.has(word));
    const hits = words.filter((word) => spoken.some((other) => other === word || (word.length > 4 && editDistance(word, other, 1) <= 1)));
    return words.length ? hits.length / words.length : 0;
  }));

/** "No, it is ana@x.co": an answered slot of the only kind that this value can be. */
const slotOfValue = (flow: Flow, cursor: Cursor, words: string, context: FlowContext): string | undefined => {
  const fitting = flow.questions.filter(({ slot, rule }) => (
    cursor.slots[slot] !== undefined && rule.as !== "choice" && validators[rule.as].sure && validators[rule.as].find?.(words, context)
  ));
  return fitting.length === 1 ? fitting[0]!.slot : undefined;
};

const newValue = (flow: Flow, slot: string, words: string, context: FlowContext): string | undefined => {
  const { rule } = questionOf(flow, slot)!;
  if (rule.as === "text" || rule.as === "name" || rule.as === "choice") return said(words);
  const found = validators[rule.as].find?.(words, context);
  return found ? String(found.value) : undefined;
};

const mistaken = "(?:mal|wrong|incorrect|equivocad|err|not|no|un error|a mistake)\\p{L}*";
const introduced = new RegExp(`(?:\\b(?:es|is|a|por|(?<!\\b(?:want|need|like|wish|have|had) )to)\\s+|:\\s*)(?!${mistaken}\\b)(.+)$`, "u");

/** What follows "… es", "… to", "…:". */
const said = (words: string): string | undefined => {
  const value = introduced.exec(flat(words))?.[1];
  return value ? words.slice(words.length - value.length).trim() || undefined : undefined;
};
