import { sql, type Selectable, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { dropNotices } from "./manage.ts";
import { notice } from "./notice.ts";
import { offerFree } from "./offer.ts";
import type { Rules } from "./types.ts";

type Trx = Transaction<Tables>;
type Booked = Selectable<Tables["booking"]> & { office: string; counter: string; day: string; time: string; starts_at: Date };

export const dayReasons = ["flood", "strike", "power", "security", "other"] as const;
export type DayReason = (typeof dayReasons)[number];

export type DayGiven = { office: string; day: string; counter?: string; reason: DayReason; now: Date };

const soonMs = 24 * 3_600_000;

/**
 * Cancels what is still to come of an office's day. Everybody is told, comes first on the wait-list, and is offered the
 * earliest free seat of the same counter from that day on, kept for a day; who finds none is offered the next that is released or given back.
 */
export const cancelDay = async (trx: Trx, rules: Rules, given: DayGiven): Promise<{ cancelled: number; offered: number }> => {
  const booked = await toCome(trx, given);
  await closeSeats(trx, given);
  for (const booking of booked) await cancelOne(trx, booking, given);
  let offered = 0;
  for (const booking of booked) {
    const waiting = await moved(trx, booking, given.now);
    if (waiting && (await offerFree(trx, rules, waiting, given.now))) offered++;
  }
  return { cancelled: booked.length, offered };
};

const toCome = async (trx: Trx, { office, day, counter, now }: DayGiven): Promise<Booked[]> => {
  let query = trx.selectFrom("booking").innerJoin("opening", "opening.id", "booking.opening_id").selectAll("booking")
    .select(["opening.office", "opening.counter", "opening.day", "opening.time", "opening.starts_at"])
    .where("opening.office", "=", office).where("opening.day", "=", day).where("opening.starts_at", ">", now).where("booking.state", "=", "booked")
    .orderBy("opening.starts_at").orderBy("booking.id").forUpdate("booking");
  if (counter !== undefined) query = query.where("opening.counter", "=", counter);
  return query.execute();
};

/** No seat of the day can be taken any more; who had an offer there waits on in the same place. */
const closeSeats = async (trx: Trx, { office, day, counter, reason, now }: DayGiven): Promise<void> => {
  const those = sql`select id from opening where office = ${office} and day = ${day} and starts_at > ${now} ${counter === undefined ? sql`` : sql`and counter = ${counter}`}`;
  await sql`
    with ended as (update offer set state = 'withdrawn' where state = 'open' and opening_id in (${those}) returning waiting_id)
    update waiting set state = 'waiting' where id in (select waiting_id from ended)`.execute(trx);
  await sql`
    update seat set blocked = ${reason}, booking_id = null, offer_id = null, hold_conversation = null, hold_service = null,
      hold_address = null, hold_until = null
    where opening_id in (${those}) and (booking_id is null or booking_id in (select id from booking where state = 'booked'))`.execute(trx);
};

const cancelOne = async (trx: Trx, booking: Booked, { reason, now }: DayGiven): Promise<void> => {
  await trx.updateTable("booking").set({ state: "cancelled", cancelled_by: "office", cancelled_at: now, sequence: booking.sequence + 1 }).where("id", "=", booking.id).execute();
  await dropNotices(trx, booking.id);
  const urgent = booking.starts_at.getTime() - now.getTime() < soonMs;
  await notice(trx, booking, { key: `day:${booking.id}`, kind: "day-cancelled", opening: booking, service: booking.service, reason, dueAt: now, urgent });
};

/** The first places of the wait-list are theirs. */
const moved = async (trx: Trx, booking: Booked, now: Date): Promise<Selectable<Tables["waiting"]> | undefined> => {
  const { service, office, counter, document_hash, document_ending, contact_hashes, name, email, phone, guardian, guardian_ending, conversation_id, channel, locale, consent_at } = booking;
  const person = { document_hash, document_ending, contact_hashes, name, email, phone, guardian, guardian_ending, conversation_id, channel, locale, consent_at };
  await trx.insertInto("waiting").values({ ...person, kind: "moved", office, counter, service, asked_at: now, from_day: booking.day })
    .onConflict((conflict) => conflict.doNothing()).execute();
  return trx.updateTable("waiting").set({ kind: "moved" }).where("document_hash", "=", document_hash!).where("service", "=", service)
    .where("draw_id", "is", null).where("state", "=", "waiting").returningAll().executeTakeFirst();
};

