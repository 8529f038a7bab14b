import type { Kysely, Transaction } from "kysely";
import { sql } from "kysely";
import type { Tables } from "../db/tables.ts";
import { takenTypes } from "../flow/slots/files.ts";
import { isLocale, type Locale } from "../locale.ts";
import type { Channel, Inbound, Outcome, Reply } from "./message.ts";
import { keepFile, type File } from "./files.ts";
import { emptyState, type ConversationState } from "./state.ts";

export type Conversation = {
  id: string;
  channel: Channel;
  locale: Locale;
  state: ConversationState;
  version: number;
};

/** A stored message as a channel reads it. */
export type Stored = { seq: number; turnId: string; at: Date } & (
  | { direction: "in"; inbound: Inbound }
  /** What the desk said has no outcome: no turn of the bot's said it. */
  | { direction: "out"; reply: Reply; outcome: Outcome | null; replyTo: number | null }
);

/**
 * Takes a message in, once. A file with it is kept only while the conversation waits for a person or is with one, or is asked for files. Gives its number in the conversation and whether it is new: a channel that delivers
 * again, or a button pressed twice, gets the number of the first time.
 */
export const accept = (db: Kysely<Tables>, inbound: Inbound, address: unknown, now: Date, file?: File) =>
  db.transaction().execute(async (trx) => {
    await trx
      .insertInto("conversation")
      .values({
        id: inbound.conversationId,
        channel: inbound.channel,
        address: JSON.stringify(address),
        locale: inbound.locale ?? "es",
        state: JSON.stringify(emptyState()),
        version: 0,
        last_seq: 0,
        created_at: now,
        updated_at: now,
      })
      .onConflict((c) => c.column("id").doNothing())
      .execute();
    await lockConversation(trx, inbound.conversationId);
    const before = (await sameTurn(trx, inbound)) ?? (await samePress(trx, inbound));
    if (before) return { seq: before.seq, fresh: false };
    const [seq] = await numbers(trx, inbound.conversationId, 1);
    const isKept = inbound.attachment?.file !== undefined && (await takesFile(trx, inbound.conversationId, file));
    await trx
      .insertInto("message")
      .values({ ...row(inbound.conversationId, seq!, inbound, now), direction: "in", payload: storable(isKept ? inbound : withoutFile(inbound)) })
      .execute();
    if (isKept && file) await keepFile(trx, inbound.conversationId, seq!, file);
    return { seq: seq!, fresh: true };
  });

/** Files that one conversation may fill the database with. */
const mostFiles = 20;

/** A person may fetch a file from where its channel keeps it; a question for files is only answered by its bytes. */
const takesFile = async (trx: Transaction<Tables>, conversationId: string, file: File | undefined): Promise<boolean> => {
  const open = await trx.selectFrom("handoff").select("id").where("conversation_id", "=", conversationId).where("state", "in", ["waiting", "claimed"]).executeTakeFirst();
  if (!open && !(file && takenTypes.includes(file.type) && (await isAskedForFiles(trx, conversationId)))) return false;
  const kept = await trx.selectFrom("attachment").select("seq").where("conversation_id", "=", conversationId).limit(mostFiles).execute();
  return kept.length < mostFiles;
};

/** Whether the open question of a conversation is answered with files. */
export const isAskedForFiles = async (db: Kysely<Tables>, conversationId: string): Promise<boolean> =>
  (await readConversation(db, conversationId))?.state.cursor?.takesFiles === true;

const withoutFile = (inbound: Inbound): Inbound => {
  if (!inbound.attachment?.file) return inbound;
  const attachment = { ...inbound.attachment };
  delete attachment.file;
  return { ...inbound, attachment };
};

const sameTurn = (trx: Transaction<Tables>, { channel, turnId }: Inbound) =>
  trx
    .selectFrom("message")
    .select("seq")
    .where("channel", "=", channel)
    .where("turn_id", "=", turnId)
    .where("direction", "=", "in")
    .executeTakeFirst();

const samePress = async (trx: Transaction<Tables>, { conversationId, press }: Inbound) => {
  if (press === undefined) return undefined;
  const last = await trx
    .selectFrom("message")
    .select(["seq", "payload"])
    .where("conversation_id", "=", conversationId)
    .where("direction", "=", "in")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return (last?.payload as Inbound | undefined)?.press === press ? last : undefined;
};

/** As JSON that PostgreSQL takes: it refuses the character NUL and halves of surrogate pairs. */
const storable = (inbound: Inbound): string =>
  JSON.stringify(inbound, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value);

/** The oldest message of a conversation whose turn is not committed yet. */
export const nextUnhandled = async (db: Kysely<Tables>, conversationId: string): Promise<Inbound | undefined> => {
  const found = await db
    .selectFrom("message")
    .select("payload")
    .where("conversation_id", "=", conversationId)
    .where("direction", "=", "in")
    .where("handled_at", "is", null)
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return found?.payload as Inbound | undefined;
};

