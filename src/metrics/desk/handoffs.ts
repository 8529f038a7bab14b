import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** How often was a person asked for, and why? */
export const handoffs: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select h.reason as by, count(*)::int as n
    from handoff h
    where ${during("h.asked_at", period)} and ${sliced(slice, "h")}
    group by h.reason`.execute(db);
  return counted(rows);
};
