import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Log } from "../log.ts";
import type { Channel, Reply } from "./message.ts";

export type Delivered =
  | { status: "sent"; externalId?: string }
  /** Try again after so many seconds: the channel said when, or could not be reached. */
  | { status: "later"; seconds?: number }
  /** The citizen cannot be reached any more: blocked, deleted. */
  | { status: "undeliverable" };

/** How a channel is reached. `address` is what it gave with the inbound. */
export type Push = (address: unknown, reply: Reply, message: { conversationId: string; seq: number }) => Promise<Delivered>;

export type DeliveryParts = {
  db: Kysely<Tables>;
  pushes: Partial<Record<Channel, Push>>;
  now: () => Date;
  log: Log;
};

type Claim = { conversationId: string; seq: number; channel: Channel; address: unknown; reply: Reply; attempts: number };

/** While a replica sends, others leave the message alone; when it dies, they take it up after this. */
const leaseSeconds = 30;

/**
 * Sends what waits, until nothing is due: one conversation in order, conversations side by side.
 * @returns how many messages were confirmed
 */
export const deliverDue = async (parts: DeliveryParts, workers = 4): Promise<number> => {
  const sent = await Promise.all(Array.from({ length: workers }, () => deliverAll(parts)));
  return sent.reduce((sum, n) => sum + n, 0);
};

const deliverAll = async (parts: DeliveryParts): Promise<number> => {
  for (let sent = 0; ; ) {
    const claimed = await claim(parts);
    if (!claimed) return sent;
    if (await deliver(parts, claimed)) sent++;
  }
};

const claim = ({ db, now }: DeliveryParts): Promise<Claim | undefined> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ conversation_id: string; seq: number; attempts: number }>`
      select d.conversation_id, d.seq, d.attempts from delivery d
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
    return { conversationId: found.conversation_id, seq: found.seq, attempts: found.attempts + 1,
      channel: row.channel as Channel, address: row.address, reply: row.payload as Reply };
  });

const deliver = async (parts: DeliveryParts, message: Claim): Promise<boolean> => {
  const { db, now } = parts;
  const result = await attempt(parts, message);
  const where = db.updateTable("delivery").where("conversation_id", "=", message.conversationId);
  switch (result.status) {
    case "sent":
      await where.set({ state: "sent", external_id: result.externalId ?? null }).where("seq", "=", message.seq).execute();
      return true;
    case "later":
      await where
        .set({ next_attempt_at: inSeconds(now(), result.seconds ?? backOff(message.attempts)) })
        .where("seq", "=", message.seq)
        .execute();
      return false;
    case "undeliverable":
      await where.set({ state: "undeliverable" }).where("state", "=", "pending").execute();
      return false;
    default:
      return result satisfies never;
  }
};

const attempt = async ({ pushes, log }: DeliveryParts, message: Claim): Promise<Delivered> => {
  const push = pushes[message.channel];
  if (!push) return { status: "later", seconds: 60 };
  try {
    return await push(message.address, message.reply, message);
  } catch (fault) {
    log.warn({ channel: message.channel, fault: fault instanceof Error ? fault.name : typeof fault }, "delivery failed");
    return { status: "later" };
  }
};

const backOff = (attempts: number): number => Math.min(300, 2 ** Math.min(attempts, 8));

const inSeconds = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);
