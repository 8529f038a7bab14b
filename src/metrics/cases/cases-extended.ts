import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** Of how many cases was the term extended? */
export const casesExtended: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select c.kind as by, count(distinct c.id)::int as n
    from case_event e
    join case_file c on c.id = e.case_id
    where e.did = 'extended' and ${during("e.at", period)} and ${sliced(slice, "c")}
    group by c.kind`.execute(db);
  return counted(rows);
};
