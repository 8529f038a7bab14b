import { advance } from "../../../flow/advance.ts";
import { questionAt, type Flow } from "../../../flow/flow.ts";
import { namesOption, openOptions, openQuestion } from "../../../flow/open.ts";
import type { Cursor, FlowResult, Slots } from "../../../flow/types.ts";
import { asksToBook } from "../../../understanding/asks-to-book.ts";
import { fold, tokens } from "../../../words.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { settle } from "../moving.ts";
import { wantedFlows } from "./interruption.ts";

/**
 * A flow that began with a person's own words begins again with those that fit no option of its first questions ("duplicado de la
 * cédula"), and later with those that take back what it is about ("no, es el PPT"); what else is known stays. Undefined where they tell nothing new. `fits`:
 * they may be an option too, and count only where they tell more than it.
 */
export const beginAnew = async (turn: Turn, { fits }: { fits: boolean } = { fits: false }): Promise<Response | undefined> => {
  const { cursor } = turn.state;
  const flow = cursor && turn.parts.flows.get(cursor.flow);
  const text = turn.inbound.text?.trim() ?? "";
  if (!flow || !cursor || turn.inbound.choice !== undefined || !flow.given.includes("said") || !mayTurn(flow, cursor, text)) return undefined;
  if ((turn.understood.question && !asksToBook(text)) || isForAnother(turn, flow)) return undefined;
  const isFirst = openQuestion(flow, cursor) === flow.questions[0];
  if (!isFirst && ofPerson.test(fold(text))) return undefined;
  const kin = await kinSaid(turn, flow, cursor, text);
  if (tellsOfPerson(flow, cursor) && !kin && !isSubject(flow, openQuestion(flow, cursor)!.slot) && !namesSubject.test(fold(text))) return undefined;
  if (fits && (!isFirst || tokens(text).length < fewestTelling || namesOption(flow, cursor, text, turn.flowContext.title))) return undefined;
  const result = kin ?? await begun(turn, flow, cursor, text);
  const asksSubject = isSubject(flow, openQuestion(flow, cursor)!.slot);
  if (!kin && asksSubject && !isFirst && result.status === "done" && tokens(text).length < fewestOfSubject) return undefined;
  const isNew = flow.questions.some(({ slot, rule }) => rule.as === "choice" && (!asksSubject || isFirst || isSubject(flow, slot)) && result.cursor.slots[slot] !== undefined && result.cursor.slots[slot] !== cursor.slots[slot]);
  const arrived = openQuestion(flow, result.cursor);
  const asksWhich = arrived !== undefined && arrived.rule.as === "choice" && arrived.index > flow.questions[0]!.index && arrived.index < openQuestion(flow, cursor)!.index;
  const leadsOn = !fits || arrived?.rule.as !== "choice";
  return (isNew || asksWhich) && leadsOn ? settle(turn, { ...result, says: result.says.slice(greeting(flow)) }, isFirst ? "flow-continued" : "repaired-correction") : undefined;
};

/** Whether a question asks what a flow is for, which it was begun with. */
export const isSubject = (flow: Flow, slot: string): boolean => {
  const question = flow.questions.find((one) => one.slot === slot);
  const written = flow.questions.find(({ rule }) => rule.as !== "choice");
  return flow.given.includes("said") && question?.rule.as === "choice" && written !== undefined && question.index < written.index;
};

/**
 * What a flow is for is another: that which the words name, else it is asked, where nobody had chosen it. What else was told stays.
 * Undefined for another slot, and for one that was chosen: that choice is put right as any other.
 */
export const anotherSubject = async (turn: Turn, slot: string, text?: string): Promise<Response | undefined> => {
  const { cursor } = turn.state;
  const flow = cursor && turn.parts.flows.get(cursor.flow);
  if (!flow || !cursor || !isSubject(flow, slot)) return undefined;
  const named = text === undefined ? undefined : await begun(turn, flow, cursor, text);
  const isNew = named && flow.questions.some(({ slot }) => isSubject(flow, slot) && named.cursor.slots[slot] !== undefined && named.cursor.slots[slot] !== cursor.slots[slot]);
  if (!isNew && cursor.trail.some((position) => questionAt(flow, position)?.slot === slot)) return undefined;
  const result = isNew ? named : await begun(turn, flow, cursor);
  return settle(turn, { ...result, says: result.says.slice(greeting(flow)) }, "repaired-correction");
};

/** The flow from its start, with what was told already and the words that say what it is for. */
const begun = (turn: Turn, flow: Flow, cursor: Cursor, said?: string): Promise<FlowResult> =>
  advance(flow, null, { kind: "start", slots: { ...kept(flow, cursor), ...(said !== undefined && { said }) } }, turn.flowContext);

