import { sql } from "kysely";
import { shared, type Shared } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** Of the people who told how their referral went, which share was helped, wholly or partly? */
export const referralOutcome: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Shared>`
    select r.institution as by, (count(*) filter (where r.outcome in ('helped', 'partly')))::int as part, count(*)::int as whole
    from referral r
    where ${during("r.outcome_at", period)} and ${sliced(slice, "r")}
    group by r.institution`.execute(db);
  return shared(rows);
};
