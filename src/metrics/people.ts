import { randomBytes } from "node:crypto";
import { sql, type Kysely, type Transaction } from "kysely";
import { dayOf, type Day } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";

/**
 * Counts whoever wrote, once a day, in the turn's own transaction. The mark is a hash under a salt that lives for that day
 * only: nobody can be followed from one day to the next, nor found again once the day is over.
 */
export const markPerson = async (trx: Transaction<Tables>, who: { conversationId: string; channel: string; locale: Locale }, now: Date): Promise<void> => {
  const day = dayOf(now);
  if (await mark(trx, day, who)) return;
  await trx.insertInto("people_salt").values({ day, salt: randomBytes(32).toString("hex") }).onConflict((conflict) => conflict.doNothing()).execute();
  await mark(trx, day, who);
};

/** False when the day has no salt yet. */
const mark = async (trx: Transaction<Tables>, day: Day, { conversationId, channel, locale }: { conversationId: string; channel: string; locale: Locale }): Promise<boolean> => {
  const { rows } = await sql`
    with today as (select salt from people_salt where day = ${day}), marked as (
      insert into people_mark (day, mark, channel, locale)
      select ${day}, encode(sha256(convert_to(salt || ${conversationId}, 'UTF8')), 'hex'), ${channel}, ${locale} from today
      on conflict do nothing)
    select from today`.execute(trx);
  return rows.length > 0;
};

/** Leaves of the days before today only how many there were; their salts and marks are gone. */
export const closeDays = async (db: Kysely<Tables>, today: Day): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    await sql`
      with gone as (delete from people_mark where day < ${today} returning day, channel, locale)
      insert into people_day (day, channel, locale, people) select day, channel, locale, count(*) from gone group by day, channel, locale
      on conflict (day, channel, locale) do update set people = people_day.people + excluded.people`.execute(trx);
    await trx.deleteFrom("people_salt").where("day", "<", today).execute();
  });
};
