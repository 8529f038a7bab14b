import { sql } from "kysely";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** Of the flows that were left one way or another, which share was brought to its end? */
export const flowCompletion: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Shared>`
    select t.flow as by, (count(*) filter (where t.outcome = 'flow-completed'))::int as part, count(*)::int as whole
    from turn t
    where t.outcome in ('flow-completed', 'flow-abandoned', 'repaired-cancel', 'handed-off-flow') and t.flow <> 'welcome'
      and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by t.flow`.execute(db);
  return shared(rows);
};
