import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, endOf, sliced } from "../where.ts";

/** What had become of the cases filed in a period when it was over? */
export const casesState: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select case when c.closed_at < ${endOf(period)} then c.state else 'open' end as by, count(*)::int as n
    from case_file c
    where ${during("c.filed_at", period)} and ${sliced(slice, "c")}
    group by 1`.execute(db);
  return counted(rows);
};
