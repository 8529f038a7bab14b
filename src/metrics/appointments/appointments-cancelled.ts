import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** How many appointments were cancelled, and by whom? */
export const appointmentsCancelled: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select b.cancelled_by as by, count(*)::int as n
    from booking b
    where ${during("b.cancelled_at", period)} and ${sliced(slice, "b")}
    group by b.cancelled_by`.execute(db);
  return counted(rows);
};
