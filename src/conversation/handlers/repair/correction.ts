import { correctionIn } from "../../../flow/correction.ts";
import { type Flow, questionOf } from "../../../flow/flow.ts";
import { openQuestion } from "../../../flow/open.ts";
import { nameOf } from "../../../flow/question.ts";
import { reworded } from "../../../flow/rewording.ts";
import { validators } from "../../../flow/slots/validators.ts";
import type { Choice, FlowResult } from "../../../flow/types.ts";
import { fold } from "../../../words.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { says } from "../../saying.ts";
import { settle, step } from "../moving.ts";
import { anotherSubject, isSubject } from "./anew.ts";

/** "My e-mail is wrong", "not March, May": the value is asked again, or set at once when the new one was said with it. */
export const correct = async (turn: Turn, words: string): Promise<Response | undefined> => {
  const { cursor } = turn.state;
  const flow = cursor && turn.parts.flows.get(cursor.flow);
  const person = flow && personNamed(flow, words);
  if (person) return correctTo(turn, person);
  const wanted = flow && correctionIn(flow, cursor, words, turn.flowContext);
  if (!wanted) return undefined;
  const another = await anotherSubject(turn, wanted.slot, wanted.text === undefined ? undefined : words);
  if (another) return another;
  const result = await step(turn, { kind: "correct", ...wanted });
  return result && corrected(turn, result);
};

/** The old value is asked for again; a new one that came along is already said to be changed. */
const corrected = (turn: Turn, result: FlowResult): Promise<Response> =>
  settle(turn, result, "repaired-correction", result.says.length > 1 ? [] : [{ key: "repair.correcting" }]);

/** Words that ask for a change and name a slot of this flow, which only the flow knows by its name. */
export const correctNamed = (turn: Turn): Promise<Response | undefined> | undefined => {
  const words = turn.inbound.text?.trim() ?? "";
  const named = asksForChange.exec(fold(words)) ?? saysWrong.exec(fold(words)) ?? otherPlace.exec(fold(words));
  return turn.state.cursor && (named || rewords(turn, words)) ? correct(turn, words) : undefined;
};

/** "Where I said Monday it was Tuesday": only where the words tell a part of an earlier answer. */
const rewords = ({ state: { cursor }, parts }: Turn, words: string): boolean => {
  const flow = cursor && parts.flows.get(cursor.flow);
  return flow !== null && flow !== undefined && reworded(flow, cursor!, words) !== null;
};

const asksForChange =
  /^(?:(?:no|perdon|sorry|wait|espere|hola|bueno),? )*(?:(?:quiero|quisiera|necesito|puedo|podria|me gustaria|i want to|i need to|i would like to|can i|could i|let me|please|por favor) )*(?:cambiar|cambie|cambia|corregir|corrija|corrige|modificar|modifique|arreglar|actualizar|change|correct|fix|edit|update|modify) (?:el|la|los|las|mi|mis|my|the|that) (?:\S+ ){0,5}\S+$/;
