import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** At which hour of Bogotá do people write? Hours without a message have no row. */
export const turnsByHour: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select to_char(t.at at time zone 'America/Bogota', 'HH24') as by, count(*)::int as n
    from turn t
    where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by 1`.execute(db);
  return counted(rows);
};
