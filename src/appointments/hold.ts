import { sql, type Kysely, type Selectable, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { isFree } from "./openings.ts";
import { inLine } from "./person.ts";
import { openingShown } from "./shown.ts";
import type { Held, HoldResult, Rules } from "./types.ts";

type Trx = Transaction<Tables>;

export type HoldGiven = { opening: string; service: string; conversationId: string; address?: string; now: Date };

/**
 * Keeps a free seat for a conversation. The seat is found, locked and marked by one statement, which passes over seats that
 * others are taking at the same moment: nothing is looked at first and written later.
 */
export const hold = async (trx: Trx, rules: Rules, given: HoldGiven): Promise<HoldResult> => {
  const { conversationId, address, now } = given;
  await letGo(trx, conversationId);
  if (address !== undefined && (await heldFrom(trx, address, now)) >= rules.perAddress) return { status: "too-many", why: "address" };
  const until = new Date(now.getTime() + rules.holdMinutes * 60_000);
  const opening = await takeForHold(trx, given, until);
  return opening ? { status: "held", opening: openingShown(opening), service: given.service, until } : { status: "taken" };
};

export const letGo = async (trx: Kysely<Tables>, conversationId: string): Promise<void> => {
  await trx.updateTable("seat").set(noHold).where("hold_conversation", "=", conversationId).execute();
};

export const held = async (db: Kysely<Tables>, conversationId: string, now: Date): Promise<Held | undefined> => {
  const found = await db.selectFrom("seat").innerJoin("opening", "opening.id", "seat.opening_id").selectAll("opening").select(["hold_service", "hold_until"])
    .where("hold_conversation", "=", conversationId).where("hold_until", ">", now).executeTakeFirst();
  return found && { opening: openingShown(found), service: found.hold_service!, until: found.hold_until! };
};

export const noHold = { hold_conversation: null, hold_service: null, hold_address: null, hold_until: null };

/** Whoever counts an address waits for whoever does so already. */
const heldFrom = async (trx: Trx, address: string, now: Date): Promise<number> => {
  await inLine(trx, [`address:${address}`]);
  const { n } = await trx.selectFrom("seat").select((e) => e.fn.countAll<string>().as("n"))
    .where("hold_address", "=", address).where("hold_until", ">", now).executeTakeFirstOrThrow();
  return Number(n);
};

const takeForHold = async (trx: Trx, { opening, service, conversationId, address, now }: HoldGiven, until: Date): Promise<Selectable<Tables["opening"]> | undefined> => {
  const { rows } = await sql<Selectable<Tables["opening"]>>`
    update seat set hold_conversation = ${conversationId}, hold_service = ${service}, hold_address = ${address ?? null}, hold_until = ${until}
    from opening o
    where (seat.opening_id, seat.number) = (${freeSeat(opening, now)}) and o.id = seat.opening_id
    returning o.*`.execute(trx);
  return rows[0];
};

/** One free seat of an opening that can be taken now, locked; none where others are taking them. */
export const freeSeat = (opening: string, now: Date) => sql<{ opening_id: string; number: number }>`
  select s.opening_id, s.number from seat s join opening o on o.id = s.opening_id
  where o.id = ${opening} and o.visible_from <= ${now} and o.closes_at > ${now} and ${isFree("s", now)}
  order by s.number limit 1 for update of s skip locked`;
