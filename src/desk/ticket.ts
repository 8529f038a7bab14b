import { sql, type Kysely, type Selectable, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { waited } from "./clock.ts";
import type { DeskSetup } from "./setup.ts";

/** A conversation that asks for a person. `minutes` of open desk so far, or until the first human reply. */
export type Ticket = {
  id: string;
  conversationId: string;
  channel: string;
  locale: string;
  topic: string;
  reason: string;
  danger: boolean;
  skill?: string;
  askedAt: Date;
  minutes: number;
  dueAt: Date;
  firstReplyAt?: Date;
  state: "waiting" | "claimed" | "closed" | "returned" | "left";
  advisor?: { id: string; name: string };
  lastAt: Date;
  unread: number;
  preview?: string;
  /** The citizen asked for a video call. */
  video?: true;
};

export type Handoff = Selectable<Tables["handoff"]>;
type Row = Handoff & { last_at: Date | null; unread: number; words: string | null };

export type TicketParts = { setup: DeskSetup; redact: (text: string) => string };

/** The tickets that wait or are with somebody: danger first, then by when they are due. */
export const openTickets = async (db: Kysely<Tables>, parts: TicketParts, now: Date): Promise<Ticket[]> => {
  const { rows } = await sql<Row>`${selection} where h.state in ('waiting', 'claimed') order by h.danger desc, h.due_at, h.asked_at, h.number limit 500`.execute(db);
  return rows.map((row) => ticketOf(row, parts, now));
};

export const ticketById = async (db: Kysely<Tables>, parts: TicketParts, id: string, now: Date): Promise<Ticket | undefined> => {
  const { rows } = await sql<Row>`${selection} where h.id = ${id}`.execute(db);
  return rows[0] && ticketOf(rows[0], parts, now);
};

/** The ticket of a conversation that waits or is with somebody. */
export const openHandoff = (trx: Transaction<Tables>, conversationId: string): Promise<Handoff | undefined> =>
  trx.selectFrom("handoff").selectAll().where("conversation_id", "=", conversationId).where("state", "in", ["waiting", "claimed"]).executeTakeFirst();

/** One line of a ticket's history. */
export const note = async (
  trx: Transaction<Tables>,
  handoffId: string,
  at: Date,
  did: string,
  more: { by?: { id: string; name: string }; to?: string; reason?: string } = {},
): Promise<void> => {
  await trx
    .insertInto("handoff_event")
    .values({
      handoff_id: handoffId, at, did, by_id: more.by?.id ?? null, by_name: more.by?.name ?? null,
      to_name: more.to ?? null, reason: more.reason ?? null,
    })
    .execute();
};

/** The preview leaves out the words that only asked for a person. */
const selection = sql`
  select h.*, last.at as last_at, coalesce(new.count, 0)::int as unread, asked.words
  from handoff h
  left join lateral (select max(created_at) as at from message m where m.conversation_id = h.conversation_id) last on true
  left join lateral (
    select count(*) as count from message m
    where m.conversation_id = h.conversation_id and m.direction = 'in' and m.seq > h.read_seq and not m.payload ? 'start') new on true
  left join lateral (
    select m.payload ->> 'text' as words from message m
    left join turn t on t.channel = m.channel and t.turn_id = m.turn_id
    where m.conversation_id = h.conversation_id and m.direction = 'in' and m.payload ->> 'text' <> ''
      and coalesce(t.outcome, '') <> 'handed-off-requested'
    order by m.seq desc limit 1) asked on true`;

const previewLength = 80;

const ticketOf = (row: Row, { setup, redact }: TicketParts, now: Date): Ticket => ({
  id: row.id,
  conversationId: row.conversation_id,
  channel: row.channel,
  locale: row.locale,
  topic: row.topic,
  reason: row.reason,
  danger: row.danger,
  ...(row.skill === null ? {} : { skill: row.skill }),
  askedAt: row.asked_at,
  minutes: Math.floor(waited({ askedAt: row.asked_at, firstReplyAt: row.first_reply_at, endedAt: row.closed_at }, setup.hours, now)),
  dueAt: row.due_at,
  ...(row.first_reply_at ? { firstReplyAt: row.first_reply_at } : {}),
  state: row.state,
  ...(row.claimed_by ? { advisor: { id: row.claimed_by, name: row.claimed_name ?? "" } } : {}),
  lastAt: row.last_at ?? row.asked_at,
  unread: row.unread,
  ...(row.video_asked_at ? { video: true as const } : {}),
  ...(row.words ? { preview: shortened(redact(row.words)) } : {}),
});

const shortened = (text: string): string => (text.length <= previewLength ? text : `${text.slice(0, previewLength - 1)}…`);
