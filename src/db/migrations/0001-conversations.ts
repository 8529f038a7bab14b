import { type Kysely, sql } from "kysely";

/** `turn` refers to no conversation: figures stay when the conversation is deleted. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table setting (
    key text primary key,
    value text not null
  )`,

  `create table conversation (
    id text primary key,
    channel text not null check (channel in ('web', 'telegram', 'kiosk', 'console', 'botframework')),
    address jsonb,
    locale text not null check (locale in ('es', 'en')),
    state jsonb not null,
    version integer not null default 0 check (version >= 0),
    last_seq integer not null default 0 check (last_seq >= 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create index conversation_updated_at on conversation (updated_at)`,

  `create table message (
    conversation_id text not null references conversation (id) on delete cascade,
    seq integer not null check (seq > 0),
    direction text not null check (direction in ('in', 'out')),
    channel text not null check (channel in ('web', 'telegram', 'kiosk', 'console', 'botframework')),
    turn_id text not null,
    payload jsonb not null,
    handled_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (conversation_id, seq)
  )`,
  `create unique index message_inbound_once on message (channel, turn_id) where direction = 'in'`,
  `create index message_unhandled on message (created_at) where direction = 'in' and handled_at is null`,
  `create index message_turn on message (conversation_id, turn_id)`,

  `create table delivery (
    conversation_id text not null,
    seq integer not null,
    state text not null default 'pending' check (state in ('pending', 'sent', 'undeliverable')),
    attempts integer not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz not null default now(),
    external_id text,
    primary key (conversation_id, seq),
    foreign key (conversation_id, seq) references message (conversation_id, seq) on delete cascade
  )`,
  `create index delivery_pending on delivery (next_attempt_at) where state = 'pending'`,

  `create table turn (
    id bigint generated always as identity primary key,
    conversation_id text not null,
    channel text not null check (channel in ('web', 'telegram', 'kiosk', 'console', 'botframework')),
    turn_id text not null,
    outcome text not null check (
      outcome in (
        'answered', 'answered-disambiguated',
        'flow-started', 'flow-continued', 'flow-completed', 'flow-abandoned',
        'repaired-cancel', 'repaired-back', 'repaired-restart', 'repaired-repeat', 'repaired-help', 'repaired-skip',
        'repaired-correction', 'repaired-digression', 'repaired-language', 'repaired-clarification',
        'repaired-chitchat', 'repaired-invalid', 'repaired-resume', 'repaired-silence', 'repaired-unsupported',
        'handed-off-requested', 'handed-off-misses', 'handed-off-flow',
        'danger-trafficking', 'danger-violence', 'danger-child', 'danger-self-harm', 'danger-medical',
        'danger-threat',
        'refused-out-of-scope', 'refused-personal-data', 'refused-unsafe',
        'unanswered-no-source', 'unanswered-unclear',
        'failed'
      )
    ),
    locale text not null check (locale in ('es', 'en')),
    intent text,
    flow text,
    step text,
    passages jsonb not null default '[]',
    score double precision,
    ms integer not null check (ms >= 0),
    at timestamptz not null,
    unique (channel, turn_id)
  )`,
  `create index turn_at on turn (at)`,
  `create index turn_conversation on turn (conversation_id)`,

  `create table turn_text (
    turn bigint primary key references turn (id) on delete cascade,
    text text not null,
    expires_at timestamptz not null
  )`,
  `create index turn_text_expires_at on turn_text (expires_at)`,

  `create table rating (
    conversation_id text not null,
    score integer not null check (score between 1 and 5),
    locale text not null check (locale in ('es', 'en')),
    channel text not null check (channel in ('web', 'telegram', 'kiosk', 'console', 'botframework')),
    at timestamptz not null
  )`,
  `create index rating_at on rating (at)`,
];
