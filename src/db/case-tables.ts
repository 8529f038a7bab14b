import type { ColumnType, Generated } from "kysely";
import type { CaseDeed, CaseKind, CaseState, Identity, Lack, Priority } from "../cases/types.ts";
import type { Locale } from "../locale.ts";
import type { Instant, JsonColumn } from "./tables.ts";

/** Days without a clock: from–to, both left out; open while `to` is missing. */
type Pause = { from: string; to?: string };

/** The tables of cases; days are ISO text. */
export type CaseTables = {
  /** The last number that was given, a year; locked until the case that took it is committed. */
  case_counter: { prefix: string; year: number; last: number };
  case_file: {
    id: string;
    /** What filed it: the same again is the same case. */
    key: string;
    radicado: string;
    prefix: string;
    year: number;
    sequence: number;
    code_hash: string;
    kind: CaseKind;
    identity: Identity["is"];
    channel: string;
    conversation_id: string | null;
    locale: Locale;
    state: Generated<CaseState>;
    unit: string;
    officer_id: string | null;
    priority: Priority | null;
    filed_at: Instant;
    reading: "article-54" | "from-the-day";
    radicado_on: string;
    /** The day after which the term is counted. */
    counts_from: string;
    term_days: number | null;
    extra_days: Generated<number>;
    pauses: JsonColumn<Pause[]>;
    /** Null without a term, and while the clock stands still. */
    due_on: string | null;
    ask_what: string | null;
    asked_on: string | null;
    ask_until: string | null;
    ask_extended: Generated<boolean>;
    story: string;
    asks: string | null;
    reasons: string | null;
    happened: string | null;
    place: string | null;
    missing: JsonColumn<Lack[]>;
    insisted: string | null;
    differential: string | null;
    about_id: string | null;
    transferred_to: string | null;
    transferred_on: string | null;
    transfer_late: boolean | null;
    received_on: string | null;
    other_due_on: string | null;
    extension_reason: string | null;
    answer: string | null;
    answered_at: Instant | null;
    /** Business days from the one it is counted from until the answer, by the calendar that held. */
    answer_days: ColumnType<number | null, number | null | undefined, number | null>;
    useful: boolean | null;
    closed_at: Instant | null;
  };
  /** Who it is: only with their consent, never for an anonymous case. `likeness` finds their other cases. */
  case_person: {
    case_id: string;
    name: string;
    document_type: string | null;
    document_number: string | null;
    email: string | null;
    phone: string | null;
    address: string | null;
    likeness: string | null;
  };
  case_consent: {
    id: Generated<string>;
    case_id: string | null;
    conversation_id: string | null;
    channel: string;
    purpose: string;
    version: string;
    granted: boolean;
    at: Instant;
  };
  case_event: {
    id: Generated<string>;
    case_id: string;
    at: Instant;
    did: CaseDeed;
    by_kind: "citizen" | "staff" | "clock";
    by_id: string | null;
    by_name: string | null;
    detail: JsonColumn<Record<string, string | number | boolean | null>>;
  };
  case_note: { id: Generated<string>; case_id: string; by_id: string; by_name: string; at: Instant; text: string };
  case_attachment: {
    id: string;
    case_id: string;
    side: "citizen" | "answer";
    name: string;
    type: string;
    size: number;
    sha256: string;
    scan: "clean" | "not-scanned";
    at: Instant;
    bytes: Uint8Array;
  };
  /** What the person added after filing. */
  case_addition: { id: Generated<string>; case_id: string; at: Instant; text: string };
  case_draft: {
    id: Generated<string>;
    case_id: string;
    by_id: string;
    by_name: string;
    at: Instant;
    text: string;
    state: Generated<"draft" | "in-review" | "returned" | "approved" | "replaced">;
    reviewed_by: string | null;
    reviewed_name: string | null;
    reviewed_at: Instant | null;
    review_reason: string | null;
  };
  /** One answer for many alike (CPACA art. 22). */
  case_bulk: { id: string; by_id: string; by_name: string; at: Instant; text_es: string; text_en: string; approved_by: string | null; approved_at: Instant | null };
  case_bulk_member: { bulk_id: string; case_id: string };
  /** Days without work beside the law's holidays, by a norm. */
  civic_day: {
    day: string;
    norm: string;
    reason_es: string;
    reason_en: string;
    by_id: string;
    by_name: string;
    at: Instant;
    revoked_at: Instant | null;
    revoked_by: string | null;
    revoked_reason: string | null;
  };
  /** What must still be said to a person in their conversation. */
  case_notice: {
    id: Generated<string>;
    case_id: string;
    conversation_id: string;
    key: string;
    params: JsonColumn<Record<string, unknown>>;
    at: Instant;
    state: Generated<"pending" | "told" | "undeliverable">;
  };
  /** What a member of staff is told on their page, once a key. */
  notification: { id: Generated<string>; key: string; staff_id: string; case_id: string; what: string; due_on: string | null; at: Instant; seen_at: Instant | null };
  /** Mail that waits; once sent, only that it was. `attach` names a document that is made when it is sent. */
  mail: {
    id: Generated<string>;
    key: string;
    recipient: string | null;
    subject: string | null;
    text: string | null;
    attach: string | null;
    at: Instant;
    state: Generated<"pending" | "sent" | "refused">;
    attempts: Generated<number>;
    next_attempt_at: Instant;
  };
  /** What records systems are told; the very bytes that are signed. */
  webhook_event: { id: Generated<string>; body: string; at: Instant; state: Generated<"pending" | "sent" | "refused">; attempts: Generated<number>; next_attempt_at: Instant };
};
