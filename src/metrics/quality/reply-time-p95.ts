import { sql } from "kysely";
import { ranked, type Ranked } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** In how many milliseconds was a reply ready: 95 in 100 took no longer (nearest rank)? */
export const replyTimeP95: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Ranked>`
    select grouping(t.channel) = 1 as whole, t.channel as by, percentile_disc(0.95) within group (order by t.ms) as value, count(*)::int as n
    from turn t
    where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by grouping sets ((), (t.channel))`.execute(db);
  return ranked(rows);
};
