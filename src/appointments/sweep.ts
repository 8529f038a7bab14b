import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import { runDraws } from "./draw.ts";
import { noHold } from "./hold.ts";
import { expire, offerFree } from "./offer.ts";
import type { Rules } from "./types.ts";

const mostAtOnce = 200;
const unmarkedMs = 12 * 3_600_000;

export type Swept = { holds: number; offers: number; offered: number; draws: number; unmarked: number };

/** What time itself does: overdue holds and offers end, draws are made, openings offered, bookings of yesterday closed. */
export const sweep = async (db: Kysely<Tables>, rules: Rules, now: Date): Promise<Swept> => ({
  holds: await endHolds(db, now),
  offers: await endOffers(db, rules, now),
  draws: await runDraws(db, now),
  offered: await offerWaiting(db, rules, now),
  unmarked: await closeOld(db, now),
});

/** An overdue hold keeps nobody from its seat; this only forgets whose it was. */
const endHolds = async (db: Kysely<Tables>, now: Date): Promise<number> => {
  const { numUpdatedRows } = await db.updateTable("seat").set(noHold).where("hold_until", "<=", now).executeTakeFirst();
  return Number(numUpdatedRows);
};

const endOffers = (db: Kysely<Tables>, rules: Rules, now: Date): Promise<number> =>
  untilNone(() => db.transaction().execute(async (trx) => {
    const offer = await trx.selectFrom("offer").selectAll().where("state", "=", "open").where("until", "<=", now)
      .orderBy("until").orderBy("id").limit(1).forUpdate().skipLocked().executeTakeFirst();
    if (offer) await expire(trx, rules, offer, now);
    return offer !== undefined;
  }));

/** Those whom the office moved, then those drawn, in their order; who finds nothing waits on. */
const offerWaiting = async (db: Kysely<Tables>, rules: Rules, now: Date): Promise<number> => {
  const waiting = await db.selectFrom("waiting").select("id").where("state", "=", "waiting")
    .where((e) => e.or([e("kind", "=", "moved"), e("rank", "is not", null)]))
    .orderBy(sql`array_position(array['moved', 'draw'], kind)`).orderBy("rank").orderBy("asked_at").orderBy("id").limit(mostAtOnce).execute();
  let offered = 0;
  for (const { id } of waiting) {
    if (await offerOne(db, rules, id, now)) offered++;
  }
  return offered;
};

const offerOne = (db: Kysely<Tables>, rules: Rules, id: string, now: Date): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom("waiting").selectAll().where("id", "=", id).where("state", "=", "waiting").forUpdate().skipLocked().executeTakeFirst();
    return row !== undefined && offerFree(trx, rules, row, now);
  });

/** Otherwise nobody could book the service again whom no clerk has marked. */
const closeOld = async (db: Kysely<Tables>, now: Date): Promise<number> => {
  const { rows } = await sql`
    update booking b set state = case b.state when 'checked-in' then 'attended' else 'unmarked' end from opening o
    where o.id = b.opening_id and b.state in ('booked', 'checked-in') and o.ends_at < ${new Date(now.getTime() - unmarkedMs)}
    returning b.id`.execute(db);
  return rows.length;
};

const untilNone = async (one: () => Promise<boolean>): Promise<number> => {
  let done = 0;
  while (done < mostAtOnce && (await one())) done++;
  return done;
};
