import { type Kysely, sql } from "kysely";

/**
 * Cases (PQRSDF). Numbers come from a counter that is locked together with the case, so that no number is lost or given
 * twice. What happened, what was consented and what was noted only grows; nothing of a case can be deleted. Who the person
 * is stands apart. Days are days of Colombia.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const grows = (table: string): string =>
  `create trigger ${table}_only_grows before update or delete or truncate on ${table} for each statement execute function case_only_grows()`;
const stays = (table: string): string =>
  `create trigger ${table}_stays before delete or truncate on ${table} for each statement execute function case_only_grows()`;

const statements = [
  `create function case_only_grows() returns trigger language plpgsql as $$
  begin
    raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
  end $$`,

  `create table case_counter (
    prefix text not null,
    year integer not null,
    last integer not null check (last between 1 and 999999),
    primary key (prefix, year)
  )`,

  `create table case_file (
    id text primary key,
    key text not null unique,
    radicado text not null unique,
    prefix text not null,
    year integer not null,
    sequence integer not null,
    code_hash text not null,
    kind text not null check (kind in (
      'petition-general', 'petition-information', 'petition-copies', 'petition-consultation',
      'complaint', 'claim', 'suggestion', 'report', 'compliment'
    )),
    identity text not null check (identity in ('anonymous', 'named', 'reserved')),
    channel text not null check (channel in ('web', 'telegram', 'kiosk', 'console', 'botframework', 'page')),
    conversation_id text,
    locale text not null check (locale in ('es', 'en')),
    state text not null default 'filed' check (state in (
      'filed', 'assigned', 'in-review', 'approved', 'awaiting-completion', 'awaiting-clarification', 'suspended',
      'answered', 'transferred', 'withdrawn', 'withdrawn-tacitly', 'archived'
    )),
    unit text not null,
    officer_id text references staff_user (id),
    priority text check (priority in ('fundamental-right', 'life-or-safety', 'journalist')),
    filed_at timestamptz not null,
    reading text not null check (reading in ('article-54', 'from-the-day')),
    radicado_on date not null,
    counts_from date not null,
    term_days integer check (term_days > 0),
    extra_days integer not null default 0 check (extra_days >= 0 and extra_days <= coalesce(term_days, 0)),
    pauses jsonb not null default '[]',
    due_on date,
    ask_what text,
    asked_on date,
    ask_until date,
    ask_extended boolean not null default false,
    story text not null,
    asks text,
    reasons text,
    happened text,
    place text,
    missing jsonb not null default '[]',
    insisted text,
    differential text,
    about_id text references case_file (id),
    transferred_to text,
    transferred_on date,
    transfer_late boolean,
    received_on date,
    other_due_on date,
    extension_reason text,
    answer text,
    answered_at timestamptz,
    useful boolean,
    closed_at timestamptz,
    unique (prefix, year, sequence),
    check ((state in ('answered', 'transferred', 'withdrawn', 'withdrawn-tacitly', 'archived')) = (closed_at is not null)),
    check ((state = 'answered') <= (answer is not null)),
    check ((state in ('awaiting-completion', 'awaiting-clarification')) <= (ask_until is not null))
  )`,
  `create index case_file_open on case_file (due_on, filed_at) where closed_at is null`,
  `create index case_file_filed_at on case_file (filed_at)`,
  `create index case_file_officer on case_file (officer_id, due_on)`,
  stays("case_file"),

  `create table case_person (
    case_id text primary key references case_file (id),
    name text not null,
    document_type text,
    document_number text,
    email text,
    phone text,
    address text,
    likeness text
  )`,
  `create index case_person_likeness on case_person (likeness)`,

  `create table case_consent (
    id bigint generated always as identity primary key,
    case_id text references case_file (id),
    conversation_id text,
    channel text not null,
    purpose text not null,
    version text not null,
    granted boolean not null,
    at timestamptz not null
  )`,
  `create index case_consent_case on case_consent (case_id)`,
  grows("case_consent"),

  `create table case_event (
    id bigint generated always as identity primary key,
    case_id text not null references case_file (id),
    at timestamptz not null,
    did text not null,
    by_kind text not null check (by_kind in ('citizen', 'staff', 'clock')),
    by_id text,
    by_name text,
    detail jsonb not null default '{}'
  )`,
  `create index case_event_case on case_event (case_id, id)`,
  grows("case_event"),

  `create table case_note (
    id bigint generated always as identity primary key,
    case_id text not null references case_file (id),
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    text text not null
  )`,
  `create index case_note_case on case_note (case_id, id)`,
  grows("case_note"),

  `create table case_attachment (
    id text primary key,
    case_id text not null references case_file (id),
    side text not null check (side in ('citizen', 'answer')),
    name text not null,
    type text not null,
    size integer not null check (size > 0),
    sha256 text not null,
    scan text not null check (scan in ('clean', 'not-scanned')),
    at timestamptz not null,
    bytes bytea not null
  )`,
  `create index case_attachment_case on case_attachment (case_id, at)`,
  grows("case_attachment"),

  `create table case_addition (
    id bigint generated always as identity primary key,
    case_id text not null references case_file (id),
    at timestamptz not null,
    text text not null
  )`,
  `create index case_addition_case on case_addition (case_id, id)`,
  grows("case_addition"),

  `create table case_draft (
    id bigint generated always as identity primary key,
    case_id text not null references case_file (id),
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    text text not null,
    state text not null default 'draft' check (state in ('draft', 'in-review', 'returned', 'approved', 'replaced')),
    reviewed_by text,
    reviewed_name text,
    reviewed_at timestamptz,
    review_reason text,
    check (reviewed_by <> by_id),
    check ((state in ('returned', 'approved')) <= (reviewed_by is not null))
  )`,
  `create index case_draft_case on case_draft (case_id, id)`,
  stays("case_draft"),

  `create table case_bulk (
    id text primary key,
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    text_es text not null,
    text_en text not null,
    approved_by text,
    approved_at timestamptz,
    check (approved_by <> by_id)
  )`,
  stays("case_bulk"),
  `create table case_bulk_member (
    bulk_id text not null references case_bulk (id),
    case_id text not null references case_file (id),
    primary key (bulk_id, case_id)
  )`,
  stays("case_bulk_member"),

  `create table civic_day (
    day date primary key,
    norm text not null,
    reason_es text not null,
    reason_en text not null,
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text,
    revoked_reason text
  )`,
  stays("civic_day"),

  `create table case_notice (
    id bigint generated always as identity primary key,
    case_id text not null references case_file (id),
    conversation_id text not null,
    key text not null,
    params jsonb not null,
    at timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'told', 'undeliverable'))
  )`,
  `create index case_notice_pending on case_notice (id) where state = 'pending'`,

  `create table notification (
    id bigint generated always as identity primary key,
    key text not null unique,
    staff_id text not null references staff_user (id),
    case_id text not null references case_file (id),
    what text not null,
    due_on date,
    at timestamptz not null,
    seen_at timestamptz
  )`,
  `create index notification_staff on notification (staff_id, id)`,

  `create table mail (
    id bigint generated always as identity primary key,
    key text not null unique,
    recipient text,
    subject text,
    text text,
    attach text,
    at timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'sent', 'refused')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    check ((state = 'pending') <= (recipient is not null and subject is not null and text is not null))
  )`,
  `create index mail_pending on mail (next_attempt_at) where state = 'pending'`,

  `create table webhook_event (
    id bigint generated always as identity primary key,
    body text not null,
    at timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'sent', 'refused')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null
  )`,
  `create index webhook_event_pending on webhook_event (next_attempt_at) where state = 'pending'`,
];
