import { sql, type Kysely, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { insertBooking, type Keyed } from "./book.ts";
import { isFree } from "./openings.ts";
import { rowOf } from "./person.ts";
import type { Seat } from "./offer.ts";

type Trx = Transaction<Tables>;
export type Marked = "done" | "not-found" | "not-live" | "too-early";
export type WalkedIn = { number: string } | { refused: "not-found" | "full" | "already-booked" | "other-service" | "not-live" };
export type Comer = { service: string; document: string; name: string };
export type Attends = (office: string, counter: string, service: string) => boolean;

const dayMs = 86_400_000;

/** Writes down what happened to a booking: it was there, was attended, or did not come (its seat is free again). */
export const mark = async (trx: Trx, id: string, as: "checked-in" | "attended" | "no-show", now: Date): Promise<Marked> => {
  const found = await trx.selectFrom("booking").innerJoin("opening", "opening.id", "booking.opening_id")
    .select(["booking.state", "booking.opening_id", "booking.seat", "opening.starts_at"]).where("booking.id", "=", id).forUpdate("booking").executeTakeFirst();
  if (!found) return "not-found";
  if (found.state === as) return "done";
  const before = { "checked-in": ["booked"], "attended": ["booked", "checked-in", "unmarked"], "no-show": ["booked", "unmarked"] }[as];
  if (!before.includes(found.state)) return "not-live";
  const earliest = as === "no-show" ? found.starts_at.getTime() : found.starts_at.getTime() - dayMs;
  if (now.getTime() < earliest) return "too-early";
  await trx.updateTable("booking").set({ state: as }).where("id", "=", id).execute();
  if (as === "no-show") await trx.updateTable("seat").set({ booking_id: null }).where("opening_id", "=", found.opening_id).where("number", "=", found.seat).execute();
  return "done";
};

/** Somebody who came without an appointment, on a free seat of an opening; `extra` adds one. Their consent was asked at the window. */
export const walkIn = async (trx: Trx, keyed: Keyed, { opening: id, comer, extra, attends, now }: { opening: string; comer: Comer; extra: boolean; attends: Attends; now: Date }): Promise<WalkedIn> => {
  const opening = await trx.selectFrom("opening").selectAll().where("id", "=", id).where("ends_at", ">", now).executeTakeFirst();
  if (!opening) return { refused: "not-found" };
  if (!attends(opening.office, opening.counter, comer.service)) return { refused: "other-service" };
  const seat = (await free(trx, id, now)) ?? (extra ? await oneMore(trx, id) : undefined);
  return seat ? seatComer(trx, keyed, seat, comer, now) : { refused: "full" };
};

/** Somebody who is there takes the seat of one who did not come; the absent one's booking stays as it is. */
export const substitute = async (trx: Trx, keyed: Keyed, { booking: id, comer, attends, now }: { booking: string; comer: Comer; attends: Attends; now: Date }): Promise<WalkedIn> => {
  const absent = await trx.selectFrom("booking").innerJoin("opening", "opening.id", "booking.opening_id")
    .select(["booking.opening_id", "booking.seat", "booking.state", "opening.office", "opening.counter"]).where("booking.id", "=", id).executeTakeFirst();
  if (!absent) return { refused: "not-found" };
  if (absent.state !== "no-show") return { refused: "not-live" };
  if (!attends(absent.office, absent.counter, comer.service)) return { refused: "other-service" };
  const seat = await trx.selectFrom("seat").select(["opening_id", "number"]).where("opening_id", "=", absent.opening_id)
    .where("number", "=", absent.seat).where(isFree("seat", now)).forUpdate().executeTakeFirst();
  return seat ? seatComer(trx, keyed, seat, comer, now) : { refused: "full" };
};

const seatComer = async (trx: Trx, keyed: Keyed, seat: Seat, { service, document, name }: Comer, now: Date): Promise<WalkedIn> => {
  const row = rowOf(keyed.key, { document, name }, undefined, now);
  const made = await insertBooking(trx, keyed, { row, service, seat, walkIn: true, now });
  return made ? { number: made.booking.number } : { refused: "already-booked" };
};

const free = (trx: Trx, opening: string, now: Date): Promise<Seat | undefined> =>
  trx.selectFrom("seat").select(["opening_id", "number"]).where("opening_id", "=", opening).where(isFree("seat", now))
    .orderBy("number").limit(1).forUpdate().skipLocked().executeTakeFirst();

const oneMore = async (trx: Trx, opening: string): Promise<Seat> => {
  await trx.selectFrom("opening").select("id").where("id", "=", opening).forUpdate().execute();
  const { rows } = await sql<Seat>`
    insert into seat (opening_id, number) select ${opening}, coalesce(max(number), 0) + 1 from seat where opening_id = ${opening}
    returning opening_id, number`.execute(trx);
  return rows[0]!;
};

export type Span = { office: string; from: Date; to: Date; counter?: string };

/** Takes the free seats of a time away, with a reason; gives how many, and how many bookings stay. */
export const block = async (trx: Trx, { office, from, to, counter, reason, now }: Span & { reason: string; now: Date }): Promise<{ blocked: number; booked: number }> => {
  const { rows } = await sql`
    update seat s set blocked = ${reason}, hold_conversation = null, hold_service = null, hold_address = null, hold_until = null
    from opening o where o.id = s.opening_id and ${inSpan({ office, from, to, ...(counter ? { counter } : {}) })} and ${isFree("s", now)}
    returning s.number`.execute(trx);
  const booked = await sql<{ n: number }>`
    select count(*)::int as n from seat s join opening o on o.id = s.opening_id
    where ${inSpan({ office, from, to, ...(counter ? { counter } : {}) })} and s.booking_id is not null`.execute(trx);
  return { blocked: rows.length, booked: booked.rows[0]!.n };
};

export const unblock = async (db: Kysely<Tables>, span: Span): Promise<number> => {
  const { rows } = await sql`
    update seat s set blocked = null from opening o where o.id = s.opening_id and ${inSpan(span)} and s.blocked is not null returning s.number`.execute(db);
  return rows.length;
};

const inSpan = ({ office, from, to, counter }: Span) =>
  sql`o.office = ${office} and o.starts_at >= ${from} and o.starts_at < ${to} ${counter === undefined ? sql`` : sql`and o.counter = ${counter}`}`;
