import { sql } from "kysely";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { onDays } from "../where.ts";

/** How often, looked at once a day, had a counter no free opening at all? */
export const noOpening: Query = async ({ db }, period) => {
  const { rows } = await sql<Shared>`
    select o.office || ' ' || o.counter as by, (count(*) filter (where o.days is null))::int as part, count(*)::int as whole
    from next_opening o
    where ${onDays("o.day", period)}
    group by 1`.execute(db);
  return shared(rows);
};
