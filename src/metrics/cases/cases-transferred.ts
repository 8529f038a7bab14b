import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { onDays, sliced } from "../where.ts";

/** How many cases went to the authority that must answer them, in the days that the law gives for it or later? */
export const casesTransferred: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select case when c.transfer_late then 'late' else 'in-time' end as by, count(*)::int as n
    from case_file c
    where ${onDays("c.transferred_on", period)} and ${sliced(slice, "c")}
    group by 1`.execute(db);
  return counted(rows);
};
