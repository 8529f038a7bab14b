import { sql } from "kysely";
import type { Db } from "./open.ts";

/** One time the language model was switched, and why. */
export type ModelSwitch = { at: Date; enabled: boolean; by: string; reason: string };

/** Switches the model on or off for every replica, within two seconds. Throws when nobody or no reason is named. */
export const setModel = async (db: Db, { at, enabled, by, reason }: ModelSwitch): Promise<void> => {
  const named = { by: by.trim(), reason: reason.trim() };
  if (named.by === "" || named.reason === "") throw new Error("model switch: who did it (by) and why (reason) must be named");
  await db.insertInto("model_switch").values({ at, enabled, ...named }).execute();
};

/** Whether the model may be used: on until somebody switched it off. */
export const isModelOn = async (db: Db): Promise<boolean> => {
  const last = await db.selectFrom("model_switch").select("enabled").orderBy("id", "desc").limit(1).executeTakeFirst();
  return last?.enabled ?? true;
};

/** All switches, the newest first. */
export const modelLog = (db: Db): Promise<ModelSwitch[]> =>
  db.selectFrom("model_switch").select(["at", "enabled", "by", "reason"]).orderBy("id", "desc").execute();

/** Takes tokens out of a day's budget, on all replicas together; false, and takes none, where it does not reach. */
export const reserveTokens = async (db: Db, day: string, tokens: number, budget: number): Promise<boolean> => {
  if (tokens > budget) return false;
  const { rows } = await sql`
    insert into model_use (day, tokens) values (${day}, ${tokens})
    on conflict (day) do update set tokens = model_use.tokens + excluded.tokens
      where model_use.tokens + excluded.tokens <= ${budget}
    returning tokens`.execute(db);
  return rows.length > 0;
};

/** Gives tokens back that were taken and not used; with less than none, takes what was used in excess. */
export const giveBackTokens = async (db: Db, day: string, tokens: number): Promise<void> => {
  await sql`update model_use set tokens = greatest(0, tokens - ${tokens}) where day = ${day}`.execute(db);
};
