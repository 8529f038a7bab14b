import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Log } from "../log.ts";
import type { Channel, Reply } from "./message.ts";

export type Delivered =
  | { status: "sent"; externalId?: string }
  /** A piece of it went: the next call sends what follows, and gets `externalId` back. */
  | { status: "partly"; externalId: string }
  /** Try again after so many seconds: the channel said when, or could not be reached. */
  | { status: "later"; seconds?: number }
  /** The channel will never take this message; the next ones may pass. */
  | { status: "refused"; reason: string }
  /** The citizen cannot be reached any more: blocked, deleted. */
  | { status: "undeliverable" };

/** How a channel is reached. `address` is what it gave with the inbound; `externalId` what a piece left behind. */
export type Push = (address: unknown, reply: Reply, message: Sending) => Promise<Delivered>;
export type Sending = { conversationId: string; seq: number; externalId: string | null };

export type DeliveryParts = {
  db: Kysely<Tables>;
  pushes: Partial<Record<Channel, Push>>;
  now: () => Date;
  log: Log;
};

type Claim = Sending & { channel: Channel; address: unknown; reply: Reply; attempts: number };

/** While a replica sends, others leave the message alone; when it dies, they take it up after this. */
const leaseSeconds = 30;
const workers = 4;

/**
 * Gives a function that sends what waits, until nothing is due: one conversation in order, conversations side by
 * side. It gives how many messages were confirmed.
 */
export const createDelivery = (parts: DeliveryParts): (() => Promise<number>) => {
  // What the channel took while the database was away is not sent again when it is back.
  const unwritten = new Map<string, Delivered>();
  return async () => {
    const sent = await Promise.all(Array.from({ length: workers }, () => deliverAll(parts, unwritten)));
    return sent.reduce((sum, n) => sum + n, 0);
  };
};

const deliverAll = async (parts: DeliveryParts, unwritten: Map<string, Delivered>): Promise<number> => {
  for (let sent = 0; ; ) {
    const claimed = await claim(parts);
    if (!claimed) return sent;
    const key = `${claimed.conversationId} ${claimed.seq} ${claimed.externalId ?? ""}`;
    const result = unwritten.get(key) ?? (await attempt(parts, claimed));
    unwritten.set(key, result);
    await write(parts, claimed, result);
    unwritten.delete(key);
    if (result.status === "sent") sent++;
  }
};

const claim = ({ db, now }: DeliveryParts): Promise<Claim | undefined> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ conversation_id: string; seq: number; attempts: number; external_id: string | null }>`
      select d.conversation_id, d.seq, d.attempts, d.external_id from delivery d
      where d.state = 'pending' and d.next_attempt_at <= ${now()}
        and not exists (select 1 from delivery e
          where e.conversation_id = d.conversation_id and e.state = 'pending' and e.seq < d.seq)
      order by d.next_attempt_at limit 1 for update of d skip locked`.execute(trx);
    const found = rows[0];
    if (!found) return undefined;
    await trx
      .updateTable("delivery")
      .set({ attempts: found.attempts + 1, next_attempt_at: inSeconds(now(), leaseSeconds) })
      .where("conversation_id", "=", found.conversation_id)
      .where("seq", "=", found.seq)
      .execute();
    const row = await trx
      .selectFrom("message")
      .innerJoin("conversation", "conversation.id", "message.conversation_id")
      .select(["message.channel", "address", "payload"])
      .where("conversation_id", "=", found.conversation_id)
      .where("seq", "=", found.seq)
      .executeTakeFirstOrThrow();
    return { conversationId: found.conversation_id, seq: found.seq, externalId: found.external_id,
      attempts: found.attempts + 1, channel: row.channel as Channel, address: row.address, reply: row.payload as Reply };
  });

const attempt = async ({ pushes, log }: DeliveryParts, message: Claim): Promise<Delivered> => {
  const { channel, attempts } = message;
  const push = pushes[channel];
  if (!push) return { status: "later", seconds: 60 };
  try {
    const result = await push(message.address, message.reply, message);
    if (result.status === "refused") log.error({ channel, ref: message.reply.ref, reason: result.reason }, "reply refused by its channel");
    if (result.status === "later") log.warn({ channel, attempts, seconds: result.seconds }, "delivery put off");
    return result;
  } catch (fault) {
    log.warn({ channel, attempts, fault: fault instanceof Error ? fault.name : typeof fault }, "delivery failed");
    return { status: "later" };
  }
};

const write = async ({ db, now }: DeliveryParts, { conversationId, seq, attempts }: Claim, result: Delivered): Promise<void> => {
  const rows = db.updateTable("delivery").where("conversation_id", "=", conversationId);
  const row = rows.where("seq", "=", seq);
  switch (result.status) {
    case "sent":
      await row.set({ state: "sent", external_id: result.externalId ?? null }).execute();
      return;
    case "partly":
      await row.set({ external_id: result.externalId, attempts: 0, next_attempt_at: now() }).execute();
      return;
    case "later":
      await row.set({ next_attempt_at: inSeconds(now(), result.seconds ?? backOff(attempts)) }).execute();
      return;
    case "refused":
      await row.set({ state: "undeliverable" }).execute();
      return;
    case "undeliverable":
      await rows.set({ state: "undeliverable" }).where("state", "=", "pending").execute();
      return;
    default:
      result satisfies never;
  }
};

const backOff = (attempts: number): number => Math.min(300, 2 ** Math.min(attempts, 8));

const inSeconds = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);
