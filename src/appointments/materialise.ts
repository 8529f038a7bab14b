import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import { plan } from "./plan.ts";
import type { Office } from "./types.ts";

/**
 * Writes the openings that offices should have, with a row for each seat; what is there stays. Seats that the plan no longer
 * has go, unless somebody has them. Gives how many openings were added.
 */
export const materialise = (db: Kysely<Tables>, offices: readonly Office[], now: Date): Promise<number> => {
  const planned = JSON.stringify(plan(offices, now).map((each) => ({
    office: each.office, counter: each.counter, starts_at: each.startsAt, ends_at: each.endsAt, day: each.day, time: each.time,
    visible_from: each.visibleFrom, closes_at: each.closesAt, capacity: each.capacity,
  })));
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('appointments-materialise'))`.execute(trx);
    const { rows } = await sql<{ added: boolean }>`
      insert into opening (office, counter, starts_at, ends_at, day, time, visible_from, closes_at, capacity)
      select * from jsonb_to_recordset(${planned}::jsonb) as p (office text, counter text, starts_at timestamptz, ends_at timestamptz,
        day text, time text, visible_from timestamptz, closes_at timestamptz, capacity integer)
      on conflict (office, counter, starts_at) do update
        set ends_at = excluded.ends_at, visible_from = excluded.visible_from, closes_at = excluded.closes_at, capacity = excluded.capacity
        where (opening.ends_at, opening.visible_from, opening.closes_at, opening.capacity)
          is distinct from (excluded.ends_at, excluded.visible_from, excluded.closes_at, excluded.capacity)
      returning xmax = 0 as added`.execute(trx);
    await sql`
      update opening set capacity = 0 where starts_at > ${now} and capacity > 0 and not exists (
        select from jsonb_to_recordset(${planned}::jsonb) as p (office text, counter text, starts_at timestamptz)
        where (p.office, p.counter, p.starts_at) = (opening.office, opening.counter, opening.starts_at))`.execute(trx);
    await sql`
      insert into seat (opening_id, number)
      select id, number from opening cross join lateral generate_series(1, capacity) number where starts_at > ${now}
      on conflict do nothing`.execute(trx);
    await sql`
      delete from seat using opening where id = opening_id and starts_at > ${now} and number > capacity
        and booking_id is null and offer_id is null and hold_conversation is null and blocked is null`.execute(trx);
    const added = rows.filter((row) => row.added).length;
    // The embedded database never does this by itself, and without it asks for free openings three times as slowly.
    if (added > 0) await sql`analyze opening, seat`.execute(trx);
    return added;
  });
};
