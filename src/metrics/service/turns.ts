import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** How many messages did people send, by channel? */
export const turns: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select t.channel as by, count(*)::int as n
    from turn t
    where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by t.channel`.execute(db);
  return counted(rows);
};
