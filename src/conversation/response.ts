import type { Transaction } from "kysely";
import type { Composed } from "../answers/model/compose.ts";
import type { Answer } from "../answers/types.ts";
import type { Tables } from "../db/tables.ts";
import type { Slots, ActionResult, Utterance } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Understood } from "../understanding/types.ts";
import type { DeskPort } from "./desk.ts";
import type { Channel, Inbound, Outcome } from "./message.ts";
import type { ConversationState } from "./state.ts";
import type { Conversation } from "./store.ts";

/** What was made of an inbound before the transaction. */
export type Thought = {
  inbound: Inbound;
  conversation: Conversation;
  understood: Understood;
  /** The language of the replies to this turn. */
  locale: Locale;
  answer: Answer;
  /** What a language model did for this turn, where one was asked; what it wrote, where that may be said. */
  model?: string;
  composed?: Composed;
  /** The id under which the answer was shown as it grew. */
  streamed?: string;
  now: Date;
};

/** What a turn does: what is said, the conversation after it, and its one outcome. */
export type Response = {
  says: Utterance[];
  state: ConversationState;
  locale: Locale;
  outcome: Outcome;
  /** What the same turn does to another conversation of the citizen's: it has moved from there to here. */
  elsewhere?: Elsewhere;
  /** Something of the desk changed with it: a ticket came or went, or words for a person. */
  atDesk?: true;
  /** The id under which the first message was shown as it grew. */
  streamed?: string;
  detail: { intent?: string; flow?: string; step?: string; passages?: string[]; score?: number; model?: string };
};

export type Elsewhere = { conversationId: string; turnId: string; response: Response };

/** What an action knows of the turn that calls it. */
export type ActionTurn = {
  trx: Transaction<Tables>;
  slots: Slots;
  locale: Locale;
  now: Date;
  conversationId: string;
  turnId: string;
  channel: Channel;
  /** Changes the language of the conversation from this turn on. */
  speak: (locale: Locale) => void;
  /** What the desk knows and does; it is told after the commit when `changed` was called. */
  desk: { port: DeskPort; changed: () => void };
};
export type Action = (turn: ActionTurn) => Promise<ActionResult>;
export type Actions = Record<string, Action>;
