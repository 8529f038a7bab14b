import type { Institution } from "../institutions.ts";
import { nameOf, sharedOf } from "./answering.ts";
import { change, locked, nextOf } from "./deeds.ts";
import { linkOf, writeToInstitution } from "./letters.ts";
import { numberOf, type ReferralParts, type ReferralRow } from "./parts.ts";
import { happened } from "./refer.ts";
import type { ReferralDeed, ReferralState, Shared } from "./types.ts";

/** A line of the list: nobody's name, no words of theirs. */
export type ReferralLine = {
  id: string; number: string; institution: Institution["name"]; need: string; city: string | null; state: ReferralState; closedAs: string | null;
  sentAt: string; changedAt: string; reminders: number; outcome: string | null; by: "citizen" | "staff";
  /** Of the last letter; `hand` where somebody must pass the link on. */
  letter: "pending" | "sent" | "refused" | "hand";
};

export type ReferralDetail = ReferralLine & { shared: Shared; next: readonly ReferralState[]; history: { at: string; did: string; by: string }[] };

type Refused = { refused: "not-found" | "wrong-state" };

const page = 50;

/** The newest first, 50 at a time, of a state if so asked. */
export const list = async (parts: ReferralParts, { state, before }: { state?: ReferralState | undefined; before?: string | undefined }): Promise<{ referrals: ReferralLine[]; next?: string }> => {
  let query = parts.db.selectFrom("referral").selectAll().orderBy("id", "desc").limit(page + 1);
  if (state) query = query.where("state", "=", state);
  if (before) query = query.where("id", "<", before);
  const rows = await query.execute();
  const shown = rows.slice(0, page);
  const letters = await lettersOf(parts, shown);
  return { referrals: shown.map((row) => lineOf(parts, row, letters)), ...(rows.length > page ? { next: shown.at(-1)!.id } : {}) };
};

/** All of one; who reads it is written down by the route. */
export const detail = async (parts: ReferralParts, id: string): Promise<ReferralDetail | Refused> => {
  const row = await parts.db.selectFrom("referral").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return { refused: "not-found" };
  const events = await parts.db.selectFrom("referral_event").selectAll().where("referral_id", "=", id).orderBy("id").execute();
  return {
    ...lineOf(parts, row, await lettersOf(parts, [row])), shared: sharedOf(row), next: nextOf[row.state],
    history: events.map(({ at, did, by_kind }) => ({ at: at.toISOString(), did, by: by_kind })),
  };
};

/** What an institution told somebody of the desk. */
export const mark = (parts: ReferralParts, id: string, deed: ReferralDeed, staffId: string): Promise<{ state: ReferralState } | Refused> =>
  parts.db.transaction().execute(async (trx) => {
    const row = await locked(trx, id);
    if (!row) return { refused: "not-found" as const };
    const after = await change(parts, trx, row, deed, { kind: "staff", id: staffId });
    return after ? { state: after.state } : { refused: "wrong-state" as const };
  });

/** Sends the letter again with a new link; where letters are not sent, gives the link to be passed on. */
export const sendAgain = (parts: ReferralParts, id: string, staffId: string): Promise<{ link?: string } | Refused> =>
  parts.db.transaction().execute(async (trx) => {
    const row = await locked(trx, id);
    if (!row) return { refused: "not-found" as const };
    if (row.state === "closed") return { refused: "wrong-state" as const };
    const byHand = row.by_hand || parts.mail === undefined;
    await happened(trx, id, byHand ? "link-passed-on" : "sent-again", "staff", parts.now(), staffId);
    await writeToInstitution(parts, trx, row, "again");
    return byHand ? { link: linkOf(parts, row) } : {};
  });

/** How the last letter of each stands. */
const lettersOf = async ({ db }: ReferralParts, rows: ReferralRow[]): Promise<Map<string, "pending" | "sent" | "refused">> => {
  const keys = rows.filter(({ letters }) => letters > 0).map(({ id, letters }) => `referral:${id}:${letters - 1}`);
  if (keys.length === 0) return new Map();
  const found = await db.selectFrom("mail").select(["key", "state"]).where("key", "in", keys).execute();
  return new Map(found.map(({ key, state }) => [key.split(":")[1]!, state]));
};

const lineOf = (parts: ReferralParts, row: ReferralRow, letters: Map<string, "pending" | "sent" | "refused">): ReferralLine => ({
  id: row.id, number: numberOf(row.id), institution: nameOf(parts, row), need: row.need, city: row.city, state: row.state, closedAs: row.closed_as,
  sentAt: row.sent_at.toISOString(), changedAt: row.changed_at.toISOString(), reminders: row.reminders, outcome: row.outcome, by: row.by_kind,
  letter: row.by_hand ? "hand" : letters.get(row.id) ?? "pending",
});
