import { type Kysely, sql } from "kysely";

/**
 * What supervisors keep of the dashboard (views, samples of answers and what they made of them, reports by e-mail), and what
 * citizens answered to polls: counts only, and marks of who answered that do not outlive the day.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table saved_view (
    id bigint generated always as identity primary key,
    staff_id text not null references staff_user (id) on delete cascade,
    name text not null,
    view jsonb not null,
    saved_at timestamptz not null,
    unique (staff_id, name)
  )`,
  `create table report_plan (
    staff_id text primary key references staff_user (id) on delete cascade,
    every text not null check (every in ('week', 'month')),
    locale text not null check (locale in ('es', 'en')),
    view_id bigint references saved_view (id) on delete set null,
    since timestamptz not null
  )`,

  `create table quality_sample (
    id bigint generated always as identity primary key,
    by_id text not null,
    by_name text not null,
    drawn_at timestamptz not null,
    from_day date not null,
    to_day date not null,
    slice jsonb not null,
    seed text not null,
    answers integer not null check (answers >= population),
    population integer not null check (population >= 0)
  )`,
  `create table quality_item (
    sample bigint not null references quality_sample (id),
    number integer not null,
    turn bigint not null references turn (id),
    primary key (sample, number),
    unique (sample, turn)
  )`,
  `create table quality_judgement (
    id bigint generated always as identity primary key,
    sample bigint not null,
    number integer not null,
    verdict text not null check (verdict in ('good', 'partly', 'bad')),
    theme text not null,
    action text not null,
    by_id text not null,
    by_name text not null,
    at timestamptz not null,
    foreign key (sample, number) references quality_item (sample, number)
  )`,
  `create index quality_judgement_item on quality_judgement (sample, number, id)`,

  `create table poll_mark (
    day date not null,
    mark text not null,
    primary key (day, mark)
  )`,
  `create table poll_day (
    poll text not null,
    option text not null,
    day date not null,
    answers integer not null check (answers > 0),
    primary key (poll, option, day)
  )`,
  `create table poll_told (
    poll text not null,
    option text not null,
    answers integer not null check (answers >= 5),
    until date not null,
    primary key (poll, option)
  )`,
];
