import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { sliced } from "../where.ts";

/** How many appointments stood for these days, cancelled ones and comers without appointment left out? */
export const appointmentsTaken: Query = async ({ db }, { from, to }, slice) => {
  const { rows } = await sql<Counted>`
    select o.office as by, count(*)::int as n
    from booking b
    join opening o on o.id = b.opening_id
    where o.day between ${from} and ${to} and b.state <> 'cancelled' and not b.walk_in and ${sliced(slice, "b")}
    group by o.office`.execute(db);
  return counted(rows);
};
