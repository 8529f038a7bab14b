import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";

/** Notes of the desk on a ticket, oldest first. */
export const notes = (db: Kysely<Tables>, id: string): Promise<{ by: string; at: Date; text: string }[]> =>
  db.selectFrom("handoff_note").select(["by_name as by", "at", "text"]).where("handoff_id", "=", id).orderBy("id").execute();

/** What happened to a ticket, oldest first. */
export const history = (db: Kysely<Tables>, id: string): Promise<{ at: Date; did: string; by: string | null; to: string | null; reason: string | null }[]> =>
  db
    .selectFrom("handoff_event")
    .select(["at", "did", "by_name as by", "to_name as to", "reason"])
    .where("handoff_id", "=", id)
    .orderBy("id")
    .execute();

/** Nothing that was read becomes unread again. */
export const markRead = async (db: Kysely<Tables>, id: string, seq: number): Promise<void> => {
  await db.updateTable("handoff").set({ read_seq: seq }).where("id", "=", id).where("read_seq", "<", seq).execute();
};
