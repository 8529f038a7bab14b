import { correctionIn } from "../../flow/correction.ts";
import type { Command } from "../../understanding/types.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { says, saysAside } from "../saying.ts";
import { askAgain, settle, startFlow, step } from "./in-flow.ts";
import { toPerson } from "./person.ts";

/** Repair: what a citizen may say at any moment, in any flow. */
export const command: Handler = (turn) => {
  const said = turn.understood.command;
  if (!said || turn.inbound.choice) return undefined;
  return obey(turn, said);
};

/** Does what a command asks, typed or pressed. */
export const obey = (turn: Turn, said: Command): Promise<Response | undefined> | Response | undefined => {
  switch (said.name) {
    case "cancel":
      return cancel(turn);
    case "back":
    case "skip":
      return inOpenFlow(turn, said.name);
    case "restart":
      return restart(turn);
    case "repeat":
      return repeat(turn);
    case "resume":
      return resume(turn);
    case "correct":
      return correct(turn, said.words);
    case "menu":
      return startFlow(turn, "welcome");
    case "person":
      return toPerson(turn, "handed-off-requested");
    case "language":
      return speak(turn, said.locale);
    case "goodbye":
      return turn.state.cursor ? remark(turn, "repair.chitchat.goodbye", "repaired-chitchat") : startFlow(turn, "goodbye");
    case "greeting":
      return turn.state.cursor ? remark(turn, "repair.chitchat.greeting", "repaired-chitchat") : startFlow(turn, "welcome");
    case "help":
      return remark(turn, "repair.help", "repaired-help");
    case "confused":
      return remark(turn, "repair.confused", "repaired-clarification");
    case "thanks":
    case "insult":
    case "chitchat":
      return remark(turn, `repair.chitchat.${said.name}`, "repaired-chitchat");
    default:
      return said satisfies never;
  }
};

/** Says something aside, then the open question again if there is one. */
const remark = async (
  turn: Turn,
  key: string,
  outcome: "repaired-chitchat" | "repaired-help" | "repaired-clarification",
): Promise<Response> => (await askAgain(turn, outcome, [{ key }])) ?? saysAside(turn, [{ key }], outcome);

const cancel = (turn: Turn): Response => {
  const open = turn.state.cursor;
  if (!open) return says(turn, [{ key: "repair.cancel.nothing" }], "repaired-cancel");
  const said = { key: "repair.cancel.done", params: { flow: { key: `${open.flow}.title` } } };
  return says(turn, [said], "repaired-cancel", { state: { ...turn.state, cursor: null }, detail: { flow: open.flow } });
};

const inOpenFlow = async (turn: Turn, kind: "back" | "skip"): Promise<Response> => {
  const outcome = `repaired-${kind}` as const;
  const result = await step(turn, { kind });
  return result ? settle(turn, result, outcome) : says(turn, [{ key: `repair.${kind}.nothing` }], outcome);
};

/** "My e-mail is wrong": the named value is asked again, or set at once when the new one was said with it. */
const correct = async (turn: Turn, words: string): Promise<Response | undefined> => {
  const { cursor } = turn.state;
  const flow = cursor && turn.parts.flows.get(cursor.flow);
  const wanted = flow && correctionIn(flow, cursor, words, turn.flowContext);
  if (!wanted) return undefined;
  const result = await step(turn, { kind: "correct", ...wanted });
  return result && settle(turn, result, "repaired-correction");
};

const restart = async (turn: Turn): Promise<Response> => {
  const result = await step(turn, { kind: "restart" });
  return result ? settle(turn, result, "repaired-restart") : startFlow(turn, "welcome");
};

const repeat = async (turn: Turn): Promise<Response> =>
  (await askAgain(turn, "repaired-repeat", [])) ??
  (turn.state.said.length > 0
    ? says(turn, turn.state.said, "repaired-repeat")
    : says(turn, [{ key: "repair.repeat.nothing" }], "repaired-repeat"));

const resume = async (turn: Turn): Promise<Response> => {
  const [last, ...rest] = [...turn.state.paused].reverse();
  if (!last) return (await askAgain(turn, "repaired-resume", [])) ?? says(turn, [{ key: "repair.resume.nothing" }], "repaired-resume");
  turn.state.cursor = last;
  turn.state.paused = rest.reverse();
  return (await askAgain(turn, "repaired-resume", [{ key: "repair.resume.done" }]))!;
};

const speak = async (turn: Turn, locale: "es" | "en"): Promise<Response> => {
  const there = { ...turn, locale, spoken: () => locale };
  const said = { key: "repair.language" };
  return (await askAgain(there, "repaired-language", [said])) ?? saysAside(there, [said, ...turn.state.said], "repaired-language");
};
