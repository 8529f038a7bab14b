import { sql, type Kysely, type Selectable } from "kysely";
import type { Tables } from "../db/tables.ts";
import { numberOf } from "./number.ts";
import { given } from "./shown.ts";
import type { BookingState } from "./types.ts";

export type AgendaBooking = {
  id: string; number: string; service: string; state: BookingState; confirmed: boolean; walkIn: boolean;
  name?: string; documentEnding?: string; guardian?: string;
};

export type AgendaOpening = {
  id: string; counter: string; day: string; time: string; startsAt: Date; endsAt: Date;
  capacity: number; free: number; held: number; offered: number; blocked: number;
  bookings: AgendaBooking[];
};

export type Agenda = { office: string; from: string; to: string; openings: AgendaOpening[]; waiting: number };

/** The days of an office with who comes; bookings that were cancelled are not shown. */
export const agenda = async (db: Kysely<Tables>, { office, from, to, now }: { office: string; from: string; to: string; now: Date }): Promise<Agenda> => {
  const { rows } = await sql<Omit<AgendaOpening, "startsAt" | "endsAt" | "bookings"> & { starts_at: Date; ends_at: Date }>`
    select o.id, o.counter, o.day, o.time, o.starts_at, o.ends_at, count(s.number)::int as capacity,
      (count(*) filter (where s.hold_until > ${now}))::int as held, (count(s.offer_id))::int as offered, (count(s.blocked))::int as blocked,
      (count(s.number) filter (where s.booking_id is null and s.offer_id is null and s.blocked is null and (s.hold_until is null or s.hold_until <= ${now})))::int as free
    from opening o left join seat s on s.opening_id = o.id
    where o.office = ${office} and o.day between ${from} and ${to}
    group by o.id order by o.starts_at, o.counter`.execute(db);
  const bookings = await booked(db, office, from, to);
  const { n } = await db.selectFrom("waiting").select((e) => e.fn.countAll<string>().as("n")).where("office", "=", office).where("state", "=", "waiting").executeTakeFirstOrThrow();
  const openings = rows
    .map(({ starts_at, ends_at, ...rest }) => ({ ...rest, startsAt: starts_at, endsAt: ends_at, bookings: bookings.get(rest.id) ?? [] }))
    .filter(({ capacity, bookings: those }) => capacity > 0 || those.length > 0);
  return { office, from, to, openings, waiting: Number(n) };
};

const booked = async (db: Kysely<Tables>, office: string, from: string, to: string): Promise<Map<string, AgendaBooking[]>> => {
  const rows = await db.selectFrom("booking").innerJoin("opening", "opening.id", "booking.opening_id").selectAll("booking")
    .where("opening.office", "=", office).where("opening.day", ">=", from).where("opening.day", "<=", to)
    .where("booking.state", "!=", "cancelled").orderBy("booking.seat").orderBy("booking.id").execute();
  const byOpening = new Map<string, AgendaBooking[]>();
  for (const row of rows) byOpening.set(row.opening_id, [...(byOpening.get(row.opening_id) ?? []), shown(row)]);
  return byOpening;
};

const shown = (row: Selectable<Tables["booking"]>): AgendaBooking => ({
  id: row.id, number: numberOf(row.id), service: row.service, state: row.state, confirmed: row.confirmed_at !== null, walkIn: row.walk_in,
  ...given({ name: row.name, documentEnding: row.document_ending, guardian: row.guardian }),
});
