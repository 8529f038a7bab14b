import { type Kysely, sql } from "kysely";

/**
 * What figures need beside the rows that are there: who began a turn and about what, whether a flow began with it; waits and
 * terms in the minutes and days of the clock that held at the time; and what passes without a row otherwise (people of a day,
 * minutes of service, the next opening of an office, the score of the content).
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `alter table turn
    add column begun_by text not null default 'citizen' check (begun_by in ('citizen', 'opening', 'staff', 'service')),
    add column topic text,
    add column began_flow boolean not null default false`,
  `update turn set begun_by = 'service' where turn_id like 'silence:%' or turn_id like 'desk:%' or turn_id like 'moved:%'`,
  `update turn set begun_by = 'staff' where conversation_id like 'behalf-%'`,
  `update turn set began_flow = true where outcome = 'flow-started'`,
  `create index turn_topic on turn (conversation_id, topic, at) where topic is not null`,

  `alter table handoff add column first_reply_minutes double precision`,
  `create index handoff_due_at on handoff (due_at)`,
  `create index handoff_first_reply_at on handoff (first_reply_at) where first_reply_at is not null`,

  `alter table case_file add column answer_days integer`,
  `create index case_file_answered_at on case_file (answered_at) where answered_at is not null`,
  `create index case_file_due_on on case_file (due_on) where due_on is not null`,
  `create index case_event_extended on case_event (at) where did = 'extended'`,

  `create table people_salt (day date primary key, salt text not null)`,
  `create table people_mark (
    day date not null,
    mark text not null,
    channel text not null,
    locale text not null check (locale in ('es', 'en')),
    primary key (day, mark)
  )`,
  `create table people_day (
    day date not null,
    channel text not null,
    locale text not null check (locale in ('es', 'en')),
    people integer not null check (people > 0),
    primary key (day, channel, locale)
  )`,

  `create table heartbeat (
    hour timestamptz primary key,
    minutes integer not null check (minutes between 1 and 60),
    last_minute timestamptz not null
  )`,

  `create table next_opening (
    day date not null,
    office text not null,
    counter text not null,
    days integer check (days >= 0),
    primary key (day, office, counter)
  )`,

  `create table evaluation (
    id bigint generated always as identity primary key,
    content text not null,
    at timestamptz not null,
    "full" integer not null check ("full" >= 0),
    "partial" integer not null check ("partial" >= 0),
    asked integer not null check (asked >= 0),
    silent integer not null check (silent >= 0),
    wrong integer not null check (wrong >= 0),
    unique (content, at)
  )`,

  `create table figure_report (
    id bigint generated always as identity primary key,
    institution text not null,
    sent_by text not null,
    sent_on date not null,
    cut date not null,
    received_at timestamptz not null,
    sha256 text not null unique,
    missing jsonb not null
  )`,
  `create table figure_reported (
    report bigint not null references figure_report (id) on delete cascade,
    target text not null,
    value double precision,
    whole double precision,
    note text,
    primary key (report, target)
  )`,
];
