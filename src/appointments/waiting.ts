import { sql, type Kysely, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Keyed } from "./book.ts";
import { inLine, rowOf } from "./person.ts";
import type { Counter, JoinResult, Office, Person, Reach } from "./types.ts";

type Trx = Transaction<Tables>;

export type Asked = { person: Person; reach: Reach; service: string; from?: string; to?: string; now: Date };

/** Puts somebody on the wait-list of a counter, once a document and service. */
export const join = async (trx: Trx, keyed: Keyed, { office, counter }: { office: Office; counter: Counter }, asked: Asked): Promise<JoinResult> => {
  const inserted = await ask(trx, keyed, asked, { kind: "list", office: office.id, counter: counter.id });
  if (inserted !== "added") return { status: inserted };
  const { n } = await trx.selectFrom("waiting").select((e) => e.fn.countAll<string>().as("n"))
    .where("office", "=", office.id).where("counter", "=", counter.id).where("kind", "=", "list").where("state", "=", "waiting").executeTakeFirstOrThrow();
  return { status: "joined", position: Number(n) };
};

type Where = { kind: "list" | "draw"; office: string; counter: string; draw_id?: string; ticket?: string };

/** Adds a row unless this person waits for it already, or has a booking of the service. */
export const ask = async (trx: Trx, { key }: Pick<Keyed, "key">, { person, reach, service, from, to, now }: Asked, where: Where): Promise<"added" | "already-booked" | "already-listed"> => {
  const row = rowOf(key, person, reach, now);
  await inLine(trx, [row.document_hash]);
  if (await hasBooking(trx, row.document_hash, service)) return "already-booked";
  const inserted = await trx
    .insertInto("waiting")
    .values({ ...row, ...where, service, from_day: from ?? null, to_day: to ?? null, asked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted ? "added" : "already-listed";
};

const hasBooking = async (db: Kysely<Tables>, documentHash: string, service: string): Promise<boolean> =>
  (await db.selectFrom("booking").select("id").where("document_hash", "=", documentHash).where("service", "=", service)
    .where("state", "in", ["booked", "checked-in"]).executeTakeFirst()) !== undefined;

/** Whoever has a booking waits no more; an offer under way is given to the next by the sweep. */
export const leaveLists = async (trx: Trx, documentHash: string, service: string, now: Date): Promise<void> => {
  await sql`
    with theirs as (select id, state from waiting where document_hash = ${documentHash} and service = ${service} and state in ('waiting', 'offered')),
      ended as (update offer set until = ${now} from theirs where theirs.id = waiting_id and offer.state = 'open')
    update waiting set state = 'left', ended_at = ${now} from theirs where theirs.id = waiting.id and theirs.state = 'waiting'`.execute(trx);
};

/** What a conversation waits for, the longest first. */
export const waitingOf = async (db: Kysely<Tables>, conversationId: string): Promise<{ office: string; service: string }[]> =>
  db.selectFrom("waiting").select(["office", "service"]).where("conversation_id", "=", conversationId).where("state", "=", "waiting").orderBy("asked_at").execute();

/** A conversation asks to be taken off every list. */
export const leave = async (trx: Trx, conversationId: string, now: Date): Promise<void> => {
  await trx.updateTable("waiting").set({ state: "left", ended_at: now })
    .where("conversation_id", "=", conversationId).where("state", "=", "waiting").execute();
};
