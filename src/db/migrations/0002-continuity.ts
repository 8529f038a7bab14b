import { type Kysely, sql } from "kysely";

/** Codes that carry a conversation to another channel; questions left open; how a turn may end. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table continuity_code (
    hash text primary key,
    conversation_id text not null references conversation (id) on delete cascade,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index continuity_code_expires_at on continuity_code (expires_at)`,
  `create index conversation_open on conversation (updated_at) where state -> 'cursor' <> 'null'::jsonb`,
  `create index conversation_drafts on conversation (updated_at) where state -> 'paused' <> '[]'::jsonb`,

  `alter table turn drop constraint turn_outcome_check`,
  `alter table turn add constraint turn_outcome_check check (
    outcome in (
      'answered', 'answered-disambiguated',
      'flow-started', 'flow-continued', 'flow-completed', 'flow-abandoned',
      'repaired-cancel', 'repaired-back', 'repaired-restart', 'repaired-repeat', 'repaired-help', 'repaired-skip',
      'repaired-correction', 'repaired-digression', 'repaired-language', 'repaired-clarification',
      'repaired-chitchat', 'repaired-invalid', 'repaired-resume', 'repaired-silence', 'repaired-unsupported',
      'repaired-channel',
      'handed-off-requested', 'handed-off-misses', 'handed-off-flow',
      'danger-trafficking', 'danger-violence', 'danger-child', 'danger-self-harm', 'danger-medical',
      'danger-threat',
      'refused-out-of-scope', 'refused-personal-data', 'refused-unsafe',
      'unanswered-no-source', 'unanswered-unclear',
      'failed'
    )
  )`,
];
