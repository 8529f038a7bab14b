import { sql } from "kysely";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/**
 * Of those whose promised minutes of open desk ended, which share had a person's reply by then? Who left before without a reply
 * is not counted: nothing was broken.
 */
export const repliedInTime: Query = async ({ db, now }, period, slice) => {
  const { rows } = await sql<Shared>`
    select h.topic as by, (count(*) filter (where h.first_reply_at <= h.due_at))::int as part, count(*)::int as whole
    from handoff h
    where ${during("h.due_at", period)} and h.due_at < ${now} and ${sliced(slice, "h")}
      and (h.first_reply_at is not null or h.closed_at is null or h.closed_at > h.due_at)
    group by h.topic`.execute(db);
  return shared(rows);
};
