import type { Kysely } from "kysely";
import type { Tables } from "../../db/tables.ts";
import type { ReferralOutcome, ReferralState } from "./types.ts";

/** How many referrals of an institution and a need stand where, and what people said of them; `outcome` is null while nobody said. */
export type ReferralCount = { institution: string; need: string; state: ReferralState; outcome: ReferralOutcome | null; count: number };

/** Counts by institution, need, state and outcome of what was sent from an instant up to another, for the accounts. */
export const referralCounts = async (db: Kysely<Tables>, { from, until }: { from?: Date; until?: Date } = {}): Promise<ReferralCount[]> => {
  let query = db.selectFrom("referral")
    .select(["institution", "need", "state", "outcome"]).select(({ fn }) => fn.countAll<string>().as("count"))
    .groupBy(["institution", "need", "state", "outcome"]).orderBy("institution").orderBy("need").orderBy("state").orderBy("outcome");
  if (from) query = query.where("sent_at", ">=", from);
  if (until) query = query.where("sent_at", "<", until);
  return (await query.execute()).map((row) => ({ ...row, count: Number(row.count) }));
};
