import { writeToInstitution } from "./letters.ts";
import type { ReferralParts, ReferralRow, Trx } from "./parts.ts";
import { happened, notify } from "./refer.ts";
import type { ReferralDeed, ReferralState } from "./types.ts";

/** What can follow each state. Who was not reached may still come. */
export const nextOf: Record<ReferralState, readonly ReferralState[]> = {
  sent: ["accepted", "attended", "not-reached", "closed"],
  accepted: ["attended", "not-reached", "closed"],
  "not-reached": ["attended", "closed"],
  attended: ["closed"],
  closed: [],
};

type By = { kind: "institution" } | { kind: "staff"; id: string } | { kind: "clock" };

/**
 * Changes the state of a referral that is locked; undefined when that cannot follow. The link of before is used up, the
 * institution gets a new one by letter, and the person is told.
 */
export const change = async (parts: ReferralParts, trx: Trx, row: ReferralRow, deed: ReferralDeed, by: By): Promise<ReferralRow | undefined> => {
  if (!nextOf[row.state].includes(deed.to)) return undefined;
  const now = parts.now();
  const closedAs = deed.to === "closed" ? deed.as : null;
  const after = await trx.updateTable("referral")
    .set({ state: deed.to, closed_as: closedAs, step: row.step + 1, changed_at: now })
    .where("id", "=", row.id).returningAll().executeTakeFirstOrThrow();
  await happened(trx, row.id, closedAs ?? deed.to, by.kind, now, by.kind === "staff" ? by.id : undefined);
  const told = toTell(deed);
  if (told) await notify(trx, row.id, told, now, `${told}:${after.step}`);
  if (deed.to !== "closed" && by.kind === "institution") await writeToInstitution(parts, trx, after, "next");
  return after;
};

/** Who was attended was there, and knows. */
const toTell = (deed: ReferralDeed): string | undefined => {
  if (deed.to === "closed") return deed.as === "cannot-help" || deed.as === "no-answer" ? deed.as : undefined;
  return deed.to === "attended" ? undefined : deed.to;
};

/** A referral, locked until the transaction ends. */
export const locked = (trx: Trx, id: string): Promise<ReferralRow | undefined> =>
  trx.selectFrom("referral").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
