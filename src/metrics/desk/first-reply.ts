import { sql } from "kysely";
import { ranked, type Ranked } from "../figure.ts";
import type { Measured, Period, Query, Slice, Source } from "../types.ts";
import { during, sliced } from "../where.ts";

export const firstReplyMedian: Query = (source, period, slice) => firstReply(0.5, source, period, slice);
export const firstReplyP90: Query = (source, period, slice) => firstReply(0.9, source, period, slice);

/** How many minutes of open desk until a person first replied: so many did not wait longer (nearest rank), by topic. */
const firstReply = async (rank: number, { db }: Source, period: Period, slice: Slice): Promise<Measured> => {
  const { rows } = await sql<Ranked>`
    select grouping(h.topic) = 1 as whole, h.topic as by, percentile_disc(${rank}) within group (order by h.first_reply_minutes) as value, count(*)::int as n
    from handoff h
    where h.first_reply_minutes is not null and ${during("h.first_reply_at", period)} and ${sliced(slice, "h")}
    group by grouping sets ((), (h.topic))`.execute(db);
  return ranked(rows);
};
