import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Keyed } from "./book.ts";
import { freeSeat, noHold } from "./hold.ts";
import { idOf } from "./number.ts";
import { giveBack, type Seat } from "./offer.ts";
import { isCode } from "./secret.ts";
import { bookingOf } from "./shown.ts";
import type { Booking, CancelResult, ChangeResult, ConfirmResult, ProveResult, Rules } from "./types.ts";

type Trx = Transaction<Tables>;
type Allow = (key: string, limit: number, windowSeconds: number) => Promise<boolean>;

const hour = 3600;
const triesANumber = 10;
const triesAnAsker = 20;

/** A number and its code: unknown and wrong are one answer, given in the same time; tries are counted by number and by asker. */
export const prove = async (
  db: Kysely<Tables>,
  { rules, key, allow }: Keyed & { allow: Allow },
  { number, code, who }: { number: string; code: string; who: string },
): Promise<ProveResult> => {
  const id = idOf(number);
  const allowed = await Promise.all([
    allow(`appointment-asker:${who}`, triesAnAsker, hour),
    id === undefined || allow(`appointment-number:${id}`, triesANumber, hour),
  ]);
  if (allowed.includes(false)) return { status: "too-many-tries" };
  const row = id === undefined ? undefined : await db.selectFrom("booking").select(["uid", "code_hash"]).where("id", "=", id).executeTakeFirst();
  if (!isCode(key, row?.uid ?? "", code, row?.code_hash ?? null)) return { status: "unknown" };
  return { status: "found", booking: (await bookingOf(db, rules, id!))! };
};

/** Live bookings of a conversation that are still to come, the soonest first. */
export const ofConversation = async (db: Kysely<Tables>, rules: Rules, conversationId: string, now: Date): Promise<Booking[]> => {
  const rows = await db.selectFrom("booking").innerJoin("opening", "opening.id", "booking.opening_id").select("booking.id")
    .where("conversation_id", "=", conversationId).where("state", "=", "booked").where("ends_at", ">", now).orderBy("starts_at").orderBy("booking.id").execute();
  return Promise.all(rows.map(async ({ id }) => (await bookingOf(db, rules, id))!));
};

type Moving = { booking: string; opening: string; conversationId?: string; attends: (office: string, counter: string, service: string) => boolean; now: Date };

/** Moves a booking; its old seat goes to whoever waits for one. */
export const change = async (trx: Trx, { rules }: Keyed, { booking: id, opening, conversationId, attends, now }: Moving): Promise<ChangeResult> => {
  const found = await live(trx, id);
  if (!found) return { status: "not-live" };
  if (found.changes >= rules.changes) return { status: "no-changes-left" };
  if (found.starts_at.getTime() - rules.changeHours * hour * 1000 <= now.getTime()) return { status: "too-late" };
  const target = await trx.selectFrom("opening").select(["office", "counter"]).where("id", "=", opening).executeTakeFirst();
  if (!target || opening === found.opening_id) return { status: "taken" };
  if (!attends(target.office, target.counter, found.service)) return { status: "other-service" };
  const seat = (await ownSeat(trx, opening, conversationId, now)) ?? (await anySeat(trx, opening, now));
  if (!seat) return { status: "taken" };
  const old = { opening_id: found.opening_id, number: found.seat };
  await freed(trx, old);
  await trx.updateTable("booking")
    .set({ opening_id: seat.opening_id, seat: seat.number, changes: found.changes + 1, sequence: found.sequence + 1, confirmed_at: null, moved_at: now })
    .where("id", "=", id).execute();
  await trx.updateTable("seat").set({ ...noHold, booking_id: id }).where("opening_id", "=", seat.opening_id).where("number", "=", seat.number).execute();
  await dropNotices(trx, id);
  await giveBack(trx, rules, old, now);
  return { status: "changed", booking: (await bookingOf(trx, rules, id))! };
};

/** Cancels for the citizen; the seat goes to whoever waits for one. */
export const cancel = async (trx: Trx, { rules }: Keyed, { booking: id, now }: { booking: string; now: Date }): Promise<CancelResult> => {
  const found = await live(trx, id);
  if (!found || found.starts_at <= now) return { status: "not-live" };
  await trx.updateTable("booking")
    .set({ state: "cancelled", cancelled_by: "citizen", cancelled_at: now, sequence: found.sequence + 1 })
    .where("id", "=", id).execute();
  await dropNotices(trx, id);
  await giveBack(trx, rules, { opening_id: found.opening_id, number: found.seat }, now);
  return { status: "cancelled", booking: (await bookingOf(trx, rules, id))! };
};

/** Says that the citizen will come; again says nothing new. */
export const confirm = async (trx: Trx, { rules }: Keyed, { booking: id, now }: { booking: string; now: Date }): Promise<ConfirmResult> => {
  const found = await live(trx, id);
  if (!found || found.starts_at <= now) return { status: "not-live" };
  if (!found.confirmed_at) await trx.updateTable("booking").set({ confirmed_at: now }).where("id", "=", id).execute();
  return { status: "confirmed", booking: (await bookingOf(trx, rules, id))! };
};

/** A booking that may still be changed, with its row locked. */
const live = (trx: Trx, id: string) =>
  trx.selectFrom("booking").innerJoin("opening", "opening.id", "booking.opening_id")
    .select(["booking.opening_id", "booking.seat", "booking.service", "booking.changes", "booking.sequence", "booking.confirmed_at", "opening.starts_at"])
    .where("booking.id", "=", id).where("booking.state", "=", "booked").forUpdate("booking").executeTakeFirst();

const ownSeat = async (trx: Trx, opening: string, conversationId: string | undefined, now: Date): Promise<Seat | undefined> =>
  conversationId === undefined ? undefined
    : trx.selectFrom("seat").select(["opening_id", "number"]).where("opening_id", "=", opening)
      .where("hold_conversation", "=", conversationId).where("hold_until", ">", now).forUpdate().executeTakeFirst();

const anySeat = async (trx: Trx, opening: string, now: Date): Promise<Seat | undefined> => (await freeSeat(opening, now).execute(trx)).rows[0];

const freed = (trx: Trx, { opening_id, number }: Seat) =>
  trx.updateTable("seat").set({ booking_id: null }).where("opening_id", "=", opening_id).where("number", "=", number).execute();

/** What was to be told of a booking as it was. */
export const dropNotices = async (trx: Trx, booking: string): Promise<void> => {
  await trx.updateTable("appointment_notice").set({ state: "dropped", email: null }).where("booking_id", "=", booking).where("state", "=", "pending").execute();
};
