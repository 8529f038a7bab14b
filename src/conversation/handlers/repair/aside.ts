import { namesOption, openQuestion } from "../../../flow/open.ts";
import type { ValidatorName } from "../../../flow/slots/names.ts";
import { asksAboutData } from "../../../understanding/replies.ts";
import type { Choice, Utterance } from "../../../flow/types.ts";
import { tokens } from "../../../words.ts";
import type { Inbound } from "../../message.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { says } from "../../saying.ts";
import { askWhich } from "../answering.ts";
import { askAgain, settle, step } from "../moving.ts";
import { addedTo } from "./amend.ts";
import { wantedFlows } from "./interruption.ts";
import { retell, tellsBesides } from "./retell.ts";

/** A question in between: its answer from the knowledge, then the step again. */
export const digression = async (turn: Turn): Promise<Response | undefined> => {
  const { answer, understood } = turn;
  if (!understood.question) return undefined;
  switch (answer.kind) {
    case "found":
    case "unknown": {
      const pairs = answer.passages.map(({ pair }) => pair).filter((pair) => !isOfAnotherCity(pair, turn.state.cursor?.slots["city"]));
      return pairs.length > 0 ? backFrom(turn, pairs) : undefined;
    }
    case "lookalike":
      return says(turn, [askWhich(turn, answer)], "repaired-clarification", { detail: { flow: turn.state.cursor!.flow } });
    case "none":
      return undefined;
    default:
      return answer satisfies never;
  }
};

/** What a page says of one city is nothing to who is in another. */
const isOfAnotherCity = (pair: string, city: unknown): boolean => {
  const of = /^[a-z]+-(bogota|bucaramanga)\b/.exec(pair)?.[1];
  return of !== undefined && typeof city === "string" && city !== of;
};

/** A question about the flow itself, where the flow knows an action for those, or about what is done with the data: its answer, then the step again. */
export const asideOf = async (turn: Turn): Promise<Response | undefined> => {
  const { state: { cursor }, parts, inbound, understood, flowContext } = turn;
  if (!cursor || !inbound.text || inbound.choice !== undefined || inbound.attachment) return undefined;
  const flow = parts.flows.get(cursor.flow);
  const readsStories = flow?.given.includes("told") === true;
  if (!understood.question && (!readsStories || namesOption(flow, cursor, inbound.text, flowContext.title))) return undefined;
  const action = namesService(turn) && !readsStories ? undefined : flow?.aside;
  const { says: said = [] } = action === undefined ? {} : await flowContext.call(action, { ...cursor.slots, said: inbound.text, asks: understood.question, last: keysOf(turn.state.said) });
  if (said.length > 0 && isAnswerInstead(turn, said)) return undefined;
  const retold = said.length > 0 && readsStories && tellsBesides(turn) ? await retell(turn, { asks: true }) : undefined;
  if (retold) return retold;
  if (said.length > 0) return askAgain(turn, "repaired-digression", [...said, { key: "repair.digression" }]);
  return asksAboutData(inbound.text) && parts.answers.passage(ownData, turn.locale) ? backFrom(turn, [ownData]) : undefined;
};

const keysOf = (said: Utterance[]): string[] => said.flatMap((one) => ("key" in one ? [one.key] : []));

/** What a flow says to a question that nothing answers, where it knows an action for those; then the step again. */
export const leftUnanswered = async (turn: Turn): Promise<Response | undefined> => {
  const { state: { cursor }, parts, inbound: { text }, understood, flowContext } = turn;
  const flow = cursor ? parts.flows.get(cursor.flow) : undefined;
  if (!cursor || !flow?.aside || !flow.given.includes("told") || !understood.question || !text) return undefined;
  const { says: said = [] } = await flowContext.call(flow.aside, { ...cursor.slots, said: text, asks: true, last: [], left: true });
  return said.length > 0 ? askAgain(turn, "repaired-digression", [...said, { key: "repair.digression" }]) : undefined;
};

/** Where any words are an answer, longer ones are, and so is what comes again after that very reply. */
const isAnswerInstead = (turn: Turn, said: Utterance[]): boolean =>
  takesAnyText(turn) && (tokens(turn.inbound.text ?? "").length > mostAsideWords || turn.state.said.some((before) => "key" in before && said.some((now) => "key" in now && now.key === before.key)));

const mostAsideWords = 11;

