import { type Kysely, sql } from "kysely";

/** Referrals to institutions. Each change of state grows `step`, and so uses up the links that were sent before it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table referral (
    id bigint generated always as identity primary key,
    key text not null unique,
    institution text not null,
    need text not null,
    city text,
    state text not null default 'sent' check (state in ('sent', 'accepted', 'attended', 'not-reached', 'closed')),
    closed_as text check (closed_as in ('done', 'cannot-help', 'no-answer', 'withdrawn')),
    step integer not null default 0,
    letters integer not null default 0,
    reminders integer not null default 0,
    by_hand boolean not null,
    by_kind text not null check (by_kind in ('citizen', 'staff')),
    by_id text,
    channel text not null,
    locale text not null check (locale in ('es', 'en')),
    conversation_id text,
    name text,
    email text,
    phone text,
    note text,
    follow_up boolean not null,
    outcome text check (outcome in ('helped', 'partly', 'not-helped', 'not-contacted')),
    outcome_at timestamptz,
    sent_at timestamptz not null,
    changed_at timestamptz not null,
    forgotten_at timestamptz,
    check ((state = 'closed') = (closed_as is not null)),
    check ((outcome is null) = (outcome_at is null)),
    check (forgotten_at is null or num_nonnulls(name, email, phone, note, conversation_id) = 0)
  )`,
  `create index referral_waits on referral (sent_at) where state = 'sent'`,
  `create index referral_conversation on referral (conversation_id) where conversation_id is not null`,
  `create index referral_kept on referral (changed_at) where forgotten_at is null`,
  `create table referral_consent (
    id bigint generated always as identity primary key,
    referral_id bigint references referral (id),
    conversation_id text,
    purpose text not null,
    version text not null,
    granted boolean not null,
    at timestamptz not null
  )`,
  `create index referral_consent_of on referral_consent (referral_id)`,
  `create table referral_event (
    id bigint generated always as identity primary key,
    referral_id bigint not null references referral (id),
    at timestamptz not null,
    did text not null,
    by_kind text not null check (by_kind in ('citizen', 'institution', 'staff', 'clock')),
    by_id text
  )`,
  `create index referral_event_of on referral_event (referral_id)`,
  `create table referral_notice (
    id bigint generated always as identity primary key,
    key text not null unique,
    referral_id bigint not null references referral (id),
    kind text not null,
    due_at timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'sent', 'dropped'))
  )`,
  `create index referral_notice_due on referral_notice (due_at) where state = 'pending'`,
];
