import { sql } from "kysely";
import type { Day } from "../../calendar.ts";
import type { Db } from "../../db/open.ts";

/** Smaller groups are not told, nor can they be reckoned from what is. */
const fewest = 5;

/**
 * What is told of an option grows only by five answers or more at a time, and only by days that are over: whoever reads the
 * results every day sees no smaller group come, and the whole is the sum of what is shown.
 */
export const tell = (db: Db, today: Day): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await trx.deleteFrom("poll_mark").where("day", "<", today).execute();
    await sql`
      insert into poll_told (poll, option, answers, until)
      select d.poll, d.option, sum(d.answers)::int, ${today}::date - 1
      from poll_day d left join poll_told t on t.poll = d.poll and t.option = d.option
      where d.day < ${today} group by d.poll, d.option, t.answers
      having sum(d.answers) - coalesce(t.answers, 0) >= ${fewest}
      on conflict (poll, option) do update set answers = excluded.answers, until = excluded.until`.execute(trx);
  });
