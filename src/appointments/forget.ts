import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Rules } from "./types.ts";

/** Who came, and how to reach them, goes when the retention ends; that there was an appointment, and how it ended, stays. */
export const forget = async (db: Kysely<Tables>, { retentionDays }: Rules, now: Date): Promise<number> => {
  const before = new Date(now.getTime() - retentionDays * 86_400_000);
  const { rows } = await sql`
    update booking b set forgotten_at = ${now}, document_hash = null, document_ending = null, contact_hashes = '{}', name = null, email = null,
      phone = null, guardian = null, guardian_ending = null, conversation_id = null, code_hash = null
    from opening o where o.id = b.opening_id and b.forgotten_at is null and o.ends_at < ${before}
      and b.state not in ('booked', 'checked-in')
    returning b.id`.execute(db);
  await db.deleteFrom("waiting").where("state", "in", ["booked", "passed", "left"]).where("ended_at", "<", before).execute();
  await db.deleteFrom("waiting").where("to_day", "<", before.toISOString().slice(0, 10)).where("state", "=", "waiting").execute();
  await db.deleteFrom("appointment_notice").where("state", "!=", "pending").where("due_at", "<", before).execute();
  return rows.length;
};
