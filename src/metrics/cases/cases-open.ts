import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { openAt } from "./open-at.ts";

/** How many cases were open when the period was over, and since how many days? */
export const casesOpen: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select case when o.age <= 5 then '00-05' when o.age <= 15 then '06-15' when o.age <= 30 then '16-30' when o.age <= 60 then '31-60' else '61-' end as by,
      count(*)::int as n
    from ${openAt(period, slice)} o
    group by 1`.execute(db);
  return counted(rows);
};
