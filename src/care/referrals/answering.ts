import type { Institution } from "../institutions.ts";
import { change, locked, nextOf } from "./deeds.ts";
import { linkOf } from "./letters.ts";
import { numberOf, type ReferralParts, type ReferralRow } from "./parts.ts";
import { happened } from "./refer.ts";
import type { ReferralDeed, ReferralOutcome, ReferralState, Shared } from "./types.ts";

/** Why a link does nothing: made up or changed, too old, or used for the state that it was for. */
export type LinkFault = "unknown" | "expired" | "used";

/** What an institution sees behind its link. */
export type ForInstitution = {
  number: string;
  institution: Institution["name"];
  demonstration: boolean;
  need: string;
  state: ReferralState;
  sentAt: Date;
  shared: Shared;
  next: readonly ReferralState[];
};

/** Looks at a referral, and changes nothing. */
export const look = async (parts: ReferralParts, token: string): Promise<ForInstitution | { fault: LinkFault }> => {
  const link = readLink(parts, token);
  if ("fault" in link) return link;
  const row = await parts.db.selectFrom("referral").selectAll().where("id", "=", link.id).executeTakeFirst();
  const fault = faultOf(row, link);
  return fault ? { fault } : shown(parts, row!);
};

/** Does what the link is for, once; gives the link for what may follow, which is undefined when nothing may. */
export const answer = async (parts: ReferralParts, token: string, deed: ReferralDeed): Promise<{ link?: string } | { fault: LinkFault }> => {
  const link = readLink(parts, token);
  if ("fault" in link) return link;
  return parts.db.transaction().execute(async (trx) => {
    const row = await locked(trx, link.id);
    const fault = faultOf(row, link);
    if (fault) return { fault };
    const after = await change(parts, trx, row!, deed, { kind: "institution" });
    if (!after) return { fault: "used" as const };
    return after.state === "closed" ? {} : { link: linkOf(parts, after) };
  });
};

/** Looks at what a person may say how it went. */
export const lookAsPerson = async (parts: ReferralParts, token: string): Promise<{ number: string; institution: Institution["name"] } | { fault: LinkFault }> => {
  const link = parts.links.readPerson(token);
  if (!link) return { fault: "unknown" };
  if (link.expiresAt <= parts.now()) return { fault: "expired" };
  const row = await parts.db.selectFrom("referral").selectAll().where("id", "=", link.id).executeTakeFirst();
  if (!row) return { fault: "unknown" };
  return row.outcome ? { fault: "used" } : { number: numberOf(row.id), institution: nameOf(parts, row) };
};

/** Writes down, once, what a person says how it went. */
export const tellAsPerson = async (parts: ReferralParts, token: string, outcome: ReferralOutcome): Promise<{ done: true } | { fault: LinkFault }> => {
  const looked = await lookAsPerson(parts, token);
  if ("fault" in looked) return looked;
  const { id } = parts.links.readPerson(token)!;
  return parts.db.transaction().execute(async (trx) => ((await recordOutcome(parts, trx, id, outcome)) ? { done: true as const } : { fault: "used" as const }));
};

/** False when it was said before. */
export const recordOutcome = async ({ now }: Pick<ReferralParts, "now">, trx: Parameters<typeof locked>[0], id: string, outcome: ReferralOutcome): Promise<boolean> => {
  const done = await trx.updateTable("referral").set({ outcome, outcome_at: now() }).where("id", "=", id).where("outcome", "is", null).returning("id").executeTakeFirst();
  if (done) await happened(trx, id, `outcome-${outcome}`, "citizen", now());
  return done !== undefined;
};

const readLink = ({ links, now }: ReferralParts, token: string) => {
  const link = links.readInstitution(token);
  if (!link) return { fault: "unknown" as const };
  return link.expiresAt <= now() ? { fault: "expired" as const } : link;
};

const faultOf = (row: ReferralRow | undefined, { institution, step }: { institution: string; step: number }): LinkFault | undefined => {
  if (row?.institution !== institution) return "unknown";
  return row.step === step && row.state !== "closed" ? undefined : "used";
};

const shown = (parts: ReferralParts, row: ReferralRow): ForInstitution => ({
  number: numberOf(row.id), institution: nameOf(parts, row), need: row.need, state: row.state, sentAt: row.sent_at,
  demonstration: parts.institutions.find(({ id }) => id === row.institution)?.referral?.demonstration ?? false,
  shared: sharedOf(row), next: nextOf[row.state],
});

export const sharedOf = ({ name, email, phone, note }: ReferralRow): Shared =>
  ({ ...(name === null ? {} : { name }), ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }), ...(note === null ? {} : { note }) });

/** One that is no longer in the file is called by its id. */
export const nameOf = ({ institutions }: Pick<ReferralParts, "institutions">, { institution }: Pick<ReferralRow, "institution">): Institution["name"] =>
  institutions.find(({ id }) => id === institution)?.name ?? { es: institution, en: institution };
