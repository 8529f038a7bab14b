import type { Kysely, Transaction } from "kysely";
import { isAway } from "../db/away.ts";
import type { Tables } from "../db/tables.ts";
import type { Log } from "../log.ts";
import type { Channel, Inbound, Outcome, Reply } from "./message.ts";
import { recordTurn, type Seen } from "./record.ts";
import type { Elsewhere, Response, Thought } from "./response.ts";
import { lockConversation, numbers, readConversation, repliesOf, type Conversation } from "./store.ts";

export type TurnParts = {
  db: Kysely<Tables>;
  now: () => Date;
  log: Log;
  /** What needs time or the network: understanding and answers. Runs before the transaction. */
  think: (inbound: Inbound, conversation: Conversation) => Promise<Thought>;
  /** What the service does about it; actions run in `trx`. */
  respond: (thought: Thought, trx: Transaction<Tables>) => Promise<Response>;
  /** The apology when the two above fail. */
  apologise: (inbound: Inbound, conversation: Conversation) => Response;
  render: (said: Pick<Response, "says" | "locale">) => Reply[];
  seen: Seen;
  /** What a turn was about, for the figures: a topic of the knowledge. */
  topicOf: (response: Pick<Response, "detail" | "locale">) => string | null;
  /** True for channels to which replies are pushed; the others fetch them. */
  pushes: (channel: Channel) => boolean;
  /** Tells the streams and the deliverer that there is something new. */
  wake: (conversationId: string) => void;
  /** Tells the desk, on every replica, that something of it changed. */
  wakeDesk: () => void;
};

export type TurnResult = { replies: Reply[]; outcome: Outcome };

/**
 * One inbound, once: the conversation after it, the replies, their delivery and the outcome are committed together
 * or not at all. The same turnId again gives the same replies and does nothing else.
 * @throws when the database cannot be reached; the inbound then stays unhandled and is taken up again later
 */
export const handleTurn = async (parts: TurnParts, inbound: Inbound): Promise<TurnResult> => {
  for (let attempt = 1; ; attempt++) {
    const before = await repliesOf(parts.db, inbound);
    if (before) return before;
    const conversation = await readConversation(parts.db, inbound.conversationId);
    if (!conversation) throw new Error(`turn "${inbound.turnId}": no conversation; accept the inbound first`);
    const result = await once(parts, inbound, conversation);
    if (result !== "overtaken") return result;
    if (attempt === 50) throw new Error(`turn "${inbound.turnId}": overtaken ${attempt} times`);
  }
};

const once = async (parts: TurnParts, inbound: Inbound, conversation: Conversation) => {
  try {
    return await attempt(parts, inbound, conversation);
  } catch (fault) {
    if (isOvertaken(fault)) return "overtaken" as const;
    throw fault;
  }
};

const attempt = async (parts: TurnParts, inbound: Inbound, conversation: Conversation) => {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  try {
    const thought = await think(parts, inbound, conversation);
    return await commit(parts, inbound, conversation, (trx) => parts.respond(thought, trx), ms);
  } catch (fault) {
    if (isOvertaken(fault) || isAway(fault)) throw fault;
    parts.log.error({ fault: describe(fault), turn: inbound.turnId, channel: inbound.channel }, "turn failed");
    const apology = parts.apologise(inbound, conversation);
    return await commit(parts, inbound, conversation, () => Promise.resolve(apology), ms);
  }
};

/** A model or a vector server that cannot be reached is a fault of the turn; only our own database is waited for. */
const think = (parts: TurnParts, inbound: Inbound, conversation: Conversation) =>
  parts.think(inbound, conversation).catch((fault: unknown) => {
    throw isAway(fault) ? new Error("think: out of reach", { cause: fault }) : fault;
  });

