import { setTimeout as wait } from "node:timers/promises";
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
/** So many conversations are sent to at the same time. A channel answers in a tenth of a second: Telegram takes 30 messages a second. */
const lanes = 32;
/** What is committed while a channel keeps one message waiting is looked for this often. */
const pauseMs = 100;

type Result = { claimed: Claim; result: Delivered };

/**
 * Gives a function that sends what waits, until nothing is due: one conversation in order, conversations side by
 * side. It gives how many messages were confirmed.
 */
export const createDelivery = (parts: DeliveryParts): (() => Promise<number>) => {
  // What the channel took while the database was away is not sent again when it is back.
  const unwritten = new Map<string, Result>();
  return async () => {
    const underWay = new Set<Promise<void>>();
    const send = (claimed: Claim): void => {
      const done: Promise<void> = attempt(parts, claimed).then((result) => { unwritten.set(keyOf(claimed), { claimed, result }); }).finally(() => { underWay.delete(done); });
      underWay.add(done);
    };
    for (let sent = 0; ; ) {
      sent += await writeAll(parts, unwritten);
      (await claim(parts, lanes - underWay.size)).forEach(send);
      if (underWay.size + unwritten.size === 0) return sent;
      if (unwritten.size === 0) await Promise.race([...underWay, wait(pauseMs)]);
    }
  };
};

const keyOf = ({ conversationId, seq, externalId }: Claim): string => `${conversationId} ${seq} ${externalId ?? ""}`;

/** Under load each round trip to the database takes long: all that a channel took meanwhile is written in one. */
const writeAll = async (parts: DeliveryParts, unwritten: Map<string, Result>): Promise<number> => {
  const results = [...unwritten];
  const sent = results.flatMap(([, { claimed, result }]) => (result.status === "sent" ? [{ ...claimed, externalId: result.externalId ?? null }] : []));
  await Promise.all([
    sent.length > 0 ? writeSent(parts, sent) : undefined,
    ...results.map(([, { claimed, result }]) => (result.status === "sent" ? undefined : write(parts, claimed, result))),
  ]);
  for (const [key] of results) unwritten.delete(key);
  return sent.length;
};

const writeSent = async ({ db }: DeliveryParts, sent: Claim[]): Promise<void> => {
  const rows = sql.join(sent.map(({ conversationId, seq, externalId }) => sql`(${conversationId}::text, ${seq}::integer, ${externalId}::text)`));
  const values = sql<{ id: string; number: number; external: string | null }>`(values ${rows})`.as<"sent">(sql`sent(id, number, external)`);
  await db.updateTable("delivery").from(values)
    .set((eb) => ({ state: "sent" as const, external_id: eb.ref("sent.external") }))
    .whereRef("delivery.conversation_id", "=", "sent.id").whereRef("delivery.seq", "=", "sent.number").execute();
};

/** The oldest that is due of each of so many conversations, in one round trip: under load each of them takes long. */
const claim = async ({ db, now }: DeliveryParts, most: number): Promise<Claim[]> => {
  const { rows } = await sql<{ conversation_id: string; seq: number; attempts: number; external_id: string | null; channel: Channel; address: unknown; payload: Reply }>`
    with due as (
      select d.conversation_id, d.seq from delivery d
      where d.state = 'pending' and d.next_attempt_at <= ${now()}
        and not exists (select 1 from delivery e
          where e.conversation_id = d.conversation_id and e.state = 'pending' and e.seq < d.seq)
      order by d.next_attempt_at limit ${most} for update of d skip locked
    ), claimed as (
      update delivery set attempts = attempts + 1, next_attempt_at = ${inSeconds(now(), leaseSeconds)}
      from due where delivery.conversation_id = due.conversation_id and delivery.seq = due.seq
      returning delivery.conversation_id, delivery.seq, delivery.attempts, delivery.external_id
    )
    select c.*, m.channel, m.payload, v.address from claimed c
    join message m on m.conversation_id = c.conversation_id and m.seq = c.seq
    join conversation v on v.id = c.conversation_id`.execute(db);
  return rows.map(({ conversation_id: conversationId, external_id: externalId, payload: reply, seq, attempts, channel, address }) =>
    ({ conversationId, seq, attempts, externalId, channel, address, reply }));
};

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

const write = async ({ db, now }: DeliveryParts, { conversationId, seq, attempts }: Claim, result: Exclude<Delivered, { status: "sent" }>): Promise<void> => {
  const rows = db.updateTable("delivery").where("conversation_id", "=", conversationId);
  const row = rows.where("seq", "=", seq);
  switch (result.status) {
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
