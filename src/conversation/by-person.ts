import { sql, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Utterance } from "../flow/types.ts";
import { isLocale, type Locale } from "../locale.ts";
import type { HandedBack } from "./handlers/with-person.ts";
import type { Channel, FileShown, Reply } from "./message.ts";
import type { createHandBack } from "./respond.ts";
import { readConversation } from "./store.ts";
import { append, speakFirst, type TurnParts } from "./turn.ts";

/** What a person of the desk writes. */
export type Words = { name: string; text: string; attachment?: FileShown };

/**
 * Adds words of a person, or a line of the service's own, to a conversation; gives the message's number. The same key
 * again adds nothing and gives the number of the first time.
 */
export type Say = (key: string, said: { by: Words } | Utterance) => Promise<{ seq: number; fresh: boolean }>;

export type ByPerson = {
  /**
   * Changes what belongs to a conversation, with its row locked: what is done and what is said are committed together.
   * @throws what `work` throws; nothing is kept then
   */
  within: <T>(conversationId: string, work: (trx: Transaction<Tables>, say: Say) => Promise<T>) => Promise<T>;
  /**
   * Gives a conversation back to the bot, which speaks at once. `work` decides inside the transaction, as it may be too
   * late: undefined changes nothing.
   */
  handBack: (conversationId: string, turnId: string, work: (trx: Transaction<Tables>) => Promise<HandedBack>) => Promise<void>;
};

/** What the desk may do in a conversation: everything goes through the conversation's row first, as turns do. */
export const createByPerson = (turns: TurnParts, respond: ReturnType<typeof createHandBack>): ByPerson => ({
  within: async (conversationId, work) => {
    const done = await turns.db.transaction().execute(async (trx) => {
      const conversation = await locked(trx, conversationId);
      const say: Say = (key, said) => saying(turns, trx, { id: conversationId, ...conversation }, key, said);
      const result = await work(trx, say);
      await trx
        .updateTable("conversation")
        .set({ version: sql<number>`version + 1`, updated_at: turns.now() })
        .where("id", "=", conversationId)
        .execute();
      return result;
    });
    turns.wake(conversationId);
    turns.wakeDesk();
    return done;
  },
  handBack: async (conversationId, turnId, work) => {
    for (let attempt = 1; attempt <= 50; attempt++) {
      const conversation = await readConversation(turns.db, conversationId);
      if (!conversation) throw new Error(`conversation "${conversationId}" is gone`);
      const result = await speakFirst(turns, conversation, turnId, async (inbound, trx) =>
        respond(await work(trx), inbound, conversation, turns.now(), trx));
      if (result === "overtaken") continue;
      turns.wakeDesk();
      return;
    }
    throw new Error(`conversation "${conversationId}": overtaken 50 times while it was given back`);
  },
});

const locked = async (trx: Transaction<Tables>, id: string): Promise<{ channel: Channel; locale: Locale }> => {
  const found = await trx.selectFrom("conversation").select(["channel", "locale"]).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!found) throw new Error(`conversation "${id}" is gone`);
  return { channel: found.channel as Channel, locale: isLocale(found.locale) ? found.locale : "es" };
};

const saying = async (
  turns: TurnParts,
  trx: Transaction<Tables>,
  { id, channel, locale }: { id: string; channel: Channel; locale: Locale },
  turnId: string,
  said: Parameters<Say>[1],
): Promise<{ seq: number; fresh: boolean }> => {
  const before = await trx
    .selectFrom("message")
    .select("seq")
    .where("conversation_id", "=", id)
    .where("turn_id", "=", turnId)
    .where("direction", "=", "out")
    .executeTakeFirst();
  if (before) return { seq: before.seq, fresh: false };
  const replies = "by" in said ? [wordsOf(said.by, locale)] : turns.render({ says: [said], locale });
  const [seq] = await append(trx, { conversationId: id, channel, turnId }, replies, turns.pushes(channel), turns.now());
  return { seq: seq!, fresh: true };
};

const wordsOf = ({ name, text, attachment }: Words, locale: Locale): Reply => ({
  ref: "advisor", from: "advisor", name, text: text.replaceAll("\0", "").toWellFormed(), locale, choices: [], sources: [],
  ...(attachment ? { attachment } : {}),
});
