import { type Kysely, sql } from "kysely";

/**
 * Appointments. A seat is a row: it can have one hold, one offer or one booking, and never two of them. A booking's seat
 * and a person's live booking of a service are unique. Of a document only a keyed hash and its last signs are kept.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const person = `
    document_hash text,
    document_ending text,
    contact_hashes text[] not null default '{}',
    name text,
    email text,
    phone text,
    guardian text,
    guardian_ending text,
    conversation_id text,
    channel text,
    locale text not null check (locale in ('es', 'en')),
    consent_at timestamptz`;

const statements = [
  `create table opening (
    id bigint generated always as identity primary key,
    office text not null,
    counter text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    day text not null,
    time text not null,
    visible_from timestamptz not null,
    closes_at timestamptz not null,
    capacity integer not null check (capacity >= 0),
    unique (office, counter, starts_at),
    check (starts_at < ends_at and closes_at <= starts_at)
  )`,
  `create index opening_day on opening (office, day)`,
  `create index opening_starts on opening (starts_at)`,

  `create table booking (
    id bigint generated always as identity primary key,
    uid text not null unique,
    opening_id bigint not null references opening (id),
    seat integer not null,
    service text not null,
    state text not null default 'booked' check (state in ('booked', 'checked-in', 'attended', 'no-show', 'cancelled', 'unmarked')),
    cancelled_by text check (cancelled_by in ('citizen', 'office')),
    cancelled_at timestamptz,
    code_hash text,
    walk_in boolean not null default false,
    booked_at timestamptz not null,
    moved_at timestamptz,
    confirmed_at timestamptz,
    changes integer not null default 0,
    sequence integer not null default 0,
    forgotten_at timestamptz,${person},
    check ((state = 'cancelled') = (cancelled_at is not null)),
    check (forgotten_at is not null or document_hash is not null)
  )`,
  `create unique index booking_seat_once on booking (opening_id, seat) where state in ('booked', 'checked-in', 'attended')`,
  `create unique index booking_person_once on booking (document_hash, service) where state in ('booked', 'checked-in')`,
  `create index booking_conversation on booking (conversation_id) where state = 'booked'`,
  `create index booking_contact on booking using gin (contact_hashes)`,
  `create index booking_kept on booking (opening_id) where forgotten_at is null`,

  `create table draw (
    id text primary key,
    office text not null,
    counter text not null,
    from_day text not null,
    to_day text not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    commitment text not null,
    seed text not null,
    drawn_at timestamptz,
    published jsonb
  )`,

  `create table waiting (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('list', 'draw', 'moved')),
    office text not null,
    counter text not null,
    service text not null,
    from_day text,
    to_day text,
    draw_id text references draw (id),
    ticket text unique,
    rank integer,
    state text not null default 'waiting' check (state in ('waiting', 'offered', 'booked', 'passed', 'left')),
    asked_at timestamptz not null,
    ended_at timestamptz,${person},
    check ((kind = 'draw') = (draw_id is not null))
  )`,
  `create unique index waiting_once on waiting (document_hash, service, coalesce(draw_id, '')) where state in ('waiting', 'offered')`,
  `create index waiting_order on waiting (office, counter, service, rank, asked_at, id) where state = 'waiting'`,

  `create table offer (
    id bigint generated always as identity primary key,
    waiting_id bigint not null references waiting (id) on delete cascade,
    opening_id bigint not null references opening (id),
    seat integer not null,
    made_at timestamptz not null,
    until timestamptz not null,
    state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn'))
  )`,
  `create unique index offer_seat_once on offer (opening_id, seat) where state = 'open'`,
  `create unique index offer_person_once on offer (waiting_id) where state = 'open'`,

  `create table seat (
    opening_id bigint not null references opening (id),
    number integer not null,
    hold_conversation text unique,
    hold_service text,
    hold_address text,
    hold_until timestamptz,
    offer_id bigint unique references offer (id) on delete set null,
    booking_id bigint unique references booking (id),
    blocked text,
    primary key (opening_id, number),
    check (num_nonnulls(hold_conversation, offer_id, booking_id, blocked) <= 1),
    check ((hold_conversation is null) = (hold_until is null) and (hold_conversation is null) = (hold_service is null))
  )`,
  `create index seat_hold on seat (hold_until) where hold_until is not null`,
  `create index seat_address on seat (hold_address) where hold_address is not null`,

  `create table appointment_notice (
    id bigint generated always as identity primary key,
    key text not null unique,
    kind text not null,
    booking_id bigint references booking (id) on delete cascade,
    conversation_id text,
    locale text not null check (locale in ('es', 'en')),
    email text,
    about jsonb not null,
    due_at timestamptz not null,
    urgent boolean not null default false,
    state text not null default 'pending' check (state in ('pending', 'sent', 'dropped'))
  )`,
  `create index appointment_notice_due on appointment_notice (due_at) where state = 'pending'`,
];
