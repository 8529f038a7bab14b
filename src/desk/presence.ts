import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";

export type Presence = "available" | "away" | "offline";
export type Advisor = { id: string; name: string; locales: readonly string[]; skills: readonly string[] };

/** Who was not heard of for so long is gone, whatever they said last. */
const goneAfterMs = 60_000;

const since = (now: Date) => new Date(now.getTime() - goneAfterMs);

/** Says how somebody is there. */
export const setPresence = async (db: Kysely<Tables>, { id, name, locales, skills }: Advisor, state: Presence, now: Date): Promise<void> => {
  const row = { name, state, locales: JSON.stringify(locales), skills: JSON.stringify(skills), seen_at: now };
  await db
    .insertInto("presence")
    .values({ staff_id: id, ...row })
    .onConflict((conflict) => conflict.column("staff_id").doUpdateSet(row))
    .execute();
};

/** Their page is still open. */
export const beat = async (db: Kysely<Tables>, id: string, now: Date): Promise<void> => {
  await db.updateTable("presence").set({ seen_at: now }).where("staff_id", "=", id).execute();
};

export const presenceOf = async (db: Kysely<Tables>, id: string, now: Date): Promise<Presence> => {
  const found = await db.selectFrom("presence").select("state").where("staff_id", "=", id).where("seen_at", ">", since(now)).executeTakeFirst();
  return found?.state ?? "offline";
};

/** Whether somebody who speaks a language is available. */
export const isAttended = async (db: Kysely<Tables>, locale: string, now: Date): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from presence where state = 'available' and seen_at > ${since(now)} and locales ? ${locale} limit 1`.execute(db);
  return rows.length > 0;
};

/** Who is there, by name. */
export const allPresent = (db: Kysely<Tables>, now: Date): Promise<{ id: string; name: string; presence: Presence }[]> =>
  db
    .selectFrom("presence")
    .select(["staff_id as id", "name", "state as presence"])
    .where("state", "<>", "offline")
    .where("seen_at", ">", since(now))
    .orderBy("name")
    .execute();

/** Somebody to whom a conversation can be given: they are there, available or away. */
export const whoIsThere = async (db: Kysely<Tables>, id: string, now: Date): Promise<{ id: string; name: string } | undefined> => {
  const found = await db
    .selectFrom("presence")
    .select(["staff_id as id", "name"])
    .where("staff_id", "=", id)
    .where("state", "<>", "offline")
    .where("seen_at", ">", since(now))
    .executeTakeFirst();
  return found;
};
