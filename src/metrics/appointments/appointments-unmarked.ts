import { sql } from "kysely";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { sliced } from "../where.ts";

/** Of the appointments that are over, of which share did nobody write down whether somebody came? */
export const appointmentsUnmarked: Query = async ({ db }, { from, to }, slice) => {
  const { rows } = await sql<Shared>`
    select o.office as by, (count(*) filter (where b.state = 'unmarked'))::int as part, count(*)::int as whole
    from booking b
    join opening o on o.id = b.opening_id
    where o.day between ${from} and ${to} and b.state in ('attended', 'no-show', 'unmarked') and not b.walk_in and ${sliced(slice, "b")}
    group by o.office`.execute(db);
  return shared(rows);
};
