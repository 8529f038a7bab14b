import { type Kysely, sql } from "kysely";

/** Open data: what was measured and shown, and each file of each version. Nothing of it may be changed. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table open_version (
    day date primary key,
    published_at timestamptz not null
  )`,
  `create table open_figure (
    indicator text not null,
    by text not null,
    step text not null check (step in ('day', 'month', 'quarter', 'half-year')),
    from_day date not null,
    to_day date not null,
    version date not null references open_version (day),
    kind text not null check (kind in ('count', 'share', 'score', 'difference', 'order')),
    value double precision,
    part integer,
    whole integer not null,
    of_total boolean not null default false,
    shows_part boolean not null,
    shows_whole boolean not null,
    primary key (indicator, by, step, from_day)
  )`,
  `create table open_content (sha256 text primary key, bytes bytea not null)`,
  `create table open_file (
    version date not null references open_version (day),
    name text not null,
    sha256 text not null references open_content (sha256),
    primary key (version, name)
  )`,
  `create function open_data_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'open data that were published stay as they are';
  end $$`,
  ...["open_version", "open_figure", "open_file", "open_content"].map((table) =>
    `create trigger ${table}_stays before update or delete or truncate on ${table} for each statement execute function open_data_stays()`),
];
