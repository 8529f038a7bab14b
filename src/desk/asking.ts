import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Claimed, DeskPort, Waiting } from "../conversation/desk.ts";
import type { Tables } from "../db/tables.ts";
import { dueAfter, openHours } from "./clock.ts";
import { estimate } from "./estimate.ts";
import { isAttended } from "./presence.ts";
import { topicFor, type DeskSetup } from "./setup.ts";
import { note, openHandoff, type Handoff } from "./ticket.ts";

/** The desk as conversations see it. */
export const createAsking = (setup: DeskSetup): DeskPort => ({
  shows: { line: setup.line, videoNeeds: setup.video.needs },
  ask: async (trx, asking) => {
    const found = (await openHandoff(trx, asking.conversationId)) ?? (await insert(trx, setup, asking));
    const open = asking.video && found.video_asked_at === null ? await askVideo(trx, found, asking.now) : found;
    return open.state === "claimed" ? claimed(open) : place(trx, setup, open, asking.now);
  },
  at: async (trx, conversationId) => {
    const open = await openHandoff(trx, conversationId);
    return open && (open.state === "claimed" ? claimed(open) : { state: "waiting" });
  },
  place: async (trx, conversationId, now) => {
    const open = await openHandoff(trx, conversationId);
    return open?.state === "waiting" ? place(trx, setup, open, now) : undefined;
  },
  leave: async (trx, conversationId, now, why) => {
    const left = await trx
      .updateTable("handoff")
      .set({ state: "left", closed_at: now, close_reason: why })
      .where("conversation_id", "=", conversationId)
      .where("state", "in", ["waiting", "claimed"])
      .returning("id")
      .executeTakeFirst();
    if (left) await note(trx, left.id, now, "left", { reason: why });
    return left !== undefined;
  },
  flag: async (trx, conversationId, kind, now) => {
    const open = await openHandoff(trx, conversationId);
    if (!open) return false;
    await trx.updateTable("handoff").set({ danger: true }).where("id", "=", open.id).execute();
    await note(trx, open.id, now, "flagged", { reason: kind });
    return true;
  },
  move: async (trx, from, to, now) => {
    const open = await openHandoff(trx, from);
    if (!open || (await openHandoff(trx, to))) return false;
    const { channel } = await trx.selectFrom("conversation").select("channel").where("id", "=", to).executeTakeFirstOrThrow();
    await trx.updateTable("handoff").set({ conversation_id: to, channel, read_seq: 0 }).where("id", "=", open.id).execute();
    await note(trx, open.id, now, "moved", { to: channel });
    return true;
  },
  callback: async (trx, { conversationId, turnId, channel, locale, now, how, reach, question }) => {
    const open = await openHandoff(trx, conversationId);
    await trx
      .insertInto("callback")
      .values({
        id: randomUUID(), conversation_id: conversationId, turn_id: turnId, channel, locale,
        topic: open?.topic ?? setup.topics[0]!.id, how, reach: reach ?? null, question: question ?? null,
        asked_at: now, consent_at: now, state: "open",
      })
      .onConflict((conflict) => conflict.column("turn_id").doNothing())
      .execute();
  },
});

type Asking = Parameters<DeskPort["ask"]>[1];

const insert = async (trx: Transaction<Tables>, setup: DeskSetup, asking: Asking): Promise<Handoff> => {
  const { conversationId, turnId, channel, locale, now, reason, queue, service } = asking;
  const kind = await dangerBefore(trx, conversationId);
  const topic = topicFor(setup, { danger: kind !== undefined, ...(queue ? { queue } : {}), ...(service ? { service } : {}) });
  const row = await trx
    .insertInto("handoff")
    .values({
      id: randomUUID(), conversation_id: conversationId, turn_id: `${channel}:${turnId}`, channel, locale,
      topic: topic.id, skill: topic.skill ?? null, reason: kind ?? reason, danger: kind !== undefined,
      asked_at: now, due_at: dueAfter(now, setup.promise.minutes, setup.hours), warned_at: null, state: "waiting",
      claimed_by: null, claimed_name: null, claimed_at: null, first_reply_at: null, closed_at: null, close_reason: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await note(trx, row.id, now, "asked", { reason: row.reason });
  return row;
};

/** The wait for a video call begins here, once a ticket. */
const askVideo = async (trx: Transaction<Tables>, { id, skill }: Handoff, now: Date): Promise<Handoff> => {
  await note(trx, id, now, "video-asked");
  return trx.updateTable("handoff").set({ video_asked_at: now, skill: skill ?? "video" }).where("id", "=", id).returningAll().executeTakeFirstOrThrow();
};

/** Who asks for a person right after words of danger asks because of it. */
const dangerBefore = async (trx: Transaction<Tables>, conversationId: string): Promise<string | undefined> => {
  const last = await trx.selectFrom("turn").select("outcome").where("conversation_id", "=", conversationId).orderBy("id", "desc").limit(1).executeTakeFirst();
  return last?.outcome.startsWith("danger-") ? last.outcome : undefined;
};

const claimed = ({ claimed_name }: Handoff): Claimed => ({ state: "claimed", name: claimed_name ?? "" });

const place = async (trx: Transaction<Tables>, setup: DeskSetup, open: Handoff, now: Date): Promise<Waiting> => {
  const topic = setup.topics.find(({ id }) => id === open.topic) ?? setup.topics[0]!;
  const minutes = await estimate(trx, setup, open.topic, now);
  return {
    state: "waiting", place: (await before(trx, open)) + 1, present: await isAttended(trx, open.locale, now),
    ...openHours(setup.hours, now), line: topic.line,
    ...(minutes === undefined ? {} : { estimate: minutes }),
  };
};

/** How many stand before a ticket among those that the same advisors attend: danger first, then by when they are due. */
const before = async (trx: Transaction<Tables>, { number, locale, skill, danger, due_at, asked_at }: Handoff): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from handoff
    where state = 'waiting' and locale = ${locale} and skill is not distinct from ${skill}
      and (not danger, due_at, asked_at, number) < (not ${danger}::boolean, ${due_at}::timestamptz, ${asked_at}::timestamptz, ${number}::bigint)`.execute(trx);
  return rows[0]!.count;
};
