import { sql } from "kysely";
import type { Param } from "../../flow/types.ts";
import type { Institution } from "../institutions.ts";
import { dayMs, numberOf, type ReferralParts, type ReferralRow, type Trx } from "./parts.ts";

/** New: it comes for the first time. The others bring a new link. */
type Why = "new" | "reminder" | "next" | "again";

/** The link that holds for what may be done with a referral now. */
export const linkOf = ({ links, rules, now }: Pick<ReferralParts, "links" | "rules" | "now">, { id, institution, step }: ReferralRow): string =>
  links.institution({ id, institution, step, expiresAt: new Date(now().getTime() + rules.linkDays * dayMs) });

/**
 * Puts a letter with a link into the queue, together with what it tells of. It names nobody: who it is stands behind the
 * link. Nothing where letters are not sent.
 */
export const writeToInstitution = async (parts: ReferralParts, trx: Trx, row: ReferralRow, why: Why): Promise<void> => {
  const institution = parts.institutions.find(({ id }) => id === row.institution);
  if (!parts.mail || !institution?.referral || row.by_hand) return;
  const params = { number: numberOf(row.id), institution: { both: institution.name }, need: { key: `referral.need.${row.need}` }, link: linkOf(parts, row), days: parts.rules.linkDays };
  await parts.mail(trx, {
    key: letterKey(row), to: institution.referral.email,
    subject: parts.texts.text(`referral.letter.${why}.subject`, "es", params), text: letter(parts, institution, why, params),
  }, parts.now());
  await trx.updateTable("referral").set({ letters: sql<number>`letters + 1` }).where("id", "=", row.id).execute();
};

/** Under which the next letter of a referral stands in the queue. */
const letterKey = ({ id, letters }: ReferralRow): string => `referral:${id}:${letters}`;

const letter = ({ texts }: ReferralParts, { referral }: Institution, why: Why, params: Record<string, Param>): string => [
  ...(referral?.demonstration ? [texts.text("referral.letter.demonstration", "es")] : []),
  texts.text(`referral.letter.${why}.text`, "es", params), texts.text("referral.letter.foot", "es"),
].join("\n\n");
