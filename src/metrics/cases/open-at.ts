import { sql, type RawBuilder } from "kysely";
import type { Period, Slice } from "../types.ts";
import { dayAt, endOf, sliced } from "../where.ts";

/** Cases that were open when a period was over, each with its age in days of the calendar. */
export const openAt = (period: Period, slice: Slice): RawBuilder<unknown> => sql`(
  select ${period.to}::date - ${dayAt("c.filed_at")} as age
  from case_file c
  where c.filed_at < ${endOf(period)} and (c.closed_at is null or c.closed_at >= ${endOf(period)}) and ${sliced(slice, "c")})`;
