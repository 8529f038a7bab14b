import { sql, type Kysely } from "kysely";
import { dayOf } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";

/**
 * Writes down, once a day, how many days each counter's next free opening is away; null where it has none. Counters are those
 * with an opening within a month before or at any time after now.
 */
export const noteOpenings = async (db: Kysely<Tables>, now: Date): Promise<void> => {
  const day = dayOf(now);
  const noted = await db.selectFrom("next_opening").select("office").where("day", "=", day).limit(1).executeTakeFirst();
  if (noted) return;
  await sql`
    insert into next_opening (day, office, counter, days)
    select ${day}, o.office, o.counter, min(o.day::date - ${day}::date) filter (where o.visible_from <= ${now} and o.closes_at > ${now} and exists (
      select from seat s where s.opening_id = o.id and s.booking_id is null and s.offer_id is null and s.blocked is null
        and (s.hold_until is null or s.hold_until <= ${now})))
    from opening o where o.starts_at > ${now}::timestamptz - interval '30 days'
    group by o.office, o.counter
    on conflict do nothing`.execute(db);
};
