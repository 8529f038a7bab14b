import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** How many cases were filed, of which kind? */
export const casesFiled: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select c.kind as by, count(*)::int as n
    from case_file c
    where ${during("c.filed_at", period)} and ${sliced(slice, "c")}
    group by c.kind`.execute(db);
  return counted(rows);
};
