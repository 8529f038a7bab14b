import type { ColumnType, Generated } from "kysely";

type Instant = ColumnType<Date, Date | string, Date | string>;
type JsonColumn<T> = ColumnType<T, string, string>;

/** One row a table; SQL stays in `migrations/`. */
export type Tables = {
  setting: { key: string; value: string };
  conversation: {
    id: string;
    channel: string;
    /** What the channel needs to reach the citizen (a chat id, a Bot Framework reference); null for pull channels. */
    address: JsonColumn<unknown>;
    locale: string;
    /** ConversationState as JSON. */
    state: JsonColumn<unknown>;
    /** Grows by one with each turn: a turn that read an older version starts again. */
    version: number;
    /** The last number given to a message of this conversation. */
    last_seq: number;
    created_at: Instant;
    updated_at: Instant;
  };
  /** The transcript: what came in and what went out, numbered without gaps; `seq` is the web chat's watermark. */
  message: {
    conversation_id: string;
    seq: number;
    direction: "in" | "out";
    channel: string;
    turn_id: string;
    /** Inbound or Reply as JSON. */
    payload: JsonColumn<unknown>;
    /** For `in`: null until its turn is committed. */
    handled_at: Instant | null;
    created_at: Instant;
  };
  /** Messages that must be pushed (Telegram, Bot Framework), until the channel confirms. */
  delivery: {
    conversation_id: string;
    seq: number;
    state: "pending" | "sent" | "undeliverable";
    attempts: number;
    next_attempt_at: Instant;
    external_id: string | null;
  };
  /** One row a turn: what figures are counted from. No words, no person. */
  turn: {
    id: Generated<string>;
    conversation_id: string;
    channel: string;
    turn_id: string;
    outcome: string;
    locale: string;
    intent: string | null;
    flow: string | null;
    step: string | null;
    /** The passages shown (pair ids). */
    passages: JsonColumn<string[]>;
    score: number | null;
    ms: number;
    at: Instant;
  };
  /** A turn's words, redacted; deleted when the retention ends. */
  turn_text: { turn: string; text: string; expires_at: Instant };
  /** Codes that carry a conversation to another channel. The code itself is only with the citizen. */
  continuity_code: { hash: string; conversation_id: string; expires_at: Instant; used_at: Instant | null };
  rating: { conversation_id: string; score: number; locale: string; channel: string; at: Instant };
};
