import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Rules } from "./types.ts";

const dayMs = 86_400_000;

/**
 * Writes the reminders that are due, each once a booking and time: also after a pause of the service only the one that
 * still fits. Who booked later than that needs none. Gives how many.
 */
export const remind = async (db: Kysely<Tables>, { reminderDays }: Rules, now: Date): Promise<number> => {
  const days = reminderDays.toSorted((a, b) => a - b);
  let written = 0;
  for (const [i, day] of days.entries()) {
    const [nearest, farthest] = [new Date(now.getTime() + (days[i - 1] ?? 0) * dayMs), new Date(now.getTime() + day * dayMs)];
    const { rows } = await sql`
      insert into appointment_notice (key, kind, booking_id, conversation_id, locale, email, about, due_at)
      select 'reminder:' || b.id || ':' || o.id || ':' || ${day}::int, 'reminder', b.id, b.conversation_id, b.locale, b.email,
        jsonb_build_object('office', o.office, 'day', o.day, 'time', o.time, 'service', b.service), ${now}
      from booking b join opening o on o.id = b.opening_id
      where b.state = 'booked' and o.starts_at > ${nearest} and o.starts_at <= ${farthest}
        and coalesce(b.moved_at, b.booked_at) <= o.starts_at - make_interval(days => ${day}::int)
      on conflict (key) do nothing returning id`.execute(db);
    written += rows.length;
  }
  return written;
};