/** Whether something else than petitions is asked about. */
const namesService = ({ understood: { intent } }: Turn): boolean =>
  intent !== undefined && intent.name.startsWith("service:") && intent.name !== "service:pqrsdf" && intent.score >= sureService;

const sureService = 0.7;

/** What is done here with what people tell. */
const ownData = "about-ventanilla#data";

/** Shows passages in the middle of a flow, then asks its question again. */
export const backFrom = async (turn: Turn, pairs: string[]): Promise<Response | undefined> => {
  const shown: Utterance[] = pairs.map((content) => ({ content }));
  const response = await askAgain(turn, "repaired-digression", [...shown, { key: "repair.digression" }]);
  return response && { ...response, detail: { ...response.detail, passages: pairs } };
};

/** A question or a wish where any text is an answer: only the citizen knows which it is. */
export const answerOrAside = (turn: Turn): Response | undefined => {
  if (!takesAnyText(turn)) return undefined;
  const { state, inbound, answer, understood } = turn;
  const text = inbound.text ?? "";
  const open = state.cursor!.flow;
  const heard = { ...turn, state: { ...state, heard: text } };
  const [wanted] = wantedFlows(turn);
  const isQuestion = understood.question && answer.kind !== "none" && /[?¿]/.test(text) && tokens(text).length <= mostQuestionWords;
  const isWish = wanted !== undefined && wanted !== open && understood.intent!.score >= clearWish && tokens(text).length <= mostWishWords;
  if (!isQuestion && !isWish) return undefined;
  const other: Choice = isQuestion
    ? { value: "heard:question", title: { key: "repair.heard.question" } } : { value: `flow:${wanted}`, title: { key: `${wanted}.title` } };
  const choices: Choice[] = [{ value: "heard:answer", title: { key: "repair.heard.answer" } }, other];
  return says(heard, [{ key: isQuestion ? "repair.heard.ask" : "repair.heard.wish", choices }], "repaired-clarification", { detail: { flow: open } });
};

type Asking = Pick<Turn, "state" | "parts">;

/** Whether the open question takes free words. */
export const takesAnyText = (turn: Asking): boolean => asksFor(turn, "text");

/** Whether the open question asks for one of these kinds. */
export const asksFor = ({ state: { cursor }, parts }: Asking, ...kinds: (ValidatorName | "choice")[]): boolean => {
  const flow = cursor && parts.flows.get(cursor.flow);
  const asked = flow && openQuestion(flow, cursor);
  return kinds.some((kind) => kind === asked?.rule.as);
};

/** Less clear words are an answer: "the office in Cali", to where it happened. */
const clearWish = 0.7;

/** A longer text with a question in it is what the citizen has to say. */
const mostQuestionWords = 14;

/** A longer text tells what happened rather than what is wanted now. */
const mostWishWords = 8;

/** What the citizen said it was. */
export const heardAs = async (turn: Turn, kind: string): Promise<Response | undefined> => {
  const text = kind === "danger" ? await toldInDanger(turn) : turn.state.heard;
  delete turn.state.heard;
  if (text === undefined) return undefined;
  if (kind === "question") {
    const answer = turn.parts.answers.answer(text, { locale: turn.locale, now: turn.now });
    return digression({ ...turn, answer, understood: { ...turn.understood, question: true } });
  }
  if (kind === "addition") return addedTo(turn, text);
  const result = await step(turn, { kind: "answer", text });
  return result && settle(turn, result, result.status === "unfit" ? "repaired-invalid" : "flow-continued");
};

/** The words that were answered with what to do in danger; they stand nowhere but in their message. */
export const toldInDanger = async (turn: Turn): Promise<string | undefined> => (turn.state.cursor ? lastTold(turn) : undefined);

/** The last words that told of a danger in this conversation. */
export const lastTold = async ({ trx, inbound: { conversationId } }: Pick<Turn, "trx" | "inbound">): Promise<string | undefined> => {
  const told = await trx.selectFrom("message").innerJoin("turn", (join) => join.onRef("turn.channel", "=", "message.channel").onRef("turn.turn_id", "=", "message.turn_id"))
    .select("message.payload").where("message.conversation_id", "=", conversationId).where("message.direction", "=", "in").where("turn.outcome", "like", "danger-%")
    .orderBy("message.seq", "desc").limit(1).executeTakeFirst();
  return (told?.payload as Inbound | undefined)?.text;
};
