import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";
import type { Refused } from "./refusal.ts";
import { note } from "./ticket.ts";
import { mine, within, type Actor, type WorkParts } from "./work.ts";

const lastsMinutes = 30;
const earlyMinutes = 10;

export type VideoMade = { url: string; opensAt: Date; until: Date };

/** What a link leads to. `early`: not yet · `ready`: a press opens it · `used`: it was opened · `over`: it has run out. */
export type VideoLink = { state: "early" | "ready" | "used" | "over"; side: "citizen" | "staff"; locale: Locale; opensAt: Date; until: Date };

/**
 * Video calls of tickets. Each side gets a link of its own that opens once; the room's address is told to nobody before. A
 * new call ends the one before it.
 */
export const createVideo = (parts: WorkParts & { changed: () => void }) => ({
  /**
   * Makes a call in a ticket that the advisor has, tells the citizen what it needs and sends their link; gives the advisor's.
   * `at`: by appointment, from ten minutes before. `link` makes an address of a token.
   */
  make: (id: string, advisor: Actor, { link, at }: { link: (token: string) => string; at?: Date }): Promise<VideoMade | Refused> =>
    within(parts, id, async (trx, say, ticket) => {
      mine(ticket, { ...advisor, supervises: false });
      const now = parts.now();
      const { callId, tokens, opensAt, until } = await insert(trx, { handoffId: id, by: advisor.id, now, at });
      await note(trx, id, now, "video-made", { by: advisor });
      if (ticket.video_asked_at === null) await say(`desk:${id}:video-needs`, { content: parts.setup.video.needs });
      const params = { name: advisor.name, url: link(tokens.citizen) };
      await say(`desk:${id}:video:${callId}`, at
        ? { key: "desk.video.later", params: { ...params, day: { date: at.toISOString() }, time: clock(at, ticket.locale), early: earlyMinutes } }
        : { key: "desk.video.link", params: { ...params, minutes: lastsMinutes } });
      return { url: link(tokens.staff), opensAt, until };
    }),

  /** What a token leads to; changes nothing. */
  look: (token: string): Promise<VideoLink | undefined> => look(parts.db, token, parts.now()),

  /** Opens a link, once: the name of its room, or why not. When both sides have opened theirs, the wait is over. */
  open: async (token: string): Promise<{ room: string } | VideoLink | undefined> => {
    const opened = await parts.db.transaction().execute((trx) => open(trx, token, parts.now()));
    if (opened && "room" in opened) parts.changed();
    return opened;
  },
});

const minuteMs = 60_000;

const insert = async (trx: Transaction<Tables>, { handoffId, by, now, at }: { handoffId: string; by: string; now: Date; at: Date | undefined }) => {
  const startsAt = at ?? now;
  const opensAt = at ? new Date(at.getTime() - earlyMinutes * minuteMs) : now;
  const until = new Date(startsAt.getTime() + lastsMinutes * minuteMs);
  const callId = randomUUID();
  const tokens = { citizen: unguessable(), staff: unguessable() };
  await trx.updateTable("video_call").set({ expires_at: now }).where("handoff_id", "=", handoffId).where("expires_at", ">", now).execute();
  await trx
    .insertInto("video_call")
    .values({ id: callId, handoff_id: handoffId, room: unguessable(), by_id: by, made_at: now, starts_at: startsAt, opens_at: opensAt, expires_at: until })
    .execute();
  const sides = (["citizen", "staff"] as const).map((side) => ({ call_id: callId, side, token_hash: hashOf(tokens[side]), opened_at: null }));
  await trx.insertInto("video_side").values(sides).execute();
  return { callId, tokens, opensAt, until };
};

/** 128 bits. */
const unguessable = (): string => randomBytes(16).toString("hex");

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

const find = (db: Kysely<Tables>, token: string) =>
  db
    .selectFrom("video_side as side")
    .innerJoin("video_call as call", "call.id", "side.call_id")
    .innerJoin("handoff", "handoff.id", "call.handoff_id")
    .select(["side.side", "side.call_id", "side.opened_at", "call.handoff_id", "call.room", "call.opens_at", "call.expires_at", "handoff.locale"])
    .where("side.token_hash", "=", hashOf(token))
    .executeTakeFirst();

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

const look = async (db: Kysely<Tables>, token: string, now: Date): Promise<VideoLink | undefined> => {
  const found = await find(db, token);
  return found && linkOf(found, now);
};

const linkOf = ({ side, opened_at, opens_at, expires_at, locale }: Found, now: Date): VideoLink => {
  const state = opened_at ? "used" : expires_at <= now ? "over" : opens_at > now ? "early" : "ready";
  return { state, side, locale: locale as Locale, opensAt: opens_at, until: expires_at };
};

/** The ticket is locked first: of two sides that open at once the second sees the first, and a new call waits. */
const open = async (trx: Transaction<Tables>, token: string, now: Date): Promise<{ room: string } | VideoLink | undefined> => {
  const known = await find(trx, token);
  if (!known) return undefined;
  const { first_reply_at } = await trx.selectFrom("handoff").select("first_reply_at").where("id", "=", known.handoff_id).forUpdate().executeTakeFirstOrThrow();
  const found = (await find(trx, token))!;
  const link = linkOf(found, now);
  if (link.state !== "ready") return link;
  const { call_id, side, handoff_id, room } = found;
  await trx.updateTable("video_side").set({ opened_at: now }).where("call_id", "=", call_id).where("side", "=", side).execute();
  const absent = await trx.selectFrom("video_side").select("side").where("call_id", "=", call_id).where("opened_at", "is", null).executeTakeFirst();
  if (absent) return { room };
  await note(trx, handoff_id, now, "video-began");
  if (first_reply_at === null) await trx.updateTable("handoff").set({ first_reply_at: now }).where("id", "=", handoff_id).execute();
  return { room };
};

const clock = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale === "es" ? "es-CO" : "en-US", { hour: "numeric", minute: "2-digit", timeZone: "America/Bogota" }).format(at);
