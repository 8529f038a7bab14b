import { sql } from "kysely";
import { shared, type Shared } from "../figure.ts";
import type { Measured, Period, Query, Slice, Source } from "../types.ts";
import { sliced } from "../where.ts";

export const appointmentsKept: Query = (source, period, slice) => came("attended", source, period, slice);
export const appointmentsMissed: Query = (source, period, slice) => came("no-show", source, period, slice);

/** Of the appointments of which it was written down whether somebody came, which share was kept, or missed? */
const came = async (state: "attended" | "no-show", { db }: Source, { from, to }: Period, slice: Slice): Promise<Measured> => {
  const { rows } = await sql<Shared>`
    select o.office as by, (count(*) filter (where b.state = ${state}))::int as part, count(*)::int as whole
    from booking b
    join opening o on o.id = b.opening_id
    where o.day between ${from} and ${to} and b.state in ('attended', 'no-show') and not b.walk_in and ${sliced(slice, "b")}
    group by o.office`.execute(db);
  return shared(rows);
};
