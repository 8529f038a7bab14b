import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { onDays, sliced } from "../where.ts";

/** How many people wrote, counted anew each day? Days that are closed have a count, the others still their marks. */
export const people: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select p.day::text as by, sum(p.people)::int as n
    from (
      select day, channel, locale, people from people_day
      union all
      select day, channel, locale, 1 as people from people_mark
    ) p
    where ${onDays("p.day", period)} and ${sliced(slice, "p")}
    group by p.day`.execute(db);
  return counted(rows);
};