const otherPlace = /^(?:(?:no|mejor|quiero|busco|prefiero|deme|i want|i would like|i prefer|in|en|rather|show me)[ ,]+)*(?:en |in )?(?:otr[oa]s?|another|a different|other) (?:lugar(?:es)?|ciudad(?:es)?|oficinas?|sedes?|sitios?|places?|city|cities|offices?)(?: please| por favor)?[.!]*$/;
const saysWrong =
  /^(?:(?:no|perdon|sorry|wait|espere),? )*(?:el|la|los|las|mi|mis|my|the|that) (?:\S+ ){1,5}(?:esta|estan|es|quedo|quedaron|is|are|was|were) (?:mal|malo|mala|equivocad[oa]s?|incorrect[oa]s?|errad[oa]s?|wrong|incorrect|mistaken)(?:[.!]*|[,.;:]? (?:es|era|debe ser|el correcto es|la correcta es|it is|it's|its|should be|the right one is) .+)$/;

/**
 * "My e-mail is eva@x.co" while something else is asked: a value of a kind that cannot be mistaken, with its name. Where one
 * of several options is asked for, such as below a summary, also any other answer that is named, or told by its old words.
 */
export const correctWithValue = (turn: Turn): Promise<Response | undefined> | undefined => {
  const { cursor } = turn.state;
  const flow = cursor && turn.parts.flows.get(cursor.flow);
  const words = turn.inbound.text ?? "";
  const meant = flow && (otherTime(turn, flow, words) ?? otherPerson(turn, flow, words));
  if (meant) return correctTo(turn, meant);
  const wanted = flow && correctionIn(flow, cursor, words, turn.flowContext);
  const as = wanted?.text === undefined ? undefined : questionOf(flow!, wanted.slot)?.rule.as;
  const held = wanted && cursor!.slots[wanted.slot];
  const isPlain = flow && openQuestion(flow, cursor!)?.rule.as === "choice" && !turn.understood.question;
  if (isPlain && wanted?.text !== undefined && held !== undefined && held !== null) return correct(turn, words);
  return as === "email" || as === "phone" || as === "document" || as === "radicado" || as === "when" || as === "venue" ? correct(turn, words) : undefined;
};

const correctTo = async (turn: Turn, meant: { slot: string; text: string }): Promise<Response | undefined> => {
  const result = await step(turn, { kind: "correct", ...meant });
  return result && corrected(turn, result);
};

/** "Can I come at ten instead?", "do you have anything on Thursday?": a question that asks for another time. */
const otherTime = ({ state: { cursor }, flowContext }: Turn, flow: Flow, words: string): { slot: string; text: string } | undefined => {
  const question = flow.questions.findLast(({ rule, slot }) => rule.as === "when" && typeof cursor!.slots[slot] === "string");
  if (!question || openQuestion(flow, cursor!)?.rule.as !== "choice" || !asksForTime.test(fold(words)) || asksElse.test(fold(words))) return undefined;
  const parsed = validators.when.parse(words.replace(/[?¿]/g, " "), {}, flowContext);
  return "ok" in parsed ? { slot: question.slot, text: String(parsed.ok) } : undefined;
};

const asksForTime = /(?<!\p{L})(?:can (?:i|we|it)|could (?:i|we|it)|may (?:i|we)|is there|do you have|have you got|any(?:thing| slot| opening)|what about|how about|puedo|podria|podemos|puede ser|hay|tienen?|habra|que tal|y (?:el|en|para|por)|no hay|me sirve mas|instead|better|mejor)(?!\p{L})/u;

/** What is asked of papers, prices or people is no time. */
const asksElse = /(?<!\p{L})(?:pasaporte|passport|document\p{L}*|papel\p{L}*|papers?|pag\p{L}*|pay|cost\p{L}*|cuest\p{L}*|llev\p{L}*|bring|sin|without|(?:con|with) (?:mi|my|el|la)|sol[oa]|alone|why|por ?que|cuant\p{L}*|how (?:much|long)|requisit\p{L}*|entreg\p{L}*)(?!\p{L})/u;

/** "The name of the girl is Sofía Mora", where a form asks for the names of a child and of the adult who comes. */
const personNamed = (flow: Flow, words: string): { slot: string; text: string } | undefined => {
  const { of = "", name } = /(?:nombre|apellido|name|surname)(?: (?:del?|of))?(?: (?:la|el|mi|the|my))? (?<of>\p{L}+)(?:'s name)?.{0,40}?(?<!\p{L})(?:es|is|era)\s+(?!mal|wrong|incorrect)(?<name>\p{Lu}.+)$/iu.exec(words)?.groups ?? {};
  const slot = /^(?:nin|hij|child|son|daught|kid|girl|boy|bebe|baby|menor)/.test(fold(of)) ? "name" : /^(?:mam|pap|madre|padre|adult|acompan|moth|fath|guard|mum|mom|dad)/.test(fold(of)) ? "guardian" : undefined;
  return name !== undefined && slot !== undefined && flow.questions.some((one) => one.slot === "guardian") ? { slot, text: name.trim() } : undefined;
};

/** "No, that is me. She is Rosalba Giraldo": the name that was told before is another's. */
const otherPerson = ({ state: { cursor }, flowContext }: Turn, flow: Flow, words: string): { slot: string; text: string } | undefined => {
  const open = openQuestion(flow, cursor!);
  const said = /(?<!\p{L})(?:(?:ella|él|el|she|he|la señora|el señor|(?:mi|my|el|la|the) \p{L}+)\s+(?:es|is|se llama|is called)|se llama|(?:his|her) name is|its name is)\s+(?<name>.+)$/iu.exec(words)?.groups?.["name"];
  const named = flow.questions.findLast(({ rule, slot, position }) => rule.as === "name" && position.field !== undefined && typeof cursor!.slots[slot] === "string");
  if (said === undefined || !named || open?.slot === named.slot || !/^\p{Lu}\S+ \p{Lu}/u.test(said.trim())) return undefined;
  const parsed = validators.name.parse(said, {}, flowContext);
  return "ok" in parsed ? { slot: named.slot, text: String(parsed.ok) } : undefined;
};

/** A button of `askWhat` was pressed. */
export const correctSlot = async (turn: Turn, slot: string): Promise<Response | undefined> => {
  const another = await anotherSubject(turn, slot);
  if (another) return another;
  const result = await step(turn, { kind: "correct", slot });
  return result && corrected(turn, result);
};

const mostOffered = 16;

/** "I made a mistake": which of the answers? Undefined when there is none yet. */
export const askWhat = (turn: Turn): Response | undefined => {
  const { cursor } = turn.state;
  const flow = cursor && turn.parts.flows.get(cursor.flow);
  if (!flow) return undefined;
  const readsStories = flow.given.includes("told");
  const answered = flow.questions.filter(({ position, slot, rule }) =>
    ((rule.as !== "choice" || readsStories) && typeof cursor.slots[slot] === "string") || cursor.trail.some(({ step: at, field }) => at === position.step && field === position.field));
  const subject = answered.some(({ slot }) => isSubject(flow, slot)) ? [] : flow.questions.filter(({ slot }) => isSubject(flow, slot)).slice(0, 1);
  const choices = [...subject, ...answered.slice(-mostOffered)].map(({ slot }): Choice => ({ value: `correct:${slot}`, title: titled(nameOf({ flow, context: turn.flowContext }, slot)) }));
  if (choices.length === 0) return undefined;
  const goOn: Choice = { value: "repeat", title: { key: "channel.choice.continue" } };
  return says(turn, [{ key: "repair.correct-which", choices: [...choices, goOn] }], "repaired-correction", { detail: { flow: flow.name } });
};

const titled = (name: ReturnType<typeof nameOf>): Choice["title"] =>
  typeof name === "object" && "key" in name ? name : { both: { es: String(name), en: String(name) } };
