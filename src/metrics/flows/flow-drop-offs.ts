import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** At which step were flows cancelled, or left in silence? */
export const flowDropOffs: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select t.flow || ' ' || coalesce(t.step, '-') as by, count(*)::int as n
    from turn t
    where t.outcome in ('flow-abandoned', 'repaired-cancel') and t.flow <> 'welcome' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by 1`.execute(db);
  return counted(rows);
};
