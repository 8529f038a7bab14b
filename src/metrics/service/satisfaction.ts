import { sql } from "kysely";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** How do people rate the attention, from 1 to 5? Rows: how often each score was given. */
export const satisfaction: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<{ score: number; n: number }>`
    select r.score, count(*)::int as n
    from rating r
    where ${during("r.at", period)} and ${sliced(slice, "r")}
    group by r.score`.execute(db);
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const points = rows.reduce((sum, row) => sum + row.score * row.n, 0);
  return { value: n === 0 ? null : points / n, n, rows: rows.map((row) => ({ by: String(row.score), value: row.n, n: row.n })) };
};
