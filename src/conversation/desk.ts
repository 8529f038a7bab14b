import type { Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";
import type { Channel } from "./message.ts";

/** What a conversation asks of the desk; everything happens in the turn's own transaction, with its row locked. */
export type DeskPort = {
  /** Passages, by pair: the official line, and what a video call needs. */
  shows: { line: string; videoNeeds: string };
  /** Puts the conversation into the queue, once; gives where it stands. */
  ask: (trx: Transaction<Tables>, asking: Asking) => Promise<AtDesk>;
  /** Whether the conversation waits or is with somebody, and with whom. */
  at: (trx: Transaction<Tables>, conversationId: string) => Promise<Claimed | { state: "waiting" } | undefined>;
  /** The place of a conversation that waits. */
  place: (trx: Transaction<Tables>, conversationId: string, now: Date) => Promise<Waiting | undefined>;
  /** The citizen leaves the queue or the person; false when there was nothing to leave. */
  leave: (trx: Transaction<Tables>, conversationId: string, now: Date, why: "citizen" | "callback") => Promise<boolean>;
  /** Words of danger in a conversation that waits or is with a person. */
  flag: (trx: Transaction<Tables>, conversationId: string, kind: string, now: Date) => Promise<boolean>;
  /** The citizen went on in another conversation, and takes their place along. */
  move: (trx: Transaction<Tables>, from: string, to: string, now: Date) => Promise<boolean>;
  /** Keeps how a citizen wants to be reached. */
  callback: (trx: Transaction<Tables>, wanted: Callback) => Promise<void>;
};

type Where = { conversationId: string; turnId: string; channel: Channel; locale: Locale; now: Date };

/** `queue` is what a flow's `handoff` names, `service` the topic of the service that was talked about, `video` the wish to see the person. */
export type Asking = Where & { reason: "requested" | "misses" | "flow"; queue?: string; service?: string; video?: true };

export type Callback = Where & { how: "email" | "phone" | "telegram"; reach?: string; question?: string };

export type AtDesk = Waiting | Claimed;
export type Claimed = { state: "claimed"; name: string };

/**
 * `place` counts from 1; `estimate` is in minutes of open desk, absent when there are too few figures;
 * `present`: somebody who speaks the language is there; `line` is the passage with the official line of the topic.
 */
export type Waiting = {
  state: "waiting";
  place: number;
  estimate?: number;
  present: boolean;
  open: boolean;
  nextOpening?: Date;
  line: string;
};
