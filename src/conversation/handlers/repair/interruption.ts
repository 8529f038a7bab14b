import { openQuestion } from "../../../flow/open.ts";
import type { ValidatorName } from "../../../flow/slots/names.ts";
import type { Choice, Utterance } from "../../../flow/types.ts";
import { tokens } from "../../../words.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { says } from "../../saying.ts";
import { askWhich } from "../answering.ts";
import { askAgain, settle, startFlow, step } from "../moving.ts";
import { liveDrafts } from "./drafts.ts";
import { speak } from "./remark.ts";

/** The flows that these words may ask for, the likeliest first; more than one when one should ask. */
export const wantedFlows = ({ understood, parts }: Turn): string[] => {
  const { intent, near } = understood;
  const flows = [...parts.flows.values()];
  const flowOf = ({ name }: { name: string }) => flows.find((flow) => flow.intent === name)?.name ?? [];
  return intent && flowOf(intent).length > 0 ? [intent, ...near].flatMap(flowOf) : [];
};

/** Words that name a flow, with none open: starts it, or asks which of two near ones, or whether to take up its draft. */
export const openWanted = (turn: Turn, wanted: string[]): Promise<Response> | Response | undefined => {
  const [first, ...others] = wanted;
  if (first === undefined) return undefined;
  return others.length > 0 ? clarify(turn, wanted) : openFlow(turn, first);
};

/** Starts a flow, unless the citizen has a draft of it in which something was written: then asks which is meant. */
export const openFlow = (turn: Turn, name: string): Promise<Response> | Response => {
  const draft = liveDrafts(turn).find(({ cursor }) => cursor.flow === name);
  const flow = turn.parts.flows.get(name);
  const isWritten = draft?.cursor.trail.some((position) => flow?.questions.some(({ position: { step: at, field }, rule }) =>
    at === position.step && field === position.field && rule.as !== "choice"));
  if (!draft || !isWritten) return startFlow(turn, name);
  const choices: Choice[] = [
    { value: `resume:${name}`, title: { key: "repair.resume.yes" } }, { value: `fresh:${name}`, title: { key: "repair.resume.fresh" } },
  ];
  return says(turn, [{ key: "repair.resume.offer", params: { flow: { key: `${name}.title` } }, choices }], "repaired-resume");
};

const clarify = (turn: Turn, wanted: string[]): Response => {
  const choices: Choice[] = wanted.slice(0, 3).map((name) => ({ value: `flow:${name}`, title: { key: `${name}.title` } }));
  const none: Choice = { value: turn.state.cursor ? "repeat" : "command:help", title: { key: "repair.clarify.none" } };
  return says(turn, [{ key: "repair.clarify.ask", choices: [...choices, none] }], "repaired-clarification");
};

/** Words in the middle of a flow that ask for another one. Where nothing is lost, the open one gives way at once. */
export const interrupt = (turn: Turn): Promise<Response> | Response | undefined => {
  const open = turn.state.cursor!.flow;
  const wanted = wantedFlows(turn);
  const [first] = wanted;
  if (first === undefined || first === open) return undefined;
  if (turn.understood.intent?.name === "language.change" && !nothingToLose(turn)) return speak(turn, turn.locale === "es" ? "en" : "es");
  const others = wanted.filter((name) => name !== open);
  if (others.length > 1) return clarify(turn, others);
  if (nothingToLose(turn)) return openFlow(turn, first);
  const choices: Choice[] = [
    { value: `finish:${first}`, title: { key: "repair.interrupt.finish" } }, { value: `flow:${first}`, title: { key: "repair.interrupt.leave" } },
  ];
  const params = { wanted: { key: `${first}.title` }, open: { key: `${open}.title` } };
  return says(turn, [{ key: "repair.interrupt.ask", params, choices }], "repaired-clarification", { detail: { flow: open } });
};

/** "Finish first": the other flow is offered when this one ends. */
export const finishFirst = async (turn: Turn, wanted: string): Promise<Response | undefined> => {
  turn.state.wish = wanted;
  return askAgain(turn, "repaired-clarification", [{ key: "repair.interrupt.later" }]);
};

/** Before the first answer to a flow, such as in the menu, nothing was told that could be lost. */
export const nothingToLose = ({ state }: Turn): boolean => state.cursor?.trail.length === 0;

/** A question in between: its answer from the knowledge, then the step again. */
export const digression = async (turn: Turn): Promise<Response | undefined> => {
  const { answer, understood } = turn;
  if (!understood.question) return undefined;
  switch (answer.kind) {
    case "found":
    case "unknown":
      return backFrom(turn, answer.passages.map(({ pair }) => pair));
    case "lookalike":
      return says(turn, [askWhich(turn, answer)], "repaired-clarification", { detail: { flow: turn.state.cursor!.flow } });
    case "none":
      return undefined;
    default:
      return answer satisfies never;
  }
};

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
  const isQuestion = understood.question && answer.kind !== "none" && /[?¿]/.test(text);
  const isWish = wanted !== undefined && wanted !== open && tokens(text).length <= mostWishWords;
  if (!isQuestion && !isWish) return undefined;
  const other: Choice = isQuestion
    ? { value: "heard:question", title: { key: "repair.heard.question" } } : { value: `flow:${wanted}`, title: { key: `${wanted}.title` } };
  const choices: Choice[] = [{ value: "heard:answer", title: { key: "repair.heard.answer" } }, other];
  return says(heard, [{ key: isQuestion ? "repair.heard.ask" : "repair.heard.wish", choices }], "repaired-clarification", { detail: { flow: open } });
};

/** Whether free words are asked for, or those of the kinds that are named. */
export const takesAnyText = ({ state: { cursor }, parts }: Turn, kinds: (ValidatorName | "choice")[] = ["text"]): boolean => {
  const flow = cursor && parts.flows.get(cursor.flow);
  const asked = flow && openQuestion(flow, cursor);
  return asked !== undefined && asked !== null && kinds.includes(asked.rule.as);
};

/** A longer text tells what happened rather than what is wanted now. */
const mostWishWords = 8;

/** What the citizen said it was. */
export const heardAs = async (turn: Turn, kind: string): Promise<Response | undefined> => {
  const { heard: text } = turn.state;
  delete turn.state.heard;
  if (text === undefined) return undefined;
  if (kind === "question") {
    const answer = turn.parts.answers.answer(text, { locale: turn.locale, now: turn.now });
    return digression({ ...turn, answer, understood: { ...turn.understood, question: true } });
  }
  const result = await step(turn, { kind: "answer", text });
  return result && settle(turn, result, result.status === "unfit" ? "repaired-invalid" : "flow-continued");
};
