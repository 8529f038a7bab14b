import { sql } from "kysely";
import { ranked, type Ranked } from "../figure.ts";
import type { Measured, Period, Query, Slice, Source } from "../types.ts";
import { during, sliced } from "../where.ts";

export const daysToAnswerMedian: Query = (source, period, slice) => daysToAnswer(0.5, source, period, slice);
export const daysToAnswerP90: Query = (source, period, slice) => daysToAnswer(0.9, source, period, slice);

/** In how many business days were cases answered: so many did not take longer (nearest rank), by kind. */
const daysToAnswer = async (rank: number, { db }: Source, period: Period, slice: Slice): Promise<Measured> => {
  const { rows } = await sql<Ranked>`
    select grouping(c.kind) = 1 as whole, c.kind as by, percentile_disc(${rank}) within group (order by c.answer_days) as value, count(*)::int as n
    from case_file c
    where c.answer_days is not null and ${during("c.answered_at", period)} and ${sliced(slice, "c")}
    group by grouping sets ((), (c.kind))`.execute(db);
  return ranked(rows);
};
