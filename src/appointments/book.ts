import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { noHold } from "./hold.ts";
import { rowOf, tooMany, type PersonRow } from "./person.ts";
import { codeHash, newCode } from "./secret.ts";
import { bookingOf } from "./shown.ts";
import type { Booking, BookResult, Person, Reach, Rules } from "./types.ts";
import { leaveLists } from "./waiting.ts";

type Trx = Transaction<Tables>;
export type Keyed = { rules: Rules; key: string };

/** Makes the conversation's hold a booking. Whether somebody has one already is decided by the unique index, not by a look. */
export const book = async (trx: Trx, { rules, key }: Keyed, { person, reach, now }: { person: Person; reach: Reach; now: Date }): Promise<BookResult> => {
  const seat = await trx.selectFrom("seat").select(["opening_id", "number", "hold_service"])
    .where("hold_conversation", "=", reach.conversationId).where("hold_until", ">", now).forUpdate().executeTakeFirst();
  if (!seat) return { status: "hold-over" };
  const row = rowOf(key, person, reach, now);
  const service = seat.hold_service!;
  const why = await tooMany(trx, rules, row, { service, now });
  if (why) return { status: "too-many", why };
  const made = await insertBooking(trx, { rules, key }, { row, service, seat, now });
  if (!made) return { status: "already-booked" };
  await leaveLists(trx, row.document_hash, service, now);
  return { status: "booked", ...made };
};

type NewBooking = { row: PersonRow; service: string; seat: { opening_id: string; number: number }; walkIn?: boolean; now: Date };

/** Writes a booking and gives it its seat, which the caller has locked; undefined when this person has one already. */
export const insertBooking = async (
  trx: Trx,
  { rules, key }: Keyed,
  { row, service, seat, walkIn = false, now }: NewBooking,
): Promise<{ code: string; booking: Booking } | undefined> => {
  const [uid, code] = [randomUUID(), newCode()];
  const inserted = await trx
    .insertInto("booking")
    .values({
      ...row, uid, opening_id: seat.opening_id, seat: seat.number, service, walk_in: walkIn, booked_at: now,
      code_hash: walkIn ? null : codeHash(key, uid, code),
      ...(walkIn ? { state: "checked-in" as const } : {}),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!inserted) return undefined;
  await trx.updateTable("seat").set({ ...noHold, offer_id: null, booking_id: inserted.id })
    .where("opening_id", "=", seat.opening_id).where("number", "=", seat.number).execute();
  return { code, booking: (await bookingOf(trx, rules, inserted.id))! };
};
