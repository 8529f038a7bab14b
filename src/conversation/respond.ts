import type { Transaction } from "kysely";
import type { Answers } from "../answers/answer.ts";
import type { Tables } from "../db/tables.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowContext } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Texts } from "../text.ts";
import { deskBeside } from "./behalf.ts";
import { answering } from "./handlers/answering.ts";
import { chosen } from "./handlers/chosen.ts";
import { codeTyped } from "./handlers/repair/channel.ts";
import { command } from "./handlers/command.ts";
import { filing, withFiling } from "./handlers/filing.ts";
import { asideOf } from "./handlers/repair/aside.ts";
import { inFlow } from "./handlers/in-flow.ts";
import { intent } from "./handlers/intent.ts";
import { opening } from "./handlers/opening.ts";
import { refusal } from "./handlers/refusal.ts";
import { welcomeBack, whyAgain } from "./handlers/repair/going.ts";
import { close, nudge } from "./handlers/repair/silence.ts";
import { unsupported } from "./handlers/unsupported.ts";
import { denies, hesitates, shunsForPapers, staysInDanger, withDanger } from "./handlers/danger-after.ts";
import { asksAfterDanger } from "./handlers/danger-asked.ts";
import { asksPrivate } from "./handlers/danger-private.ts";
import { withoutLinesOfHere } from "./handlers/whereabouts.ts";
import { dangerAtDesk, handBack, withPerson, type HandedBack } from "./handlers/with-person.ts";
import type { DeskPort } from "./desk.ts";
import type { Limits } from "./limits.ts";
import type { Inbound } from "./message.ts";
import { titleOf } from "./render.ts";
import type { Actions, Response, Thought } from "./response.ts";
import type { Conversation } from "./store.ts";
import type { ConversationState } from "./state.ts";

export type RespondParts = {
  flows: Map<string, Flow>;
  texts: Texts;
  answers: Answers;
  actions: Actions;
  /** The slots that an action reads. */
  needs: (action: string) => readonly string[] | undefined;
  limits: Limits;
  desk: DeskPort;
  /** Where somebody is, as far as their words tell. */
  care: { read: (story: string) => { place: string; who: string; paper: string; tells: boolean; need: readonly string[] } };
  /** The passages that are shown beside a refusal, and one that is offered, by its kind. */
  helpOfRefusals: ReadonlyMap<string, { show: string[]; offer?: string | undefined }>;
};

/** All that a handler sees: the thought, the parts, and what a flow may ask of the outside. */
export type Turn = Thought & {
  state: ConversationState;
  parts: RespondParts;
  trx: Transaction<Tables>;
  flowContext: FlowContext;
  /** The language at the end of the turn: an action may have changed it. */
  spoken: () => Locale;
  /** Something of the desk changed in this turn: it is told after the commit. */
  tellDesk: () => void;
  deskTold: () => boolean;
};

/** Gives a response, or leaves the turn to the next in line. */
export type Handler = (turn: Turn) => Promise<Response | undefined> | Response | undefined;

const line: Handler[] = [dangerAtDesk, withPerson, unsupported, opening, codeTyped, chosen, denies, asksAfterDanger, shunsForPapers, hesitates, command, asksPrivate, filing, asideOf, refusal, inFlow, staysInDanger, intent, answering];

/** Danger first, then a person who has the conversation, a code of another channel, what was pressed, who denies a danger, asks what comes of calling or fears it, what was commanded, whether it is private, what is to be filed, a question about the open flow, what is refused, the open question, what to do in a danger, an intent, an answer. */
export const createRespond =
  (parts: RespondParts) =>
  async (thought: Thought, trx: Transaction<Tables>): Promise<Response> => {
    const turn = withFlowContext(parts, thought, trx);
    for (const handler of line) {
      const response = await handler(turn);
      if (response) return toldDesk(turn, response.outcome === "handed-off-conversing" ? response : await withDanger(turn, whyAgain(turn, welcomeBack(turn, withFiling(turn, await withoutLinesOfHere(turn, response))))));
    }
    throw new Error("no handler took the turn: the last one must always respond");
  };

/** What the service says of its own accord after a silence; undefined where there is nothing to say. */
export const createSilence =
  (parts: RespondParts) =>
  async (kind: "nudge" | "close", inbound: Inbound, conversation: Conversation, now: Date, trx: Transaction<Tables>) => {
    const turn = withFlowContext(parts, unprompted(inbound, conversation, now), trx);
    return kind === "nudge" ? nudge(turn) : close(turn);
  };

/** What the service says when a person of the desk has done. */
export const createHandBack =
  (parts: RespondParts) =>
  async (how: HandedBack, inbound: Inbound, conversation: Conversation, now: Date, trx: Transaction<Tables>): Promise<Response> => {
    const turn = withFlowContext(parts, unprompted(inbound, conversation, now), trx);
    return toldDesk(turn, await handBack(turn, how));
  };

/** A turn that no words began. */
const unprompted = (inbound: Inbound, conversation: Conversation, now: Date): Thought => {
  const { locale } = conversation;
  return {
    inbound, conversation, locale, now,
    understood: { locale, localeSure: false, near: [], question: false },
    answer: { kind: "none", near: [], score: 0 },
  };
};

const toldDesk = (turn: Turn, response: Response): Response => (turn.deskTold() ? { ...response, atDesk: true } : response);

const withFlowContext = (given: RespondParts, thought: Thought, trx: Transaction<Tables>): Turn => {
  const { inbound, now } = thought;
  const { behalf } = inbound;
  const parts = behalf ? { ...given, desk: deskBeside(given.desk, behalf) } : given;
  let spoken = thought.locale;
  let told = false;
  const tellDesk = () => { told = true; };
  const call: FlowContext["call"] = (name, slots) => {
    const action = parts.actions[name];
    if (!action) throw new Error(`no action called "${name}" (actions: ${Object.keys(parts.actions).join(", ")})`);
    return action({
      trx, slots, now, locale: spoken,
      conversationId: behalf?.conversationId ?? inbound.conversationId,
      turnId: inbound.turnId,
      channel: behalf?.channel ?? inbound.channel,
      speak: (locale) => { spoken = locale; },
      desk: { port: parts.desk, changed: tellDesk },
    });
  };
  const state = structuredClone(thought.conversation.state);
  delete state.silence;
  const title: FlowContext["title"] = (param, locale) => titleOf(parts.texts, param, locale);
  return {
    ...thought,
    state,
    parts,
    trx,
    flowContext: { locale: thought.locale, now, call, title, has: (key) => parts.texts.has(key, thought.locale), needs: parts.needs },
    spoken: () => spoken,
    tellDesk,
    deskTold: () => told,
  };
};
