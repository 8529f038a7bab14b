import { sql } from "kysely";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";
import { forPerson } from "./for-person.ts";

/** Of the conversations in which something was asked for, which share needed no person? */
export const containment: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Shared>`
    select c.channel as by, (count(*) filter (where not c.handed_off))::int as part, count(*)::int as whole
    from (
      select t.channel, bool_or(${forPerson("t.outcome")}) as handed_off
      from turn t
      where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")}
        and (t.outcome like 'answered%' or t.outcome like 'unanswered-%' or t.outcome like 'refused-%' or t.outcome = 'repaired-digression'
          or ${forPerson("t.outcome")} or (t.began_flow and t.flow <> 'welcome'))
      group by t.channel, t.conversation_id
    ) c
    group by c.channel`.execute(db);
  return shared(rows);
};
