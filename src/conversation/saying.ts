import type { FlowResult, Utterance } from "../flow/types.ts";
import type { Outcome } from "./message.ts";
import type { Response } from "./response.ts";
import type { Turn } from "./respond.ts";
import type { ConversationState } from "./state.ts";

type Rest = { state?: ConversationState; detail?: Response["detail"] };

/** A response outside any flow's step: the choices of its messages become what is offered. */
export const says = (turn: Turn, utterances: Utterance[], outcome: Outcome, rest: Rest = {}): Response => {
  const state = rest.state ?? turn.state;
  return {
    says: utterances,
    state: { ...state, said: utterances, offered: utterances.flatMap((u) => u.choices ?? []) },
    locale: turn.spoken(),
    outcome,
    detail: rest.detail ?? {},
  };
};

/** Something said aside: what was asked and offered before it still stands. */
export const saysAside = (turn: Turn, utterances: Utterance[], outcome: Outcome): Response => ({
  says: utterances, state: turn.state, locale: turn.spoken(), outcome, detail: {},
});

/** A response of a flow: its choices belong to the open question, nothing else is offered. */
export const saysFlow = (turn: Turn, result: FlowResult, outcome: Outcome, before: Utterance[] = []): Response => {
  const open = result.status === "done" || result.status === "handoff" ? null : result.cursor;
  const utterances = [...before, ...result.says];
  const stumbles = outcome.startsWith("flow-") ? 0 : turn.state.stumbles;
  return {
    says: utterances,
    state: { ...turn.state, cursor: open, said: utterances, offered: [], misses: 0, stumbles },
    locale: turn.spoken(),
    outcome,
    detail: { flow: result.cursor.flow, ...(result.cursor.at ? { step: result.cursor.at.step } : {}) },
  };
};

/** What comes after a response: an offer, whose choices stand beside those that are open. */
export const andSays = (response: Response, more: Utterance[]): Response => ({
  ...response,
  says: [...response.says, ...more],
  state: {
    ...response.state,
    said: [...response.says, ...more],
    offered: [...response.state.offered, ...more.flatMap((u) => u.choices ?? [])],
  },
});
