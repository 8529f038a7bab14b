import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** What do people write about? Only messages whose topic is known. */
export const topics: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select t.topic as by, count(*)::int as n
    from turn t
    where t.begun_by = 'citizen' and t.topic is not null and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by t.topic`.execute(db);
  return counted(rows);
};