/** Conversations with a message that waited longer than it should: its process died, or was never told. */
export const conversationsWaiting = async (db: Kysely<Tables>, since: Date): Promise<string[]> => {
  const rows = await db
    .selectFrom("message")
    .select("conversation_id")
    .distinct()
    .where("direction", "=", "in")
    .where("handled_at", "is", null)
    .where("created_at", "<", since)
    .limit(200)
    .execute();
  return rows.map((row) => row.conversation_id);
};

export const readConversation = async (db: Kysely<Tables>, id: string): Promise<Conversation | undefined> => {
  const found = await db.selectFrom("conversation").selectAll().where("id", "=", id).executeTakeFirst();
  return found && { ...found, channel: found.channel as Channel, locale: isLocale(found.locale) ? found.locale : "es",
    state: found.state as ConversationState };
};

export const lockConversation = (trx: Transaction<Tables>, id: string) =>
  trx.selectFrom("conversation").select(["version"]).where("id", "=", id).forUpdate().executeTakeFirst();

/** Reserves the next message numbers of a conversation; its row must be locked. */
export const numbers = async (trx: Transaction<Tables>, id: string, count: number): Promise<number[]> => {
  const { last_seq: last } = await trx
    .updateTable("conversation")
    .set({ last_seq: sql<number>`last_seq + ${count}` })
    .where("id", "=", id)
    .returning("last_seq")
    .executeTakeFirstOrThrow();
  return Array.from({ length: count }, (_, i) => last - count + 1 + i);
};

/** Messages after a watermark, oldest first. */
export const messagesAfter = async (db: Kysely<Tables>, conversationId: string, seq: number): Promise<Stored[]> => {
  const rows = await db
    .selectFrom("message")
    .leftJoin("turn", (join) =>
      join.onRef("turn.channel", "=", "message.channel").onRef("turn.turn_id", "=", "message.turn_id"))
    .leftJoin("message as asked", (join) =>
      join
        .onRef("asked.channel", "=", "message.channel")
        .onRef("asked.turn_id", "=", "message.turn_id")
        .on("asked.direction", "=", "in"))
    .select(["message.seq", "message.direction", "message.turn_id", "message.payload", "message.created_at"])
    .select(["turn.outcome", "asked.seq as reply_to"])
    .where("message.conversation_id", "=", conversationId)
    .where("message.seq", ">", seq)
    .orderBy("message.seq")
    .execute();
  return rows.map((r) => {
    const common = { seq: r.seq, turnId: r.turn_id, at: r.created_at };
    return r.direction === "in"
      ? { ...common, direction: "in", inbound: r.payload as Inbound }
      : { ...common, direction: "out", reply: r.payload as Reply, outcome: r.outcome as Outcome | null, replyTo: r.reply_to };
  });
};

/** The reply with a number, if the conversation has one there. */
export const replyAt = async (db: Kysely<Tables>, conversationId: string, seq: number): Promise<Reply | undefined> => {
  const found = await replies(db, conversationId).where("seq", "=", seq).executeTakeFirst();
  return found?.payload as Reply | undefined;
};

/** How the turn of the inbound ended that the channel knows by `echo[field]`; undefined when there is none. */
export const outcomeOfEcho = async (
  db: Kysely<Tables>,
  conversationId: string,
  [field, value]: [field: string, value: string],
): Promise<Outcome | undefined> => {
  const found = await db
    .selectFrom("message")
    .innerJoin("turn", (join) => join.onRef("turn.channel", "=", "message.channel").onRef("turn.turn_id", "=", "message.turn_id"))
    .select("turn.outcome")
    .where("message.conversation_id", "=", conversationId)
    .where("direction", "=", "in")
    .where(sql<boolean>`payload -> 'echo' ->> ${field} = ${value}`)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.outcome as Outcome | undefined;
};

/** The newest reply that offered choices. */
export const newestQuestion = async (db: Kysely<Tables>, conversationId: string): Promise<Reply | undefined> => {
  const found = await replies(db, conversationId)
    .where(sql<boolean>`jsonb_array_length(payload -> 'choices') > 0`)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.payload as Reply | undefined;
};

const replies = (db: Kysely<Tables>, conversationId: string) =>
  db.selectFrom("message").select("payload").where("conversation_id", "=", conversationId).where("direction", "=", "out");

/** The replies that a turn already gave, or undefined when there was no such turn. */
export const repliesOf = async (db: Kysely<Tables>, inbound: Inbound): Promise<{ replies: Reply[]; outcome: Outcome } | undefined> => {
  const turn = await db
    .selectFrom("turn")
    .select("outcome")
    .where("channel", "=", inbound.channel)
    .where("turn_id", "=", inbound.turnId)
    .executeTakeFirst();
  if (!turn) return undefined;
  const rows = await db
    .selectFrom("message")
    .select("payload")
    .where("channel", "=", inbound.channel)
    .where("turn_id", "=", inbound.turnId)
    .where("direction", "=", "out")
    .orderBy("seq")
    .execute();
  return { replies: rows.map((r) => r.payload as Reply), outcome: turn.outcome as Outcome };
};

const row = (conversation_id: string, seq: number, inbound: Inbound, now: Date) => ({
  conversation_id,
  seq,
  channel: inbound.channel,
  turn_id: inbound.turnId,
  handled_at: null,
  created_at: now,
});
