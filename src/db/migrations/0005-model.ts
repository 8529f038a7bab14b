import { type Kysely, sql } from "kysely";

/** The language model: who switched it on and off, what it used a day, and what it did for a turn. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table model_switch (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    enabled boolean not null,
    by text not null check (by <> ''),
    reason text not null check (reason <> '')
  )`,
  `create function model_switch_only_grows() returns trigger language plpgsql as $$
  begin
    raise exception 'model_switch only grows: % is refused', tg_op using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger model_switch_only_grows before update or delete or truncate on model_switch
    for each statement execute function model_switch_only_grows()`,

  `create table model_use (
    day date primary key,
    tokens bigint not null check (tokens >= 0)
  )`,
  `alter table turn add column model text`,
];
