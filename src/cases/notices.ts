import type { ByPerson } from "../conversation/by-person.ts";
import type { Param } from "../flow/types.ts";
import type { CaseRow, Trx } from "./deeds.ts";
import type { CaseParts } from "./parts.ts";

/** What a person is told of; each is a text `case.notice.<name>` in both languages. */
export type NoticeName =
  | "completion-asked" | "completion-extended" | "completed" | "clarification-asked" | "clarified" | "extended" | "suspended" | "resumed" | "transferred" | "transfer-received"
  | "answered" | "answered-together" | "withdrawn" | "withdrawn-tacitly" | "archived" | "moved-by-civic-day" | "moved-back" | "priority";

/**
 * Tells the person, together with what is told of: in their conversation, also when it was left long ago, and by e-mail
 * where they left an address for it. It is said once, after the commit.
 */
export const tellCitizen = async (parts: CaseParts, trx: Trx, row: CaseRow, name: NoticeName, params: Record<string, Param>, now: Date): Promise<void> => {
  const key = `case.notice.${name}`;
  const said = { radicado: row.radicado, ...params };
  if (row.conversation_id !== null) {
    await trx
      .insertInto("case_notice")
      .values({ case_id: row.id, conversation_id: row.conversation_id, key, params: JSON.stringify(said), at: now })
      .execute();
  }
  const to = parts.mail && (await trx.selectFrom("case_person").select("email").where("case_id", "=", row.id).executeTakeFirst())?.email;
  if (!to) return;
  const { count } = await trx.selectFrom("case_event").select(({ fn }) => fn.countAll<string>().as("count")).where("case_id", "=", row.id).executeTakeFirstOrThrow();
  await parts.mail!(trx, {
    key: `case:${row.id}:${name}:${count}`, to,
    subject: parts.texts.text("mail.subject.notice", row.locale, { radicado: row.radicado }),
    text: `${plain(parts.texts.text(key, row.locale, said))}\n\n${parts.texts.text("mail.foot", row.locale, { office: { both: parts.setup.name } })}`,
  }, now);
};

/** Light markdown as a letter without it. */
export const plain = (text: string): string => text.replaceAll("**", "");

type Sender = Pick<CaseParts, "db"> & { byPerson: ByPerson };

const mostAtOnce = 500;

/** Says what waits in conversations, oldest first; gives how many were said. */
export const tell = async (parts: Sender): Promise<number> => {
  const waiting = await parts.db.selectFrom("case_notice").select(["id", "conversation_id"]).where("state", "=", "pending").orderBy("id").limit(mostAtOnce).execute();
  let told = 0;
  for (const { id, conversation_id } of waiting) if (await tellOne(parts, id, conversation_id)) told++;
  return told;
};

const tellOne = async ({ db, byPerson }: Sender, id: string, conversationId: string): Promise<boolean> => {
  const isThere = await db.selectFrom("conversation").select("id").where("id", "=", conversationId).executeTakeFirst();
  if (!isThere) {
    await db.updateTable("case_notice").set({ state: "undeliverable" }).where("id", "=", id).execute();
    return false;
  }
  return byPerson.within(conversationId, async (trx, say) => {
    const notice = await trx.selectFrom("case_notice").selectAll().where("id", "=", id).where("state", "=", "pending").forUpdate().executeTakeFirst();
    if (!notice) return false;
    await say(`case-notice:${id}`, { key: notice.key, params: notice.params as Record<string, Param> });
    await trx.updateTable("case_notice").set({ state: "told" }).where("id", "=", id).execute();
    return true;
  });
};
