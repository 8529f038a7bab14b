import { sql, type Kysely, type Selectable } from "kysely";
import type { Tables } from "../db/tables.ts";

export type CallbackState = Tables["callback"]["state"];

export type CallbackShown = {
  id: string; askedAt: Date; channel: string; locale: string; topic: string; how: string;
  /** Where to reach the citizen; on Telegram the conversation itself is the way. */
  to: string;
  question: string; state: CallbackState; tries: number; conversationId: string;
};

/** Who asked to be reached, those still open first, then the oldest. */
export const callbacks = async (db: Kysely<Tables>): Promise<CallbackShown[]> => {
  const rows = await db
    .selectFrom("callback")
    .selectAll()
    .select((e) => e.selectFrom("callback_try").whereRef("callback_id", "=", "callback.id").select(e.fn.countAll<string>().as("count")).as("tries"))
    .orderBy((e) => e.case().when("state", "=", "contacted").then(1).else(0).end())
    .orderBy("asked_at")
    .limit(500)
    .execute();
  return rows.map(shown);
};

/** Notes a try to reach somebody; false when there is no such callback. */
export const triedCallback = (
  db: Kysely<Tables>,
  id: string,
  { by, state, note, now }: { by: { id: string; name: string }; state: "contacted" | "not-reached"; note?: string; now: Date },
): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const found = await trx.updateTable("callback").set({ state }).where("id", "=", id).returning("id").executeTakeFirst();
    if (!found) return false;
    await trx.insertInto("callback_try").values({ callback_id: id, at: now, by_id: by.id, by_name: by.name, state, note: note ?? null }).execute();
    return true;
  });

/** Forgets who was asked for, and tried, last before an instant, whatever came of it. */
export const forgetCallbacks = async (db: Kysely<Tables>, before: Date): Promise<void> => {
  await sql`
    delete from callback where asked_at < ${before}
      and not exists (select 1 from callback_try t where t.callback_id = callback.id and t.at >= ${before})`.execute(db);
};

const shown = (row: Selectable<Tables["callback"]> & { tries: string | null }): CallbackShown => ({
  id: row.id, askedAt: row.asked_at, channel: row.channel, locale: row.locale, topic: row.topic, how: row.how,
  to: row.reach ?? "", question: row.question ?? "", state: row.state, tries: Number(row.tries ?? 0), conversationId: row.conversation_id,
});
