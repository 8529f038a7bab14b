import { asksForFact } from "../../understanding/asks-for-fact.ts";
import { asksToBook } from "../../understanding/asks-to-book.ts";
import type { RefusalKind } from "../../understanding/refusal/kinds.ts";
import { tokens } from "../../words.ts";
import type { Choice } from "../../flow/types.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { startFlow } from "./moving.ts";
import { openFlow, nothingToLose } from "./repair/interruption.ts";

const flow = "file-case";

/**
 * Who says that they want to hand in a petition, a complaint or thanks comes to the intake at once, whatever else the
 * words sound like: a bribe that is reported is no wish to bribe.
 */
export const filing: Handler = (turn) => {
  const { inbound, understood, state, parts } = turn;
  if (inbound.choice !== undefined || !parts.flows.has(flow) || !(understood.filing === "wanted" || isOnlyTold(turn))) return undefined;
  if (isAnswered(turn) || isOutside(turn)) return undefined;
  if (state.cursor && (state.cursor.flow === flow || !nothingToLose(turn))) return undefined;
  return state.cursor ? startFlow(turn, flow) : openFlow(turn, flow);
};

/** A story to which nothing is published, and that asks for nothing else that is done here. */
const isOnlyTold = ({ understood: { filing: found, intent, danger, route }, answer, inbound: { text = "" } }: Turn): boolean =>
  found === "told" && danger === undefined && route === undefined && answer.kind === "none" && (intent === undefined || intent.name.startsWith("case.")) && tokens(text).length >= fewestTold;

const fewestTold = 12;

/** What is surely of another world, or meant for a machine, is no case, however much is told: whoever reports a forger is heard all the same. */
const isOutside = ({ understood: { filing: found, refusal } }: Turn): boolean =>
  refusal !== undefined && refusal.score >= ((found === "wanted" ? leastBesideWish : leastBesideStory)[refusal.kind] ?? Infinity);

const leastBesideWish: Partial<Record<RefusalKind, number>> = { "out-of-scope": 0.6 };
const leastBesideStory: Partial<Record<RefusalKind, number>> = { "instructions": 0.55, "out-of-scope": 0.75, "prediction": 0.75, "forgery": 0.9 };

/** A question about filing that published content answers: its answer, with the way to file beside it. */
const isAnswered = ({ understood, answer, inbound: { text = "" } }: Turn): boolean =>
  answer.kind !== "none" && !saysHere.test(text) && ((understood.question && answer.score >= leastAnswer) || (asksForFact(text) && answer.score >= leastOfFact));

const leastAnswer = 0.6;
const leastOfFact = 0.45;
const saysHere = /(?<!\p{L})(?:aqu[ií]|ac[aá]|este chat|por este medio|con usted|ahora|ya mismo|here|this chat|right now)(?!\p{L})/iu;

/** Beside what was answered or asked, while a danger is in mind below all else, the way to hand it in, where the words tell something or speak of petitions. */
export const withFiling = (turn: Turn, response: Response): Response => {
  const last = response.says.at(-1);
  if (!last || !mayFile(turn, response) || response.state.offered.some(({ value }) => value === offer.value)) return response;
  const says = [...response.says.slice(0, -1), { ...last, choices: response.outcome.startsWith("danger-") || turn.state.danger ? [...(last.choices ?? []), offer] : [offer, ...(last.choices ?? [])] }];
  return { ...response, says, state: { ...response.state, said: says, offered: [offer, ...response.state.offered] } };
};

const offer: Choice = { value: `flow:${flow}`, title: { key: "channel.choice.file-it" } };

const mayFile = ({ inbound, understood, parts, conversation: { state: before } }: Turn, { says, state: { cursor }, outcome, detail }: Response): boolean => {
  const wasOffered = before.offered.some(({ value }) => value === offer.value);
  if (inbound.choice !== undefined || !(understood.filing ?? (wasOffered || understood.refusal?.kind === "own-case")) || !parts.flows.has(flow) || detail.flow === flow) return false;
  if ((cursor && cursor.trail.length > 0) || says.some((one) => "key" in one && one.key === asksFirst) || asksToBook(inbound.text ?? "")) return false;
  return isReply.test(outcome) || (understood.filing === "told" && detail.flow === "follow-case");
};

/** What is done first is a question of its own. */
const asksFirst = "repair.interrupt.ask";

/** What may be followed by a filing: a danger, an answer, a refusal, a question back. */
const isReply = /^(?:danger-|answered|unanswered|refused|repaired-clarification|repaired-invalid)/;
