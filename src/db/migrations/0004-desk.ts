import { type Kysely, sql } from "kysely";

/**
 * The desk behind the bot. `handoff` and `handoff_event` refer to no conversation: the promise is counted from them when
 * the words are gone. Words, files and ways to reach a person go with their conversation.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table handoff (
    id text primary key,
    number bigint generated always as identity,
    conversation_id text not null,
    turn_id text not null unique,
    channel text not null check (channel in ('web', 'telegram', 'kiosk', 'console', 'botframework')),
    locale text not null check (locale in ('es', 'en')),
    topic text not null,
    skill text,
    reason text not null,
    danger boolean not null default false,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    warned_at timestamptz,
    state text not null default 'waiting' check (state in ('waiting', 'claimed', 'closed', 'returned', 'left')),
    claimed_by text,
    claimed_name text,
    claimed_at timestamptz,
    first_reply_at timestamptz,
    read_seq integer not null default 0,
    closed_at timestamptz,
    close_reason text,
    check ((state = 'claimed') <= (claimed_by is not null)),
    check ((state in ('waiting', 'claimed')) = (closed_at is null))
  )`,
  `create unique index handoff_open_once on handoff (conversation_id) where state in ('waiting', 'claimed')`,
  `create index handoff_open on handoff (danger desc, due_at, asked_at, number) where state in ('waiting', 'claimed')`,
  `create index handoff_asked_at on handoff (asked_at)`,
  `create index handoff_conversation on handoff (conversation_id, asked_at)`,

  `create table handoff_event (
    id bigint generated always as identity primary key,
    handoff_id text not null references handoff (id) on delete cascade,
    at timestamptz not null,
    did text not null,
    by_id text,
    by_name text,
    to_name text,
    reason text
  )`,
  `create index handoff_event_handoff on handoff_event (handoff_id, id)`,

  `create table handoff_note (
    id bigint generated always as identity primary key,
    handoff_id text not null references handoff (id) on delete cascade,
    conversation_id text not null references conversation (id) on delete cascade,
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    text text not null
  )`,
  `create index handoff_note_handoff on handoff_note (handoff_id, id)`,

  `create table callback (
    id text primary key,
    conversation_id text not null references conversation (id) on delete cascade,
    turn_id text not null unique,
    channel text not null check (channel in ('web', 'telegram', 'kiosk', 'console', 'botframework')),
    locale text not null check (locale in ('es', 'en')),
    topic text not null,
    how text not null check (how in ('email', 'phone', 'telegram')),
    reach text,
    question text,
    asked_at timestamptz not null,
    consent_at timestamptz not null,
    state text not null default 'open' check (state in ('open', 'contacted', 'not-reached')),
    check ((how = 'telegram') or reach is not null)
  )`,
  `create index callback_state on callback (state, asked_at)`,

  `create table callback_try (
    id bigint generated always as identity primary key,
    callback_id text not null references callback (id) on delete cascade,
    at timestamptz not null,
    by_id text not null,
    by_name text not null,
    state text not null,
    note text
  )`,
  `create index callback_try_callback on callback_try (callback_id, id)`,

  `create table presence (
    staff_id text primary key,
    name text not null,
    state text not null check (state in ('available', 'away', 'offline')),
    locales jsonb not null,
    skills jsonb not null,
    seen_at timestamptz not null
  )`,

  `create table attachment (
    conversation_id text not null,
    seq integer not null,
    name text not null,
    type text not null,
    size integer not null check (size > 0),
    sha256 text not null,
    bytes bytea not null,
    primary key (conversation_id, seq),
    foreign key (conversation_id, seq) references message (conversation_id, seq) on delete cascade
  )`,

  `alter table turn drop constraint turn_outcome_check`,
  `alter table turn add constraint turn_outcome_check check (
    outcome in (
      'answered', 'answered-disambiguated',
      'flow-started', 'flow-continued', 'flow-completed', 'flow-abandoned',
      'repaired-cancel', 'repaired-back', 'repaired-restart', 'repaired-repeat', 'repaired-help', 'repaired-skip',
      'repaired-correction', 'repaired-digression', 'repaired-language', 'repaired-clarification',
      'repaired-chitchat', 'repaired-invalid', 'repaired-resume', 'repaired-silence', 'repaired-unsupported',
      'repaired-channel',
      'handed-off-requested', 'handed-off-misses', 'handed-off-flow', 'handed-off-conversing', 'handed-off-waiting',
      'handed-off-ended',
      'danger-trafficking', 'danger-violence', 'danger-child', 'danger-self-harm', 'danger-medical',
      'danger-threat',
      'refused-out-of-scope', 'refused-personal-data', 'refused-unsafe',
      'unanswered-no-source', 'unanswered-unclear',
      'failed'
    )
  )`,
];
