import { sql } from "kysely";
import { ranked, type Ranked } from "../figure.ts";
import type { Query } from "../types.ts";
import { onDays } from "../where.ts";

/** How many days away was the next free opening, as it stood once a day: half the time no further? Counters without one are left out. */
export const daysToOpening: Query = async ({ db }, period) => {
  const { rows } = await sql<Ranked>`
    select grouping(o.office) = 1 as whole, o.office || ' ' || o.counter as by, percentile_disc(0.5) within group (order by o.days) as value, count(*)::int as n
    from next_opening o
    where o.days is not null and ${onDays("o.day", period)}
    group by grouping sets ((), (o.office, o.counter))`.execute(db);
  return ranked(rows);
};
