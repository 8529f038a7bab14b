import { sql } from "kysely";
import { createAppointments } from "../../../src/appointments/appointments.ts";
import type { Db } from "../../../src/db/open.ts";
import { counter, office, rules } from "../stage-data.ts";

export type Outcome = "booked" | "has-one" | "none";

/** How somebody tries to get one of the openings, as a program with its own connection would. */
export type Way = {
  prepare: (db: Db, openings: number) => Promise<void>;
  attempt: (db: Db, person: number, now: Date) => Promise<Outcome>;
};

const appointments = createAppointments({
  offices: [office({ counters: [counter()] })], rules: { ...rules, cancellations: 50 }, key: "k", allow: () => Promise.resolve(true),
});

/** The house's own functions: look, hold, book; each a transaction, as in two turns of a conversation. */
const ours: Way = {
  prepare: async (db, openings) => {
    await sql`
      insert into opening (office, counter, starts_at, ends_at, day, time, visible_from, closes_at, capacity)
      select 'north', 'documents', at, at + interval '1 minute', '2026-03-02', to_char(at at time zone 'America/Bogota', 'HH24:MI'), '2026-01-01', at, 1
      from generate_series(0, ${openings - 1}::int) n cross join lateral (select '2026-03-02 13:00Z'::timestamptz + make_interval(mins => n) as at) t`.execute(db);
    await sql`insert into seat (opening_id, number) select id, 1 from opening`.execute(db);
  },
  attempt: async (db, who, now) => {
    const reach = { conversationId: `c${who}`, channel: "web", locale: "es" as const };
    const person = { document: `CC ${100_000 + who}`, name: "Ana" };
    for (;;) {
      const free = await appointments.openings(db, { service: "ppt", now, limit: 30 });
      const opening = free[Math.floor(Math.random() * free.length)];
      if (!opening) return "none";
      const held = await db.transaction().execute((trx) => appointments.hold(trx, { opening: opening.id, service: "ppt", conversationId: reach.conversationId, now }));
      if (held.status !== "held") continue;
      const result = await db.transaction().execute((trx) => appointments.book(trx, { person, reach, now }));
      if (result.status === "booked") return "booked";
      await db.transaction().execute((trx) => appointments.letGo(trx, reach.conversationId));
      if (result.status === "already-booked") return "has-one";
    }
  },
};

/** As many booking systems do it: look whether it is free, then save. Its rows stand in the same tables, without their constraints. */
const checkThenSave: Way = {
  prepare: async (db, openings) => {
    await ours.prepare(db, openings);
    await sql`drop index booking_seat_once`.execute(db);
    await sql`drop index booking_person_once`.execute(db);
  },
  attempt: async (db, who, now) => {
    const hash = `person-${who}`;
    for (;;) {
      const { rows: mine } = await sql`select from booking where document_hash = ${hash}`.execute(db);
      if (mine.length > 0) return "has-one";
      const { rows: free } = await sql<{ id: string }>`
        select id from opening o where not exists (select from booking b where b.opening_id = o.id) order by starts_at limit 30`.execute(db);
      const opening = free[Math.floor(Math.random() * free.length)];
      if (!opening) return "none";
      const { rows: taken } = await sql`select from booking where opening_id = ${opening.id}`.execute(db);
      if (taken.length > 0) continue;
      await sql`
        insert into booking (uid, opening_id, seat, service, booked_at, document_hash, locale)
        values (gen_random_uuid(), ${opening.id}, 1, 'ppt', ${now}, ${hash}, 'es')`.execute(db);
      return "booked";
    }
  },
};

export const ways: Record<string, Way> = { ours, "check-then-save": checkThenSave };
