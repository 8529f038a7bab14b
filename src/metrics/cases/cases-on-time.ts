import { sql } from "kysely";
import { dayOf } from "../../calendar.ts";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { dayAt, onDays, sliced } from "../where.ts";

/**
 * Of the cases whose deadline fell in the period, which share was answered by then? Those that were transferred, withdrawn or
 * filed away have no answer that could be late; one that is due today and open is not late yet.
 */
export const casesOnTime: Query = async ({ db, now }, period, slice) => {
  const { rows } = await sql<Shared>`
    select c.kind as by, (count(*) filter (where ${dayAt("c.answered_at")} <= c.due_on))::int as part, count(*)::int as whole
    from case_file c
    where ${onDays("c.due_on", period)} and (c.closed_at is null or c.state = 'answered')
      and (c.closed_at is not null or c.due_on < ${dayOf(now)}::date) and ${sliced(slice, "c")}
    group by c.kind`.execute(db);
  return shared(rows);
};
