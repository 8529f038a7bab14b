import { sql } from "kysely";
import { businessDaysBetween, dayOf } from "../../calendar.ts";
import type { ByPerson } from "../../conversation/by-person.ts";
import { change, locked } from "./deeds.ts";
import { writeToInstitution } from "./letters.ts";
import { dayMs, type ReferralParts } from "./parts.ts";
import { happened } from "./refer.ts";
import { tell } from "./tell.ts";

export type ReferralJobs = {
  /** Reminds institutions, gives up on those that do not answer, and tells and asks people. */
  tick: () => Promise<void>;
  /** Deletes what was shared once its time is over; gives of how many referrals. */
  forget: () => Promise<number>;
};

/** What time does to referrals. Any replica may run it: each step happens once. */
export const createReferralJobs = (parts: ReferralParts & { byPerson: ByPerson }): ReferralJobs => ({
  tick: async () => {
    await remind(parts);
    await tell(parts);
  },
  forget: () => forget(parts),
});

/** Only who has not answered at all is reminded, each time once. */
const remind = async (parts: ReferralParts): Promise<void> => {
  const { db, rules, now } = parts;
  const first = new Date(now().getTime() - Math.min(...rules.remind) * dayMs);
  const waiting = await db.selectFrom("referral").select("id").where("state", "=", "sent").where("sent_at", "<=", first).orderBy("id").execute();
  for (const { id } of waiting) await db.transaction().execute((trx) => remindOne(parts, trx, id));
};

const remindOne = async (parts: ReferralParts, trx: Parameters<typeof locked>[0], id: string): Promise<void> => {
  const row = await locked(trx, id);
  if (row?.state !== "sent") return;
  const { rules, now } = parts;
  const passed = businessDaysBetween(dayOf(row.sent_at), dayOf(now()));
  if (passed >= rules.giveUp) {
    await change(parts, trx, row, { to: "closed", as: "no-answer" }, { kind: "clock" });
    return;
  }
  // After a pause of the service one reminder is enough.
  const due = rules.remind.filter((days) => days <= passed).length;
  if (due <= row.reminders) return;
  await trx.updateTable("referral").set({ reminders: due }).where("id", "=", id).execute();
  await happened(trx, id, "reminded", "clock", now());
  await writeToInstitution(parts, trx, row, "reminder");
};

/** Who it was and what they said goes; that there was a referral, and how it ended, stays. */
const forget = async ({ db, rules, now }: ReferralParts): Promise<number> => {
  const before = new Date(now().getTime() - rules.retentionDays * dayMs);
  const { rows } = await sql<{ id: string }>`
    update referral set forgotten_at = ${now()}, name = null, email = null, phone = null, note = null, conversation_id = null
    where forgotten_at is null and changed_at < ${before} returning id`.execute(db);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) {
    await db.updateTable("referral_consent").set({ conversation_id: null }).where("referral_id", "in", ids).execute();
    await db.deleteFrom("referral_notice").where("referral_id", "in", ids).execute();
  }
  await db.deleteFrom("referral_consent").where("referral_id", "is", null).where("at", "<", before).execute();
  return rows.length;
};
