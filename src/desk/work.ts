import { sql, type Kysely, type Transaction } from "kysely";
import type { ByPerson, Words } from "../conversation/by-person.ts";
import type { File } from "../conversation/files.ts";
import type { Tables } from "../db/tables.ts";
import { waited } from "./clock.ts";
import { presenceOf, whoIsThere, type Advisor } from "./presence.ts";
import { orRefused, RefusedInside, type Refused } from "./refusal.ts";
import type { DeskSetup, DeskTopic } from "./setup.ts";
import { note, type Handoff } from "./ticket.ts";

export type WorkParts = {
  db: Kysely<Tables>;
  byPerson: ByPerson;
  setup: DeskSetup;
  now: () => Date;
  keepFile: (trx: Transaction<Tables>, conversationId: string, seq: number, file: File) => Promise<void>;
};

export type CloseReason = "resolved" | "no-answer" | "elsewhere" | "abuse";
/** Who acts: an advisor only on what they have; `supervises` on anybody's. */
export type Actor = Advisor & { supervises: boolean };

/**
 * What advisors do with tickets. Each is one transaction that locks the conversation, then the ticket; where two want
 * the same, the first UPDATE that finds the ticket as it must be wins.
 */
export const createWork = (parts: WorkParts) => ({
  /** Takes a ticket that waits. The same advisor again changes nothing. */
  claim: (id: string, advisor: Advisor) =>
    within(parts, id, async (trx, say, ticket) => {
      const now = parts.now();
      const took = await trx
        .updateTable("handoff")
        .set({ state: "claimed", claimed_by: advisor.id, claimed_name: advisor.name, claimed_at: now })
        .where("id", "=", id)
        .where("state", "=", "waiting")
        .returning("id")
        .executeTakeFirst();
      if (!took) {
        if (ticket.state === "claimed" && ticket.claimed_by === advisor.id) return;
        throw new RefusedInside({ refused: "already-claimed", by: ticket.claimed_name ?? "" });
      }
      await note(trx, id, now, "claimed", { by: advisor });
      await say(`desk:${id}:claimed:${now.getTime()}`, { key: "desk.claimed", params: { name: advisor.name } });
    }),

  /** Says something to the citizen; the same key again says nothing. Gives the message's number. */
  reply: (id: string, advisor: Actor, key: string, { text }: { text: string }) => words(parts, id, advisor, key, { text }),

  /** Sends a file as a message of its own. */
  send: (id: string, advisor: Actor, key: string, { name, type, size, bytes }: File) =>
    words(parts, id, advisor, key, { text: "", attachment: { name, type, size } }, (trx, conversationId, seq) =>
      parts.keepFile(trx, conversationId, seq, { name, type, size, bytes })),

  /** Gives a ticket to somebody who is there, or back into the queue under another topic: its clock goes on. */
  transfer: (id: string, actor: Actor, to: { advisor: string } | { topic: string }, reason: string) =>
    within(parts, id, async (trx, say, ticket) => {
      mine(ticket, actor);
      const now = parts.now();
      const event = `desk:${id}:transferred:${now.getTime()}`;
      if ("topic" in to) {
        const topic = topicOf(parts.setup, to.topic);
        await trx.updateTable("handoff")
          .set({ state: "waiting", claimed_by: null, claimed_name: null, claimed_at: null, topic: topic.id, skill: topic.skill ?? null })
          .where("id", "=", id).execute();
        await note(trx, id, now, "transferred", { by: actor, to: topic.id, reason });
        await say(event, { key: "desk.transferred.topic", params: { topic: { both: topic.name } } });
        return;
      }
      const other = await whoIsThere(trx, to.advisor, now);
      if (!other) throw new RefusedInside({ refused: "not-there" });
      await trx.updateTable("handoff").set({ state: "claimed", claimed_by: other.id, claimed_name: other.name, claimed_at: now }).where("id", "=", id).execute();
      await note(trx, id, now, "transferred", { by: actor, to: other.name, reason });
      await say(event, { key: "desk.transferred.person", params: { name: other.name } });
    }),

  /** The bot goes on. */
  giveBack: (id: string, actor: Actor) => end(parts, id, actor, "returned"),

  close: (id: string, actor: Actor, reason: CloseReason) => end(parts, id, actor, "closed", reason),

  /** Puts on record that the advisor who has it runs a flow on the citizen's behalf. */
  onBehalf: (id: string, actor: Actor, flow: string) =>
    within(parts, id, async (trx, _say, ticket) => {
      mine(ticket, { ...actor, supervises: false });
      await note(trx, id, parts.now(), "on-behalf", { by: actor, reason: flow });
    }),

  /** A note that only the desk sees. */
  note: (id: string, actor: Actor, text: string) =>
    within(parts, id, async (trx, _say, ticket) => {
      mine(ticket, actor);
      await trx
        .insertInto("handoff_note")
        .values({ handoff_id: id, conversation_id: ticket.conversation_id, by_id: actor.id, by_name: actor.name, at: parts.now(), text })
        .execute();
    }),
});

type Keep = (trx: Transaction<Tables>, conversationId: string, seq: number) => Promise<void>;

