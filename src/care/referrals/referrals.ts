import type { Kysely } from "kysely";
import type { Tables } from "../../db/tables.ts";
import type { Institution } from "../institutions.ts";
import type { Need } from "../needs.ts";
import type { Word } from "../profile.ts";
import { answer, look, lookAsPerson, nameOf, recordOutcome, tellAsPerson } from "./answering.ts";
import { referralCounts } from "./counts.ts";
import { detail, list, mark, sendAgain } from "./desk.ts";
import { numberOf, type ReferralParts, type Trx } from "./parts.ts";
import { institutionsFor, refer, refused } from "./refer.ts";
import type { NewReferral, ReferralDeed, ReferralOutcome, ReferralState } from "./types.ts";

/** What flows, the pages of links and the desk do with referrals. */
export type Referrals = ReturnType<typeof createReferrals>;

export const createReferrals = (parts: ReferralParts) => ({
  institutions: parts.institutions as readonly Institution[],
  rules: parts.rules,
  /** Whether letters go to institutions by themselves. */
  mails: parts.mail !== undefined,
  institutionsFor: (need: Need, city?: string, who?: Word<"who">) => institutionsFor(parts.institutions, need, city, who),
  refer: (trx: Trx, given: NewReferral) => refer(parts, trx, given),
  refused: (trx: Trx, conversationId: string) => refused(trx, conversationId, parts.now()),
  /** The referral of a conversation whose outcome was asked for, the oldest first. */
  unanswered: (trx: Trx, conversationId: string) => unanswered(parts, trx, conversationId),
  recordOutcome: (trx: Trx, id: string, outcome: ReferralOutcome) => recordOutcome(parts, trx, id, outcome),
  look: (token: string) => look(parts, token),
  answer: (token: string, deed: ReferralDeed) => answer(parts, token, deed),
  lookAsPerson: (token: string) => lookAsPerson(parts, token),
  tellAsPerson: (token: string, outcome: ReferralOutcome) => tellAsPerson(parts, token, outcome),
  list: (filter: { state?: ReferralState | undefined; before?: string | undefined }) => list(parts, filter),
  detail: (id: string) => detail(parts, id),
  mark: (id: string, deed: ReferralDeed, staffId: string) => mark(parts, id, deed, staffId),
  sendAgain: (id: string, staffId: string) => sendAgain(parts, id, staffId),
  counts: (range: { from?: Date; until?: Date } = {}) => referralCounts(parts.db, range),
  /** In a transaction of its own, for the desk. */
  referNow: (given: NewReferral) => parts.db.transaction().execute((trx) => refer(parts, trx, given)),
});

const unanswered = async (parts: ReferralParts, trx: Kysely<Tables>, conversationId: string) => {
  const row = await trx.selectFrom("referral").selectAll()
    .where("conversation_id", "=", conversationId).where("follow_up", "=", true).where("outcome", "is", null).orderBy("id").executeTakeFirst();
  return row && { id: row.id, number: numberOf(row.id), institution: nameOf(parts, row) };
};
