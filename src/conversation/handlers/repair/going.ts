import type { Choice, Utterance } from "../../../flow/types.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { andSays, says } from "../../saying.ts";
import { askAgain, settle, startFlow, step, whereItLed } from "../moving.ts";
import { waysIn } from "./remark.ts";
import { dropDraft, isWorthKeeping, keepDraft, keptParams, leave, liveDrafts, offerDrafts } from "./drafts.ts";

/** Leaves the open flow, and says what is kept of it. */
export const cancel = async (turn: Turn): Promise<Response> => {
  const open = turn.state.cursor;
  if (!open) return says(turn, [{ key: "repair.cancel.nothing", choices: waysIn }], "repaired-cancel");
  const keeps = isWorthKeeping(turn, open);
  turn.state.cursor = null;
  delete turn.state.wish;
  if (keeps) keepDraft(turn, open);
  const choices: Choice[] = [
    { value: `resume:${open.flow}`, title: { key: "repair.resume.yes" } },
    { value: `discard:${open.flow}`, title: { key: "repair.resume.discard" } },
    { value: "command:menu", title: { key: "repair.button.menu" } },
  ];
  const detail = { flow: open.flow, ...(open.at ? { step: open.at.step } : {}) };
  const plain = keeps ? { key: "repair.cancel.kept", params: keptParams(turn, open.flow) } : { key: "repair.cancel.done", params: { flow: { key: `${open.flow}.title` } } };
  return (await whereItLed(turn, says(turn, [plain], "repaired-cancel", { detail }))) ?? says(turn, [{ ...plain, choices: keeps ? choices : waysIn }], "repaired-cancel", { detail });
};

/** One question back, or an optional question left out. */
export const move = async (turn: Turn, kind: "back" | "skip"): Promise<Response> => {
  const outcome = `repaired-${kind}` as const;
  const result = await step(turn, { kind });
  if (!result) return says(turn, [{ key: `repair.${kind}.nothing` }], outcome);
  return settle(turn, result, outcome, result.status === "refused" ? [] : [{ key: `repair.${kind}.done` }]);
};

export const restart = async (turn: Turn): Promise<Response> => {
  const result = await step(turn, { kind: "restart" });
  return result ? settle(turn, result, "repaired-restart", [{ key: "repair.restart.done" }]) : startFlow(turn, "welcome");
};

export const repeat = async (turn: Turn): Promise<Response> => {
  const result = await step(turn, { kind: "repeat" });
  const again = [{ key: "repair.repeat.done" }];
  if (result) return settle(turn, result, "repaired-repeat", again);
  return turn.state.said.length > 0
    ? says(turn, [...again, ...turn.state.said.filter((said) => !("key" in said) || said.key !== "repair.repeat.done")], "repaired-repeat")
    : says(turn, [{ key: "repair.repeat.nothing" }], "repaired-repeat");
};

/** Takes up what was left for later: the flow that is named, else the last one. One that is open is left instead. */
export const resume = async (turn: Turn, flow?: string): Promise<Response> => {
  const draft = liveDrafts(turn).find(({ cursor }) => flow === undefined || cursor.flow === flow);
  if (!draft) return nothingLeft(turn);
  const left = leave(turn);
  dropDraft(turn, draft.cursor.flow);
  turn.state.cursor = draft.cursor;
  const changed = turn.parts.flows.get(draft.cursor.flow)!.hash !== draft.cursor.hash;
  return (await askAgain(turn, "repaired-resume", [...left, { key: changed ? "repair.resume.changed" : "repair.resume.done" }]))!;
};

const nothingLeft = async (turn: Turn): Promise<Response> => {
  if (turn.state.cursor) return (await askAgain(turn, "repaired-resume", [{ key: "repair.resume.done" }]))!;
  const { draftDays: days } = turn.parts.limits;
  const ranOut = turn.state.paused.length > 0;
  turn.state.paused = [];
  return says(turn, [ranOut ? { key: "repair.resume.expired", params: { days } } : { key: "repair.resume.nothing" }], "repaired-resume");
};

/** A draft is not wanted any more. */
export const discard = (turn: Turn, flow: string): Response => {
  dropDraft(turn, flow);
  return says(turn, [{ key: "repair.resume.discarded" }], "repaired-cancel");
};

/** An offer is declined; what was left stays until it runs out. */
export const dismiss = async (turn: Turn): Promise<Response> => {
  const said = [{ key: "repair.resume.declined" }];
  delete turn.state.wish;
  return (await askAgain(turn, "repaired-resume", said)) ?? says(turn, said, "repaired-resume");
};

/** The first greeting and the opened page: what was left is offered, else the menu. */
export const home = (turn: Turn): Promise<Response> | Response => {
  const offer = turn.state.cursor ? undefined : offerDrafts(turn, [{ value: "command:menu", title: { key: "repair.button.menu" } }]);
  return offer ? says(turn, [{ key: "repair.chitchat.greeting" }, offer], "repaired-resume") : startFlow(turn, "welcome");
};

/** The first words after a silence: what was left, or has run out, is told besides the answer to them. */
export const welcomeBack = (turn: Turn, given: Response): Response => {
  const response = { ...given, state: { ...given.state, paused: liveDrafts({ ...turn, state: given.state }).toReversed() } };
  const was = turn.conversation.state.silence;
  if (was === "expired") {
    const told = { key: "repair.resume.expired", params: { days: turn.parts.limits.draftDays } };
    return { ...response, says: [told, ...response.says] };
  }
  if (was !== "closed" || response.state.cursor || response.state.offered.length > 0) return response;
  const offer = offerDrafts({ ...turn, state: response.state });
  return offer ? andSays(response, [offer]) : response;
};

/** The very question that was just asked is not asked again without a word. */
export const whyAgain = (turn: Turn, response: Response): Response => {
  const [only, ...more] = response.says;
  const before = turn.conversation.state.said.at(-1);
  const isSame = asks(response) && more.length === 0 && only?.choices !== undefined && "key" in only && JSON.stringify(words(only)) === JSON.stringify(before && words(before));
  return isSame ? { ...response, says: [{ key: "repair.invalid.choice" }, only] } : response;
};

/** What is only told, such as what to do in danger, may be told twice as it is. */
const asks = ({ says: told, outcome }: Response): boolean => {
  const last = told.at(-1);
  return /^repaired-(?:clarification|resume|correction)$/.test(outcome) || Boolean(last && "key" in last && last.key.endsWith(".ask"));
};

const words = (said: Utterance): Utterance => ({ ...said, choices: [] });
