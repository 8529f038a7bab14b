import { sql } from "kysely";
import { counted, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { during, sliced } from "../where.ts";

/** How many people were referred, and to which institution? */
export const referrals: Query = async ({ db }, period, slice) => {
  const { rows } = await sql<Counted>`
    select r.institution as by, count(*)::int as n
    from referral r
    where ${during("r.sent_at", period)} and ${sliced(slice, "r")}
    group by r.institution`.execute(db);
  return counted(rows);
};