/** The first words of a person stop the clock of the promise. */
const words = (parts: WorkParts, id: string, advisor: Actor, key: string, said: Omit<Words, "name">, keep?: Keep) =>
  within(parts, id, async (trx, say, ticket) => {
    mine(ticket, { ...advisor, supervises: false });
    const { seq, fresh } = await say(`desk:${id}:${key}`, { by: { name: advisor.name, ...said } });
    if (!fresh) return { seq };
    await keep?.(trx, ticket.conversation_id, seq);
    const now = parts.now();
    await trx.updateTable("handoff").set({ read_seq: seq }).where("id", "=", id).execute();
    if (ticket.first_reply_at === null) {
      await trx.updateTable("handoff").set({ first_reply_at: now, first_reply_minutes: waited({ askedAt: ticket.asked_at, firstReplyAt: now }, parts.setup.hours, now) }).where("id", "=", id).execute();
      await note(trx, id, now, "replied", { by: advisor });
    }
    return { seq };
  });

type Inside<T> = (trx: Transaction<Tables>, say: Parameters<Parameters<ByPerson["within"]>[1]>[1], ticket: Handoff) => Promise<T>;

/** Runs with the ticket's conversation locked; a ticket that moved to another conversation meanwhile is looked up again. */
export const within = async <T>(parts: WorkParts, id: string, work: Inside<T>): Promise<T | Refused> => {
  for (;;) {
    const found = await parts.db.selectFrom("handoff").select("conversation_id").where("id", "=", id).executeTakeFirst();
    if (!found) return { refused: "not-found" };
    const done = await orRefused(parts.byPerson.within(found.conversation_id, async (trx, say) => {
      const ticket = await ticketIn(trx, id, found.conversation_id);
      return ticket ? { value: await work(trx, say, ticket) } : undefined;
    }));
    if (done && "refused" in done) return done;
    if (done) return done.value;
  }
};

/**
 * Puts a ticket back into the queue, in its old place, when its advisor is gone and has owed an answer since before `since`.
 * Refused when that is no longer so.
 */
export const releaseAbandoned = (parts: WorkParts, id: string, since: Date): Promise<Refused | undefined> =>
  within(parts, id, async (trx, say, ticket) => {
    const now = parts.now();
    const last = await lastWords(trx, ticket.conversation_id);
    const isOwed = ticket.state === "claimed" && last?.direction === "in" && last.created_at <= since;
    if (!isOwed || (await presenceOf(trx, ticket.claimed_by!, now)) !== "offline") throw new RefusedInside({ refused: "not-allowed" });
    await trx.updateTable("handoff").set({ state: "waiting", claimed_by: null, claimed_name: null, claimed_at: null }).where("id", "=", id).execute();
    await note(trx, id, now, "released", { by: { id: ticket.claimed_by!, name: ticket.claimed_name ?? "" } });
    await say(`desk:${id}:released:${now.getTime()}`, { key: "desk.released" });
    return undefined;
  });

/** A ticket where the citizen has been silent since an advisor's last words, which are older than `since`. */
export const closeSilent = (parts: WorkParts, id: string, since: Date): Promise<Refused | undefined> => end(parts, id, { since }, "closed", "no-answer");

const end = async (parts: WorkParts, id: string, by: Actor | { since: Date }, state: "closed" | "returned", reason?: CloseReason): Promise<Refused | undefined> => {
  const found = await parts.db.selectFrom("handoff").select("conversation_id").where("id", "=", id).executeTakeFirst();
  if (!found) return { refused: "not-found" };
  const turnId = `desk:${id}:ended`;
  return orRefused(parts.byPerson.handBack(found.conversation_id, turnId, async (trx) => {
    const ticket = await ticketIn(trx, id, found.conversation_id);
    if (!ticket) throw new RefusedInside({ refused: "not-found" });
    if ("since" in by) await silentSince(trx, ticket, by.since);
    else mine(ticket, by);
    const now = parts.now();
    await trx.updateTable("handoff").set({ state, closed_at: now, close_reason: reason ?? null }).where("id", "=", id).execute();
    await note(trx, id, now, state, { ...("since" in by ? {} : { by }), ...(reason ? { reason } : {}) });
    const name = "since" in by ? "" : by.name;
    if (state === "returned") return { as: "returned", name };
    return reason === "resolved" || reason === "elsewhere" ? { as: "closed", name } : { as: reason === "no-answer" ? "silent" : "ended" };
  }).then(() => undefined));
};

const ticketIn = (trx: Transaction<Tables>, id: string, conversationId: string): Promise<Handoff | undefined> =>
  trx.selectFrom("handoff").selectAll().where("id", "=", id).where("conversation_id", "=", conversationId).forUpdate().executeTakeFirst();

/** Refused unless the actor has the ticket, or supervises. */
export const mine = (ticket: Handoff, { id, supervises }: Actor): void => {
  if (ticket.state !== "claimed" && !(supervises && ticket.state === "waiting")) throw new RefusedInside({ refused: "not-allowed" });
  if (ticket.claimed_by !== id && !supervises) throw new RefusedInside({ refused: "not-allowed", by: ticket.claimed_name ?? "" });
};

const silentSince = async (trx: Transaction<Tables>, ticket: Handoff, since: Date): Promise<void> => {
  const last = await lastWords(trx, ticket.conversation_id);
  if (ticket.state !== "claimed" || last?.direction !== "out" || last.created_at > since) throw new RefusedInside({ refused: "not-allowed" });
};

/** The last message of a citizen or an advisor: what the service says of itself breaks no silence. */
const lastWords = (trx: Transaction<Tables>, conversationId: string) =>
  trx
    .selectFrom("message")
    .select(["direction", "created_at"])
    .where("conversation_id", "=", conversationId)
    .where(sql<boolean>`(direction = 'in' or payload ->> 'from' = 'advisor')`)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();

const topicOf = ({ topics }: DeskSetup, id: string): DeskTopic => {
  const found = topics.find((topic) => topic.id === id);
  if (!found) throw new RefusedInside({ refused: "not-found" });
  return found;
};
