import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** In which language were messages answered? */
export const turnsByLanguage: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select t.locale as by, count(*)::int as n
    from turn t
    where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by t.locale`.execute(db);
  return counted(rows);
};