const commit = async (
  parts: TurnParts,
  inbound: Inbound,
  conversation: Conversation,
  respond: (trx: Transaction<Tables>) => Promise<Response>,
  ms: () => number,
): Promise<TurnResult | "overtaken"> => {
  const result = await parts.db.transaction().execute(async (trx) => {
    const locked = await lockConversation(trx, conversation.id);
    if (locked?.version !== conversation.version) return "overtaken" as const;
    const response = await respond(trx);
    const replies = parts.render(response);
    const now = parts.now();
    await writeReplies(trx, inbound, replies, parts.pushes(inbound.channel), now);
    await trx
      .updateTable("conversation")
      .set({
        state: JSON.stringify(response.state),
        locale: response.locale,
        version: conversation.version + 1,
        updated_at: now,
      })
      .where("id", "=", conversation.id)
      .execute();
    await recordTurn(trx, { inbound, before: conversation.state, response, topic: parts.topicOf(response), ms: ms() }, parts.seen, now);
    if (response.elsewhere) await commitElsewhere(parts, response.elsewhere, trx, now);
    return { replies, outcome: response.outcome, wakes: [conversation.id, response.elsewhere?.conversationId ?? []].flat(), atDesk: response.atDesk };
  });
  if (result === "overtaken") return result;
  const { wakes, atDesk, ...said } = result;
  wakes.forEach(parts.wake);
  if (atDesk) parts.wakeDesk();
  return said;
};

/** A turn that no message began: the service itself has something to say. `turnId` makes it happen once. */
export const speakFirst = (
  parts: TurnParts,
  conversation: Conversation,
  turnId: string,
  respond: (inbound: Inbound, trx: Transaction<Tables>) => Promise<Response>,
): Promise<TurnResult | "overtaken"> => {
  const inbound: Inbound = { channel: conversation.channel, conversationId: conversation.id, turnId };
  return commit(parts, inbound, conversation, (trx) => respond(inbound, trx), () => 0).catch((fault: unknown) => {
    if (isOvertaken(fault)) return "overtaken" as const;
    throw fault;
  });
};

/** The other conversation of a citizen who moved from there to here: it is changed and told in the same transaction. */
const commitElsewhere = async (parts: TurnParts, { conversationId, turnId, response }: Elsewhere, trx: Transaction<Tables>, now: Date) => {
  const row = await trx.selectFrom("conversation").select(["channel", "version"]).where("id", "=", conversationId).forUpdate().executeTakeFirstOrThrow();
  const inbound: Inbound = { channel: row.channel as Channel, conversationId, turnId };
  await writeReplies(trx, inbound, parts.render(response), parts.pushes(inbound.channel), now);
  await trx
    .updateTable("conversation")
    .set({ state: JSON.stringify(response.state), version: row.version + 1, updated_at: now })
    .where("id", "=", conversationId)
    .execute();
  await recordTurn(trx, { inbound, before: response.state, response, topic: null, ms: 0 }, parts.seen, now);
};

const writeReplies = async (
  trx: Transaction<Tables>,
  inbound: Inbound,
  replies: Reply[],
  push: boolean,
  now: Date,
): Promise<void> => {
  await trx
    .updateTable("message")
    .set({ handled_at: now })
    .where("channel", "=", inbound.channel)
    .where("turn_id", "=", inbound.turnId)
    .where("direction", "=", "in")
    .execute();
  await append(trx, inbound, replies, push, now);
};

/** Adds messages to a conversation whose row is locked, and their delivery; gives their numbers. */
export const append = async (
  trx: Transaction<Tables>,
  { conversationId: id, channel, turnId }: Pick<Inbound, "conversationId" | "channel" | "turnId">,
  replies: Reply[],
  push: boolean,
  now: Date,
): Promise<number[]> => {
  if (replies.length === 0) return [];
  const seqs = await numbers(trx, id, replies.length);
  await trx
    .insertInto("message")
    .values(replies.map((reply, i) => ({
      conversation_id: id,
      seq: seqs[i]!,
      direction: "out" as const,
      channel,
      turn_id: turnId,
      payload: JSON.stringify(reply),
      handled_at: null,
      created_at: now,
    })))
    .execute();
  if (!push) return seqs;
  await trx
    .insertInto("delivery")
    .values(seqs.map((seq) => ({
      conversation_id: id, seq, state: "pending" as const, attempts: 0, next_attempt_at: now, external_id: null,
    })))
    .execute();
  return seqs;
};

/** Another replica committed the same turn, or the database asks to try again. An action's own keys are its own affair. */
const isOvertaken = (fault: unknown): boolean => {
  if (!(fault instanceof Error) || !("code" in fault)) return false;
  if (fault.code === "23505") return "table" in fault && ["turn", "message"].includes(String(fault.table));
  return ["40001", "40P01"].includes(String(fault.code));
};

/** An error's own words may quote a citizen's (a database error names the value): only its kind and place are kept. */
const describe = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name} ${"code" in fault ? String(fault.code) : ""} ${fault.stack?.split("\n").slice(1, 4).join(" | ") ?? ""}` : typeof fault;
