import type { ColumnType, Generated } from "kysely";
import type { Locale } from "../locale.ts";
import type { Role } from "../staff/role.ts";
import type { AppointmentTables } from "./appointment-tables.ts";
import type { CaseTables } from "./case-tables.ts";
import type { DashboardTables } from "./dashboard-tables.ts";
import type { MetricTables } from "./metric-tables.ts";
import type { OpenDataTables } from "./open-data-tables.ts";
import type { ReferralTables } from "./referral-tables.ts";

export type Instant = ColumnType<Date, Date | string, Date | string>;
/** Set by the database when nobody says otherwise. */
type Stamp = ColumnType<Date, Date | string | undefined, Date | string>;
export type JsonColumn<T> = ColumnType<T, string, string>;

/** One row a table; SQL stays in `migrations/`. */
export type Tables = CaseTables & AppointmentTables & ReferralTables & MetricTables & OpenDataTables & DashboardTables & {
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
    /** Where a language model was asked: `used`, or `fallback:` and why the passages were shown themselves. */
    model: string | null;
    /** opening: a page was opened, and nothing said · staff: an advisor ran a flow for somebody · service: it spoke of its own accord. */
    begun_by: Generated<"citizen" | "opening" | "staff" | "service">;
    /** The topic of services.yaml that it was about. */
    topic: ColumnType<string | null, string | null | undefined, string | null>;
    /** A flow began with it: `flow`. */
    began_flow: Generated<boolean>;
    at: Instant;
  };
  /** A turn's words, redacted; deleted when the retention ends. */
  turn_text: { turn: string; text: string; expires_at: Instant };
  /** Codes that carry a conversation to another channel. The code itself is only with the citizen. */
  continuity_code: { hash: string; conversation_id: string; expires_at: Instant; used_at: Instant | null };
  rating: { conversation_id: string; score: number; locale: string; channel: string; at: Instant };
  staff_user: {
    id: string;
    name: string;
    /** In lower case. */
    email: string;
    email_verified: boolean;
    two_factor_enabled: Generated<boolean>;
    role: Role;
    locales: JsonColumn<Locale[]>;
    skills: JsonColumn<string[]>;
    disabled: Generated<boolean>;
    /** Set while the password is one that somebody else made: it serves until then, and only to be changed. */
    start_password_until: Instant | null;
    last_seen_at: Instant | null;
    created_at: Stamp;
  };
  staff_session: {
    id: string;
    user_id: string;
    token: string;
    /** What was proven: `password` alone opens nothing but the enrolment of a second factor. */
    method: "password" | "second-factor" | "oidc";
    expires_at: Instant;
    created_at: Instant;
    updated_at: Instant;
  };
  /** How a member signs in: a password's hash, or an identity at the provider. */
  staff_account: {
    id: string;
    user_id: string;
    provider_id: string;
    account_id: string;
    password: string | null;
    updated_at: Stamp;
  };
  staff_verification: { id: string; identifier: string; value: string; expires_at: Instant };
  staff_two_factor: { id: string; user_id: string; verified: boolean };
  /** Codes of the second factor that were tried lately: each serves once. */
  staff_used_code: { user_id: string; code: string; used_at: Stamp };
  /** Sign-ins that failed, or are under way, by account (a hash) and by address (a hash). */
  staff_attempt: { id: Generated<string>; account: string; address: string; at: Stamp };
  /** Who did what; it only grows. No words, no personal data. */
  staff_audit: {
    id: Generated<string>;
    at: Stamp;
    staff_id: string | null;
    did: string;
    subject: string | null;
    detail: JsonColumn<Record<string, unknown>> | null;
  };
  /** A conversation that asks for a person: a ticket of the desk. No words, no person but the advisor's own name. */
  handoff: {
    id: string;
    /** In the order in which they were asked for: it parts those of one instant. */
    number: Generated<string>;
    conversation_id: string;
    turn_id: string;
    channel: string;
    locale: string;
    topic: string;
    skill: string | null;
    reason: string;
    danger: boolean;
    asked_at: Instant;
    /** When the promised minutes of open desk are over. */
    due_at: Instant;
    warned_at: Instant | null;
    state: "waiting" | "claimed" | "closed" | "returned" | "left";
    claimed_by: string | null;
    claimed_name: string | null;
    claimed_at: Instant | null;
    first_reply_at: Instant | null;
    /** The last message that the advisor has read. */
    read_seq: Generated<number>;
    closed_at: Instant | null;
    close_reason: string | null;
    /** When the citizen asked for a video call; null when they did not. */
    video_asked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Minutes of open desk until the first reply, by the hours that held. */
    first_reply_minutes: ColumnType<number | null, number | null | undefined, number | null>;
  };
  /** What happened to a ticket; it only grows. */
  handoff_event: {
    id: Generated<string>;
    handoff_id: string;
    at: Instant;
    did: string;
    by_id: string | null;
    by_name: string | null;
    to_name: string | null;
    reason: string | null;
  };
  handoff_note: { id: Generated<string>; handoff_id: string; conversation_id: string; by_id: string; by_name: string; at: Instant; text: string };
  /** A citizen who wants to be reached instead of waiting. */
  callback: {
    id: string;
    conversation_id: string;
    turn_id: string;
    channel: string;
    locale: string;
    topic: string;
    how: "email" | "phone" | "telegram";
    /** The e-mail or phone; none on Telegram, where the conversation itself is the way. */
    reach: string | null;
    question: string | null;
    asked_at: Instant;
    consent_at: Instant;
    state: "open" | "contacted" | "not-reached";
  };
  callback_try: { id: Generated<string>; callback_id: string; at: Instant; by_id: string; by_name: string; state: string; note: string | null };
  presence: {
    staff_id: string;
    name: string;
    state: "available" | "away" | "offline";
    locales: JsonColumn<string[]>;
    skills: JsonColumn<string[]>;
    seen_at: Instant;
  };
  /** A file of a message, while a person has or had the conversation. */
  attachment: { conversation_id: string; seq: number; name: string; type: string; size: number; sha256: string; bytes: Uint8Array };
  /** A video call of a ticket: from `opens_at` until `expires_at` its links open. */
  video_call: { id: string; handoff_id: string; room: string; by_id: string; made_at: Instant; starts_at: Instant; opens_at: Instant; expires_at: Instant };
  /** Each side's own link. The token itself is only with that side. */
  video_side: { call_id: string; side: "citizen" | "staff"; token_hash: string; opened_at: Instant | null };
  /** What a supervisor made of questions without a good answer. */
  review_decision: {
    id: Generated<string>;
    decision: "question" | "alias" | "not-ours" | "dismissed";
    locale: Locale;
    /** As the supervisor wrote it; null when the questions were only put aside. */
    text: string | null;
    /** question: the passage that it asks for. */
    pair: string | null;
    /** alias: the word that it means. */
    word: string | null;
    by_id: string;
    by_name: string;
    at: Instant;
  };
  review_turn: { turn: string; decision: string };
  /** Who switched the language model on and off, and why; it only grows. */
  model_switch: { id: Generated<string>; at: Instant; enabled: boolean; by: string; reason: string };
  /** Tokens that the language model used on a day of Bogotá. */
  model_use: { day: string; tokens: number };
};
