import type { ByPerson } from "../../conversation/by-person.ts";
import type { Param, Utterance } from "../../flow/types.ts";
import { nameOf } from "./answering.ts";
import { dayMs, numberOf, type ReferralParts, type ReferralRow, type Trx } from "./parts.ts";

type Parts = ReferralParts & { byPerson: ByPerson };

const mostAtOnce = 500;

/**
 * Tells and asks people what is due, each notice once: in their conversation, and by e-mail where they left an address
 * and letters are sent. Gives how many.
 */
export const tell = async (parts: Parts): Promise<number> => {
  const due = await parts.db.selectFrom("referral_notice as notice").innerJoin("referral", "referral.id", "notice.referral_id")
    .select(["notice.id", "referral.conversation_id"]).where("notice.state", "=", "pending").where("notice.due_at", "<=", parts.now())
    .orderBy("notice.id").limit(mostAtOnce).execute();
  for (const { id, conversation_id: conversationId } of due) {
    const isThere = conversationId !== null
      && (await parts.db.selectFrom("conversation").select("id").where("id", "=", conversationId).executeTakeFirst()) !== undefined;
    if (!isThere) await parts.db.transaction().execute((trx) => within(parts, trx, id));
    else await parts.byPerson.within(conversationId, (trx, say) => within(parts, trx, id, async (said) => { await say(`referral:${id}`, said); }));
  }
  return due.length;
};

const within = async (parts: Parts, trx: Trx, id: string, say?: (said: Utterance) => Promise<void>): Promise<void> => {
  const notice = await trx.selectFrom("referral_notice").selectAll().where("id", "=", id).where("state", "=", "pending").forUpdate().executeTakeFirst();
  if (!notice) return;
  const row = await trx.selectFrom("referral").selectAll().where("id", "=", notice.referral_id).executeTakeFirstOrThrow();
  const isOver = notice.kind === "outcome" && (row.outcome !== null || row.closed_as === "withdrawn");
  const isTold = !isOver && (say !== undefined || (row.email !== null && parts.mail !== undefined));
  if (isTold) {
    await say?.({ key: `referral.notice.${notice.kind}`, params: paramsOf(parts, row), choices: choicesOf(notice.kind) });
    await writeToPerson(parts, trx, row, notice.kind, notice.id);
  }
  await trx.updateTable("referral_notice").set({ state: isTold ? "sent" : "dropped" }).where("id", "=", id).execute();
};

const paramsOf = (parts: ReferralParts, row: ReferralRow): Record<string, Param> => ({ number: numberOf(row.id), institution: { both: nameOf(parts, row) } });

const choicesOf = (kind: string) => {
  const go = (flow: string, words: string) => ({ value: `flow:${flow}`, title: { key: `referral.button.${words}` } });
  if (kind === "outcome") return [go("referral-outcome", "outcome")];
  return kind === "cannot-help" || kind === "no-answer" ? [go("refer-me", "another")] : [];
};

/** The letter has a link of its own, to say how it went without the chat. */
const writeToPerson = async (parts: ReferralParts, trx: Trx, row: ReferralRow, kind: string, noticeId: string): Promise<void> => {
  if (row.email === null || !parts.mail) return;
  const params = paramsOf(parts, row);
  const link = kind === "outcome" ? [parts.links.person({ id: row.id, expiresAt: new Date(parts.now().getTime() + parts.rules.linkDays * dayMs) })] : [];
  await parts.mail(trx, {
    key: `referral-notice:${noticeId}`, to: row.email, subject: parts.texts.text("referral.letter.person", row.locale, params),
    text: [parts.texts.text(`referral.notice.${kind}`, row.locale, params), ...link, parts.texts.text("referral.letter.foot", row.locale)].join("\n\n"),
  }, parts.now());
};
