import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** In how many messages did somebody tell of danger, and of which? */
export const dangerSigns: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select substr(t.outcome, 8) as by, count(*)::int as n
    from turn t
    where t.begun_by = 'citizen' and t.outcome like 'danger-%' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by t.outcome`.execute(db);
  return counted(rows);
};
