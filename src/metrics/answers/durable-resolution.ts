import { sql } from "kysely";
import { addDays } from "../../calendar.ts";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { dayAt, during, sliced } from "../where.ts";
import { forPerson } from "./for-person.ts";

const days = 7;

/**
 * Of what was answered or done about a topic in a conversation on a day, which share lasted: within seven days the same
 * conversation did not come back to the topic, nor asked for a person? It is counted on the seventh day, when it is known.
 */
export const durableResolution: Query = async ({ db }, { from, to }, slice) => {
  const { rows } = await sql<Shared>`
    select s.topic as by, (count(*) filter (where not exists (
        select from turn later
        where later.conversation_id = s.conversation_id and later.begun_by = 'citizen' and ${dayAt("later.at")} <= s.day + ${days}::int
          and (later.topic = s.topic and ${dayAt("later.at")} > s.day or ${forPerson("later.outcome")} and ${dayAt("later.at")} >= s.day)
      )))::int as part, count(*)::int as whole
    from (
      select distinct t.conversation_id, t.topic, ${dayAt("t.at")} as day
      from turn t
      where t.begun_by = 'citizen' and t.topic is not null and ${sliced(slice, "t")}
        and (t.outcome in ('answered', 'answered-disambiguated', 'repaired-digression') or t.outcome = 'flow-completed' and t.flow <> 'welcome')
        and ${during("t.at", { from: addDays(from, -days), to: addDays(to, -days) })}
    ) s
    group by s.topic`.execute(db);
  return shared(rows);
};