/** "Not the correction, the duplicate", "the one to stay": words that take another of the same family, which need not be said again. */
const kinSaid = async (turn: Turn, flow: Flow, cursor: Cursor, text: string): Promise<FlowResult | undefined> => {
  const { answers } = turn.parts;
  const open = openQuestion(flow, cursor);
  const offered = open && isSubject(flow, open.slot) ? openOptions(flow, cursor).map(({ value }) => value).filter((id) => answers.service(id)) : [];
  const now = String(cursor.slots["service"]);
  const family = answers.service(offered[0] ?? now)?.family;
  if (family === undefined || (offered.length === 0 && (!takesBack.test(fold(text)) || /\d{4}/.test(text)))) return undefined;
  const told = text.replace(/(?:no (?:es|era|quiero|necesito)|not|it(?:'s| is) not)(?: (?:el|la|the|an?|para|for))? [^,.;]+[,.;]/iu, " ");
  for (const said of [told, `${told} ${answers.family(family)?.name[turn.locale] ?? ""}`]) {
    const result = await begun(turn, flow, cursor, said);
    const found = String(result.cursor.slots["service"]);
    const isOf = offered.length > 0 ? offered.includes(found) : found !== now && answers.service(found)?.family === family;
    if (isOf && namesOwn(turn, found, now, told)) return result;
  }
  return undefined;
};

/** Whether words say something that is a service's own, beside another of its family. */
const namesOwn = ({ parts: { answers } }: Turn, id: string, other: string, said: string): boolean => {
  const stems = (words: string[]): string[] => words.flatMap((one) => tokens(one)).filter((word) => word.length > 3 || /^(?:sc|\d)/.test(word)).map((word) => word.slice(0, 6));
  const namesOf = (service: ReturnType<typeof answers.service>): string[] => (service ? stems([...Object.values(service.name), ...Object.values(service.short), ...Object.values(service.synonyms).flat()]) : []);
  const [own, others] = [namesOf(answers.service(id)), namesOf(answers.service(other))];
  return stems([said]).some((word) => own.includes(word) && !others.includes(word));
};

const tellsOfPerson = (flow: Flow, cursor: Cursor): boolean =>
  cursor.trail.some((position) => ["name", "document"].includes(questionAt(flow, position)?.rule.as ?? ""));

/** So few words at a question of look-alikes mean one of these, and nothing that is done elsewhere. */
const fewestOfSubject = 4;

const ofPerson = /(?<!\p{L})(?:nombres?|apellidos?|correo|e-?mail|telefono|celular|names?|surname|phone|se llama)(?!\p{L})/u;

const namesSubject = /(?<!\p{L})(?:tramite|procedure|service|servicio|(?:cita|appointment) (?:es|era|is|was) (?:para|de|por|for)|(?:lo|el|la) mi[oa] (?:es|era)|mine is|what i (?:need|want) is|lo que (?:necesito|quiero) es|el que (?:necesito|quiero) es)(?!\p{L})/u;

/** "I made a mistake" and nothing else, and what another flow is for. */
const isForAnother = (turn: Turn, flow: Flow): boolean =>
  (turn.understood.command !== undefined && tokens(turn.inbound.text ?? "").length <= mostOfCommand) || wantedFlows(turn).some((name) => name !== flow.name);

const mostOfCommand = 4;

/** What a flow says before it does anything is not said again. */
const greeting = ({ steps }: Flow): number => steps.findIndex(({ verb }) => verb !== "say");

/** Fewer words only name an option. */
const fewestTelling = 2;

/** Beyond the first questions only words that take something back, or name what it is for. */
const mayTurn = (flow: Flow, cursor: Cursor, text: string): boolean => {
  const open = openQuestion(flow, cursor);
  const answered = cursor.trail.flatMap((position) => questionAt(flow, position) ?? []);
  if (!open) return false;
  if (isSubject(flow, open.slot)) return true;
  const isFirst = open.rule.as === "choice" && answered.every(({ rule }) => rule.as === "choice") && !flow.given.some((slot) => isAnswered(flow, cursor, slot));
  return isFirst || ((takesBack.test(fold(text)) || (namesSubject.test(fold(text)) && open.rule.as === "choice")) && !/\d{4}/.test(text));
};

const isAnswered = (flow: Flow, cursor: Cursor, slot: string): boolean =>
  flow.questions.some((question) => question.slot === slot) && cursor.slots[slot] !== undefined && cursor.slots[slot] !== null;

/** What a start may bring along, and what was told beside it: for whom, and of the people; not what was to be done next. */
const kept = (flow: Flow, cursor: Cursor): Slots => Object.fromEntries(flow.questions.flatMap(({ slot, index, rule }) => {
  const step = flow.steps[index]!;
  const isTold = step.verb === "form" || (rule.as === "choice" && step.verb === "choose" && "list" in step.from && step.from.list.length <= mostOfFact);
  const value = cursor.slots[slot];
  return value !== undefined && (flow.given.includes(slot) || isTold) ? [[slot, value] as const] : [];
}));

/** More options are ways to go on. */
const mostOfFact = 2;

const takesBack = /(?<!\p{L})(?:no (?:es|era|quiero|necesito)|no,|not|i me[ae]nt?|quise decir|queria decir|me equivoque|equivocad[oa]|wrong|mistake|sorry|perdon|en realidad|actually|wait|espere|ay no|mejor dicho|digo)(?!\p{L})/u;
