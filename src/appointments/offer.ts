import { sql, type Kysely, type Selectable, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { insertBooking, type Keyed } from "./book.ts";
import { isFree } from "./openings.ts";
import { notice } from "./notice.ts";
import type { PersonRow } from "./person.ts";
import { tellable } from "./quiet.ts";
import { openingShown } from "./shown.ts";
import type { BookResult, Offer, Rules } from "./types.ts";

type Trx = Transaction<Tables>;
type Waiting = Selectable<Tables["waiting"]>;
type Opening = Selectable<Tables["opening"]>;
export type Seat = { opening_id: string; number: number };

/** Takes a booking or an offer off a seat, and offers the seat to the first who waits for it. */
export const giveBack = async (trx: Trx, rules: Rules, seat: Seat, now: Date): Promise<void> => {
  await trx.updateTable("seat").set({ booking_id: null, offer_id: null })
    .where("opening_id", "=", seat.opening_id).where("number", "=", seat.number).execute();
  const opening = await trx.selectFrom("opening").selectAll().where("id", "=", seat.opening_id).executeTakeFirstOrThrow();
  const isKept = await trx.selectFrom("seat").select("number").where("opening_id", "=", seat.opening_id).where("number", "=", seat.number)
    .where(isFree("seat", now)).executeTakeFirst();
  if (!isKept || opening.closes_at <= tellable(now)) return;
  const next = await firstWaiting(trx, opening);
  if (next) await makeOffer(trx, rules, { waiting: next, opening, seat }, now);
};

/** The office's own cancellations first, then who was drawn, then who asked first; nobody the same opening twice. */
const firstWaiting = async (trx: Trx, { id, office, counter, day }: Opening): Promise<Waiting | undefined> => {
  const { rows } = await sql<Waiting>`
    select w.* from waiting w
    where w.state = 'waiting' and w.office = ${office} and w.counter = ${counter}
      and coalesce(w.from_day, '') <= ${day} and coalesce(w.to_day, '9999') >= ${day}
      and (w.kind <> 'draw' or w.rank is not null)
      and not exists (select from offer f where f.waiting_id = w.id and f.opening_id = ${id})
    order by array_position(array['moved', 'draw', 'list'], w.kind), w.rank, w.asked_at, w.id
    limit 1 for update skip locked`.execute(trx);
  return rows[0];
};

/** Offers the earliest free seat to somebody who need not wait for one to be given back; false when there is none. */
export const offerFree = async (trx: Trx, rules: Rules, waiting: Waiting, now: Date): Promise<boolean> => {
  const { rows } = await sql<Opening & { number: number }>`
    select o.*, s.number from seat s join opening o on o.id = s.opening_id
    where o.office = ${waiting.office} and o.counter = ${waiting.counter} and o.closes_at > ${tellable(now)} and ${isFree("s", now)}
      and (o.visible_from <= ${now} or ${waiting.kind} = 'draw')
      and o.day between coalesce(${waiting.from_day}::text, '') and coalesce(${waiting.to_day}::text, '9999')
      and not exists (select from offer f where f.waiting_id = ${waiting.id} and f.opening_id = o.id)
    order by o.starts_at, s.number limit 1 for update of s skip locked`.execute(trx);
  const [found] = rows;
  if (!found) return false;
  const { number, ...opening } = found;
  await makeOffer(trx, rules, { waiting, opening, seat: { opening_id: opening.id, number } }, now);
  return true;
};

const makeOffer = async (trx: Trx, rules: Rules, { waiting, opening, seat }: { waiting: Waiting; opening: Opening; seat: Seat }, now: Date): Promise<void> => {
  const minutes = waiting.kind === "list" ? rules.offerMinutes : rules.movedOfferHours * 60;
  const until = new Date(Math.min(tellable(now).getTime() + minutes * 60_000, opening.closes_at.getTime()));
  const { id } = await trx.insertInto("offer")
    .values({ waiting_id: waiting.id, opening_id: seat.opening_id, seat: seat.number, made_at: now, until })
    .returning("id").executeTakeFirstOrThrow();
  await trx.updateTable("seat").set({ offer_id: id, hold_conversation: null, hold_service: null, hold_address: null, hold_until: null })
    .where("opening_id", "=", seat.opening_id).where("number", "=", seat.number).execute();
  await trx.updateTable("waiting").set({ state: "offered" }).where("id", "=", waiting.id).execute();
  await notice(trx, waiting, { key: `offer:${id}`, kind: `offer-${waiting.kind}`, opening, service: waiting.service, until, dueAt: now });
};

/** What is being offered to a conversation, the first first. */
export const offerTo = async (db: Kysely<Tables>, conversationId: string, now: Date): Promise<Offer | undefined> => {
  const found = await db.selectFrom("offer").innerJoin("waiting", "waiting.id", "offer.waiting_id")
    .select(["offer.id", "offer.until", "offer.opening_id", "waiting.kind", "waiting.service"])
    .where("waiting.conversation_id", "=", conversationId).where("offer.state", "=", "open").where("offer.until", ">", now)
    .orderBy("offer.id").executeTakeFirst();
  if (!found) return undefined;
  const opening = await db.selectFrom("opening").selectAll().where("id", "=", found.opening_id).executeTakeFirstOrThrow();
  return { id: found.id, why: found.kind, opening: openingShown(opening), service: found.service, until: found.until };
};

export type Answered = { offer: string; conversationId: string; now: Date };

/** Makes an offer a booking of the person who waited: nobody else's data can be given. */
export const accept = async (trx: Trx, keyed: Keyed, answered: Answered): Promise<BookResult> => {
  const found = await openOffer(trx, answered);
  if (!found) return { status: "hold-over" };
  const { offer, waiting } = found;
  const seat = { opening_id: offer.opening_id, number: offer.seat };
  const made = await insertBooking(trx, keyed, { row: personOf(waiting), service: waiting.service, seat, now: answered.now });
  await end(trx, offer.id, waiting.id, made ? { offer: "accepted", waiting: "booked" } : { offer: "withdrawn", waiting: "left" }, answered.now);
  if (made) return { status: "booked", ...made };
  await giveBack(trx, keyed.rules, seat, answered.now);
  return { status: "already-booked" };
};

/** Keeps the place on the list; this opening goes to the next. */
export const decline = async (trx: Trx, rules: Rules, answered: Answered): Promise<void> => {
  const found = await openOffer(trx, answered);
  if (!found) return;
  const { offer, waiting } = found;
  await end(trx, offer.id, waiting.id, { offer: "declined", waiting: "waiting" }, answered.now);
  await giveBack(trx, rules, { opening_id: offer.opening_id, number: offer.seat }, answered.now);
};

/** An offer that nobody answered goes to the next, and its person is told. */
export const expire = async (trx: Trx, rules: Rules, offer: Selectable<Tables["offer"]>, now: Date): Promise<void> => {
  const waiting = await trx.selectFrom("waiting").selectAll().where("id", "=", offer.waiting_id).executeTakeFirstOrThrow();
  await end(trx, offer.id, waiting.id, { offer: "expired", waiting: "passed" }, now);
  const opening = await trx.selectFrom("opening").selectAll().where("id", "=", offer.opening_id).executeTakeFirstOrThrow();
  const booked = await trx.selectFrom("booking").select("id").where("document_hash", "=", waiting.document_hash).where("service", "=", waiting.service)
    .where("state", "=", "booked").executeTakeFirst();
  if (!booked) await notice(trx, waiting, { key: `passed:${offer.id}`, kind: "offer-passed", opening, service: waiting.service, dueAt: now });
  await giveBack(trx, rules, { opening_id: offer.opening_id, number: offer.seat }, now);
};

const openOffer = async (trx: Trx, { offer: id, conversationId, now }: Answered) => {
  const offer = await trx.selectFrom("offer").selectAll().where("id", "=", id).where("state", "=", "open").where("until", ">", now).forUpdate().executeTakeFirst();
  if (!offer) return undefined;
  const waiting = await trx.selectFrom("waiting").selectAll().where("id", "=", offer.waiting_id).executeTakeFirstOrThrow();
  return waiting.conversation_id === conversationId ? { offer, waiting } : undefined;
};

const end = async (trx: Trx, offerId: string, waitingId: string, states: { offer: Selectable<Tables["offer"]>["state"]; waiting: Waiting["state"] }, now: Date): Promise<void> => {
  await trx.updateTable("offer").set({ state: states.offer }).where("id", "=", offerId).execute();
  await trx.updateTable("waiting").set({ state: states.waiting, ended_at: states.waiting === "waiting" ? null : now }).where("id", "=", waitingId).execute();
};

const personOf = ({ document_hash, document_ending, contact_hashes, name, email, phone, guardian, guardian_ending, conversation_id, channel, locale, consent_at }: Waiting): PersonRow => ({
  document_hash: document_hash!, document_ending: document_ending!, contact_hashes, name: name!, email, phone, guardian, guardian_ending,
  conversation_id, channel, locale, consent_at: consent_at!,
});
