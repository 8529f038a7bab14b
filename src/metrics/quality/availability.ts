import { sql } from "kysely";
import { share } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, endOf } from "../where.ts";

/** In which share of the minutes did the service serve? Counted from the first hour ever, until now. */
export const availability: Query = async ({ db, now }, period) => {
  const { rows: [minutes] } = await sql<{ served: number; whole: number }>`
    select coalesce(sum(b.minutes) filter (where ${during("b.hour", period)}), 0)::int as served,
      greatest(0, floor(extract(epoch from least(${now}::timestamptz, ${endOf(period)})
        - greatest(coalesce(min(b.hour), ${now}::timestamptz), ${period.from}::date::timestamp at time zone 'America/Bogota')) / 60))::int as whole
    from heartbeat b`.execute(db);
  return share(minutes!.served, minutes!.whole);
};
