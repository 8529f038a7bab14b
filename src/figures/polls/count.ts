import { randomBytes } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Day } from "../../calendar.ts";
import type { Db } from "../../db/open.ts";
import type { Tables } from "../../db/tables.ts";

type Given = { poll: string; option: string; who: string; day: Day };

/**
 * Counts an answer unless the same asked already today; says whether it did. The mark is a hash under the salt of the day, other than
 * those that count people, and stands beside no answer: it says that somebody answered, not what.
 */
export const count = (db: Db, { poll, option, who, day }: Given): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    await trx.insertInto("people_salt").values({ day, salt: randomBytes(32).toString("hex") }).onConflict((conflict) => conflict.doNothing()).execute();
    if (!(await mark(trx, day, `poll:${poll}:${who}`))) return false;
    await trx.insertInto("poll_day").values({ poll, option, day, answers: 1 })
      .onConflict((conflict) => conflict.columns(["poll", "option", "day"]).doUpdateSet({ answers: sql<number>`poll_day.answers + 1` })).execute();
    return true;
  });

/** False when the mark stands there. */
const mark = async (trx: Transaction<Tables>, day: Day, who: string): Promise<boolean> => {
  const { rows } = await sql`
    insert into poll_mark (day, mark)
    select ${day}, encode(sha256(convert_to(salt || ${who}, 'UTF8')), 'hex') from people_salt where day = ${day}
    on conflict do nothing returning mark`.execute(trx);
  return rows.length > 0;
};
