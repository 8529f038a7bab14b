import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";

/** How many places were there for appointments, by the office's own days? Those that the office blocked are none. */
export const appointmentsOffered: Query = async ({ db }, { from, to }) => {
  const { rows } = await sql<Counted>`
    select o.office as by, count(*)::int as n
    from opening o
    join seat s on s.opening_id = o.id
    where o.day between ${from} and ${to} and s.number <= o.capacity and s.blocked is null
    group by o.office`.execute(db);
  return counted(rows);
};
