import { type Kysely, sql } from "kysely";

/**
 * Video calls of the desk, and what supervisors decided about questions without a good answer. A link's token is only with
 * the one it was made for. Of a question that was decided no words stay but those that a supervisor wrote.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `alter table handoff add column video_asked_at timestamptz`,

  `create table video_call (
    id text primary key,
    handoff_id text not null references handoff (id) on delete cascade,
    room text not null unique,
    by_id text not null,
    made_at timestamptz not null,
    starts_at timestamptz not null,
    opens_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index video_call_handoff on video_call (handoff_id)`,

  `create table video_side (
    call_id text not null references video_call (id) on delete cascade,
    side text not null check (side in ('citizen', 'staff')),
    token_hash text not null unique,
    opened_at timestamptz,
    primary key (call_id, side)
  )`,

  `create table review_decision (
    id bigint generated always as identity primary key,
    decision text not null check (decision in ('question', 'alias', 'not-ours', 'dismissed')),
    locale text not null check (locale in ('es', 'en')),
    text text,
    pair text,
    word text,
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    check ((decision = 'dismissed') = (text is null)),
    check ((decision = 'question') = (pair is not null)),
    check ((decision = 'alias') = (word is not null))
  )`,
  `create table review_turn (
    turn bigint primary key references turn (id) on delete cascade,
    decision bigint not null references review_decision (id)
  )`,
];
