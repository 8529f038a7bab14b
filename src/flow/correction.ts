import { locales } from "../locale.ts";
import { editDistance, tokens } from "../words.ts";
import { type Flow, type Question, questionOf } from "./flow.ts";
import { exchange } from "./exchange.ts";
import { nameOf } from "./question.ts";
import { reworded, rewordedLoosely } from "./rewording.ts";
import { flat } from "./slots/flat.ts";
import { validators } from "./slots/validators.ts";
import type { Cursor, FlowContext, FlowInput } from "./types.ts";

/**
 * Which earlier answer the citizen wants to change and, when the words carry it, what to: "my e-mail is ana@x.co" →
 * `{slot: "email", text: "ana@x.co"}`. A slot is known by its name in either language. Null: no slot is named.
 */
export const correctionIn = (
  flow: Flow, cursor: Cursor, words: string, context: FlowContext,
): Omit<Extract<FlowInput, { kind: "correct" }>, "kind"> | null => {
  const exchanged = exchange(flow, cursor, words, context) ?? reworded(flow, cursor, words);
  if (exchanged) return exchanged;
  const spoken = tokens(words);
  const byName = flow.questions
    .map((question) => ({ question, likeness: likeness(spoken, namesOf(flow, question.slot, context)) + (cursor.slots[question.slot] === undefined ? 0 : 0.1) }))
    .filter(({ likeness }) => likeness >= 1)
    .sort((a, b) => b.likeness - a.likeness)[0]?.question;
  const named = byName && isHeld(cursor, byName.slot) ? byName : ofKind(flow, cursor, spoken) ?? byName;
  const slot = named?.slot ?? slotOfValue(flow, cursor, words, context);
  if (slot === undefined) return rewordedLoosely(flow, cursor, words);
  const text = newValue(flow, slot, words, context);
  return text === undefined ? { slot } : { slot, text };
};

/** The last answer of a kind that is called so in general: "the time" is when somebody comes. */
const ofKind = (flow: Flow, cursor: Cursor, spoken: string[]): Question | undefined => {
  const kinds = Object.entries(called).flatMap(([kind, words]) => (spoken.some((word) => words.includes(word)) ? kind.split(" ") : []));
  return flow.questions.findLast(({ slot, rule }) => kinds.includes(rule.as) && isHeld(cursor, slot));
};

const isHeld = ({ slots }: Cursor, slot: string): boolean => slots[slot] !== undefined && slots[slot] !== null;

const called: Record<string, string[]> = {
  "when moment date": ["hora", "horario", "dia", "fecha", "time", "hour", "day", "date"],
  "city venue place": ["ciudad", "lugar", "sitio", "municipio", "city", "town", "place"],
  name: ["nombre", "nombres", "apellido", "apellidos", "name", "surname"],
  document: ["documento", "cedula", "pasaporte", "document", "passport", "id"],
  email: ["correo", "email", "mail"],
  phone: ["telefono", "celular", "movil", "phone", "mobile", "cellphone"],
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

/** "No, it is ana@x.co": an answered slot, or one that may be told ahead, of the only kind that this value can be. */
const slotOfValue = (flow: Flow, cursor: Cursor, words: string, context: FlowContext): string | undefined => {
  const fitting = flow.questions.filter(({ slot, rule }) => (
    (cursor.slots[slot] !== undefined || flow.given.includes(slot)) && rule.as !== "choice" && validators[rule.as].sure && validators[rule.as].find?.(words, context)
  ));
  return fitting.length === 1 ? fitting[0]!.slot : undefined;
};

const newValue = (flow: Flow, slot: string, words: string, context: FlowContext): string | undefined => {
  const { rule } = questionOf(flow, slot)!;
  if (rule.as === "text" || rule.as === "name" || rule.as === "choice") return said(words);
  const found = validators[rule.as].find?.(words, context);
  const told = said(words);
  if (found || told === undefined) return found ? String(found.value) : undefined;
  return "ok" in validators[rule.as].parse(told, rule, context) ? told : undefined;
};

const mistaken = "(?:mal|wrong|incorrect|equivocad|err|not|no|un error|a mistake)\\p{L}*";
const introduced = new RegExp(`(?:\\b(?:es|is|a|por|(?<!\\b(?:want|need|like|wish|have|had) )to)\\s+|:\\s*)(?!${mistaken}\\b)(.+)$`, "u");

/** What follows "… es", "… to", "…:". */
const said = (words: string): string | undefined => {
  const value = introduced.exec(flat(words))?.[1];
  return value ? words.slice(words.length - value.length).trim() || undefined : undefined;
};
