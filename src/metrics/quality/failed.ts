import { sql } from "kysely";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** Which share of the messages ended in a fault of the service? */
export const failed: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Shared>`
    select t.channel as by, (count(*) filter (where t.outcome = 'failed'))::int as part, count(*)::int as whole
    from turn t
    where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by t.channel`.execute(db);
  return shared(rows);
};
