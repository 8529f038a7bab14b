import { sql } from "kysely";
import { standing } from "./clock.ts";
import { note } from "./ticket.ts";
import { closeSilent, releaseAbandoned, type WorkParts } from "./work.ts";

/** What time itself does at the desk. Any replica may run it: each step happens once. */
export const sweep = async (parts: WorkParts): Promise<{ warned: number; released: number; closed: number }> => ({
  warned: await warn(parts),
  released: await forEach(parts, "in", patienceMs, releaseAbandoned),
  closed: await forEach(parts, "out", parts.setup.silence.hours * 3_600_000, closeSilent),
});

/** An advisor whose page is closed, and who owes an answer for so long, will not give it. */
const patienceMs = 10 * 60_000;

/** Before the promise is broken, once a ticket. */
const warn = async ({ db, setup, now }: WorkParts): Promise<number> => {
  const at = now();
  const unanswered = await db
    .selectFrom("handoff")
    .select(["id", "asked_at"])
    .where("state", "in", ["waiting", "claimed"])
    .where("first_reply_at", "is", null)
    .where("warned_at", "is", null)
    .execute();
  const late = unanswered.filter((ticket) =>
    ["at-risk", "breached"].includes(standing({ askedAt: ticket.asked_at, firstReplyAt: null }, setup.promise, setup.hours, at)));
  let warned = 0;
  for (const { id } of late) {
    warned += await db.transaction().execute(async (trx) => {
      const mine = await trx.updateTable("handoff").set({ warned_at: at }).where("id", "=", id).where("warned_at", "is", null).returning("id").executeTakeFirst();
      if (mine) await note(trx, id, at, "warned");
      return mine ? 1 : 0;
    });
  }
  return warned;
};

const mostAtOnce = 200;

/** Claimed conversations where the last words, of the citizen (`in`) or the advisor (`out`), are so old; gives how many it did. */
const forEach = async (parts: WorkParts, last: "in" | "out", ms: number, work: typeof closeSilent): Promise<number> => {
  const since = new Date(parts.now().getTime() - ms);
  const { rows } = await sql<{ id: string }>`
    select h.id from handoff h
    cross join lateral (
      select m.direction, m.created_at from message m
      where m.conversation_id = h.conversation_id and (m.direction = 'in' or m.payload ->> 'from' = 'advisor')
      order by m.seq desc limit 1) last
    where h.state = 'claimed' and last.direction = ${last} and last.created_at <= ${since}
    limit ${mostAtOnce}`.execute(parts.db);
  let done = 0;
  for (const { id } of rows) if ((await work(parts, id, since)) === undefined) done++;
  return done;
};
