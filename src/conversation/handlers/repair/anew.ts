import { advance } from "../../../flow/advance.ts";
import { questionAt, type Flow } from "../../../flow/flow.ts";
import { namesOption, openQuestion } from "../../../flow/open.ts";
import type { Cursor, Slots } from "../../../flow/types.ts";
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
  if (fits && (!isFirst || tokens(text).length < fewestTelling || namesOption(flow, cursor, text, turn.flowContext.title))) return undefined;
  const result = await advance(flow, null, { kind: "start", slots: { ...kept(flow, cursor), said: text } }, turn.flowContext);
  const isNew = flow.questions.some(({ slot, rule }) => rule.as === "choice" && result.cursor.slots[slot] !== undefined && result.cursor.slots[slot] !== cursor.slots[slot]);
  const arrived = openQuestion(flow, result.cursor);
  const asksWhich = arrived !== undefined && arrived.rule.as === "choice" && arrived.index > flow.questions[0]!.index && arrived.index < openQuestion(flow, cursor)!.index;
  const leadsOn = !fits || arrived?.rule.as !== "choice";
  return (isNew || asksWhich) && leadsOn ? settle(turn, { ...result, says: result.says.slice(greeting(flow)) }, isFirst ? "flow-continued" : "repaired-correction") : undefined;
};

/** "I made a mistake" and nothing else, and what another flow is for. */
const isForAnother = (turn: Turn, flow: Flow): boolean =>
  (turn.understood.command !== undefined && tokens(turn.inbound.text ?? "").length <= mostOfCommand) || wantedFlows(turn).some((name) => name !== flow.name);

const mostOfCommand = 4;

/** What a flow says before it does anything is not said again. */
const greeting = ({ steps }: Flow): number => steps.findIndex(({ verb }) => verb !== "say");

/** Fewer words only name an option. */
const fewestTelling = 2;

/** Before anything personal was written; beyond the first questions only words that take something back. */
const mayTurn = (flow: Flow, cursor: Cursor, text: string): boolean => {
  const open = openQuestion(flow, cursor);
  const answered = cursor.trail.flatMap((position) => questionAt(flow, position) ?? []);
  if (!open || answered.some(({ rule }) => rule.as === "name" || rule.as === "document")) return false;
  const isFirst = open.rule.as === "choice" && answered.every(({ rule }) => rule.as === "choice") && !flow.given.some((slot) => isAnswered(flow, cursor, slot));
  return isFirst || (takesBack.test(fold(text)) && !/\d{4}/.test(text));
};

const isAnswered = (flow: Flow, cursor: Cursor, slot: string): boolean =>
  flow.questions.some((question) => question.slot === slot) && cursor.slots[slot] !== undefined && cursor.slots[slot] !== null;

/** What a start may bring along, and what was told beside it: for whom. */
const kept = (flow: Flow, cursor: Cursor): Slots => Object.fromEntries(flow.questions.flatMap(({ slot, index, rule }) => {
  const step = flow.steps[index]!;
  const isOfAList = rule.as === "choice" && step.verb === "choose" && "list" in step.from;
  const value = cursor.slots[slot];
  return value !== undefined && (flow.given.includes(slot) || isOfAList) ? [[slot, value] as const] : [];
}));

const takesBack = /(?<!\p{L})(?:no (?:es|era|quiero|necesito)|no,|not|i me[ae]nt?|quise decir|queria decir|me equivoque|equivocad[oa]|wrong|mistake|sorry|perdon|en realidad|actually|wait|espere|ay no|mejor dicho|digo)(?!\p{L})/u;
