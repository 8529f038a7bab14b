import { sql } from "kysely";
import { ofWhole, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";
import { forPerson } from "./for-person.ts";

/** Which share of the conversations asked for a person, and why the first time? */
export const handedOff: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select c.reason as by, count(*)::int as n
    from (
      select distinct on (t.conversation_id) case when ${forPerson("t.outcome")} then t.outcome else '' end as reason
      from turn t
      where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")}
      order by t.conversation_id, ${forPerson("t.outcome")} desc, t.at, t.id
    ) c
    group by c.reason`.execute(db);
  return ofWhole(rows.filter(({ by }) => by !== ""), rows.reduce((sum, { n }) => sum + n, 0));
};
