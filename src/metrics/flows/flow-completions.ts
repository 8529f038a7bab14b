import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** How often was each flow brought to its end? */
export const flowCompletions: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select t.flow as by, count(*)::int as n
    from turn t
    where t.outcome = 'flow-completed' and t.flow <> 'welcome' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by t.flow`.execute(db);
  return counted(rows);
};
