import { takeAhead } from "./ahead.ts";
import { explain, parse } from "./fit.ts";
import type { Question } from "./flow.ts";
import { leaveOut, settle } from "./settle.ts";
import { flat } from "./slots/flat.ts";
import { blank, leftOver } from "./slots/left-over.ts";
import type { ValidatorName } from "./slots/names.ts";
import { toldName } from "./slots/told-name.ts";
import type { Found, Parsed } from "./slots/validator.ts";
import { validators } from "./slots/validators.ts";
import { asked } from "./question.ts";
import type { FlowResult } from "./types.ts";
import { isKnown, keep, type Visit, wait } from "./visit.ts";

/** The surest marks first: what one field takes, another cannot. */
const order: ValidatorName[] = ["email", "radicado", "booking", "code", "phone", "document", "moment", "date", "amount", "city", "name", "number"];

/**
 * Several fields of a form in one message: "soy Ana Ruiz, ana@x.co, 3001234567". Each open field takes its part,
 * what is left is for the field that was asked.
 */
export const fillForm = (
  visit: Visit, question: Question, words: string, partial?: string,
): Promise<FlowResult> | FlowResult => {
  const before = visit.cursor.slots[question.slot];
  const rest = visit.cursor.returnTo || isWholeAnswer(visit, question, words) ? words : takeOthers(visit, question, words);
  const left = visit.cursor.returnTo ? undefined : takeAhead(visit, question, rest);
  const others = visit.changed.size > 0;
  const remaining = left ?? (others ? leftOver(rest) : words);
  if (others && !remaining) return askOn(visit, question);
  leaveOthersOut(visit, question, words);
  if (question.rule.optional && declines(question.rule.as, words) && !("ok" in parse(visit, question, remaining))) return leaveOut(visit, question);
  const parsed = named(question, remaining) ?? parse(visit, question, remaining, partial);
  if (!("ok" in parsed)) return others ? { ...explain(visit, question, parsed), status: "waiting" } : explain(visit, question, parsed);
  keep(visit, question, parsed.ok);
  return settle(visit, question, before);
};

/** "I have no e-mail, please call me", "no tengo correo mijo": who says that there is none leaves it out. */
const declines = (as: Question["rule"]["as"], words: string): boolean => {
  const thing = things[as];
  return thing !== undefined && new RegExp(`(?<!\\p{L})(?:no (?:tengo|tiene|tenemos|usa|maneja|uso|manejo|cuento con|recuerdo|me acuerdo del?|lo tengo)|sin|(?:do not|don'?t|dont|does not|doesn'?t|doesnt|(?:he|she) has no|has no|hasn'?t) ?(?:have|use|remember|got)?|have no|got no|no) (?:\\p{L}+ ){0,2}?(?:${thing})(?!\\p{L})|(?<!\\p{L})(?:none|ninguno|ninguna|nada)(?!\\p{L}).*(?:skip|omitir)`, "u").test(flat(words));
};

/** "I have neither e-mail nor telephone" leaves both out, whichever was asked for. */
const leaveOthersOut = (visit: Visit, asked: Question, words: string): void => {
  for (const question of visit.flow.questions.filter(({ index, slot, rule }) => index === asked.index && rule.optional && slot !== asked.slot && !isKnown(visit, slot))) {
    const thing = spokenOf[question.rule.as];
    if (thing !== undefined && new RegExp(`(?<!\\p{L})(?:no|sin|ni|without|neither|nor)(?: \\p{L}+){0,2} (?:${thing})(?!\\p{L})|(?<!\\p{L})(?:no|sin|without|neither|don'?t)(?: \\p{L}+){0,4} (?:ni|or|nor|o|y|and)(?: \\p{L}+){0,1} (?:${thing})(?!\\p{L})`, "u").test(flat(words))) keep(visit, question, null);
  }
};

const spokenOf: Partial<Record<Question["rule"]["as"], string>> = { email: "correos?|e-?mails?", phone: "telefonos?|celular(?:es)?|phones?|mobile|cellphone" };

const things: Partial<Record<Question["rule"]["as"], string>> = {
  email: "correos?|e-?mails?|mails?|uno|one|any", phone: "telefonos?|celular(?:es)?|moviles|numero|phones?|mobile|cellphone|uno|one|any", document: "documentos?|cedula|pasaporte|papeles|documents?|passport|papers|id|uno|one|any",
};

/** A name beside what else is told, such as a document that cannot be read. */
const named = ({ rule }: Question, words: string): Parsed | undefined => {
  const found = rule.as === "name" && /\d/.test(words) ? toldName(words, true) : null;
  return found ? { ok: found.value } : undefined;
};

/** One plain piece of text that fits the asked field belongs to it alone. */
const isWholeAnswer = (visit: Visit, question: Question, words: string): boolean => {
  if (/[,;\n]/.test(words.trim())) return false;
  const hasSureMark = others(visit, question).some(({ validator }) => validator.sure && validator.find?.(words, visit.context));
  return !hasSureMark && "ok" in parse(visit, question, words);
};

const takeOthers = (visit: Visit, asked: Question, words: string): string => {
  let rest = words;
  for (const { question, validator } of others(visit, asked)) {
    const found: Found | null = validator.find?.(rest, visit.context) ?? null;
    if (!found || !("ok" in validator.parse(String(found.value), question.rule, visit.context))) continue;
    rest = blank(rest, found);
    keep(visit, question, found.value);
  }
  return rest;
};

const others = (visit: Visit, asked: Question) =>
  visit.flow.questions
    .filter(({ index, slot, rule }) => index === asked.index && rule.find && rule.as !== "choice" && slot !== asked.slot && !isKnown(visit, slot))
    .map((question) => ({ question, name: question.rule.as as ValidatorName }))
    .filter(({ name }) => order.includes(name))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map(({ question, name }) => ({ question, validator: validators[name] }));

const askOn = (visit: Visit, question: Question): FlowResult => {
  visit.says.push({ key: "repair.noted" }, asked(visit, question));
  return wait(visit, question.position);
};
