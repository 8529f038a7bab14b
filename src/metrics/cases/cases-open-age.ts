import { sql } from "kysely";
import type { Measured, Query } from "../types.ts";
import { openAt } from "./open-at.ts";

/** How old, in days, were the cases that were open when the period was over: half were no older? */
export const casesOpenAge: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Measured>`
    select percentile_disc(0.5) within group (order by o.age) as value, count(*)::int as n
    from ${openAt(period, slice)} o`.execute(db);
  return rows[0]!;
};
