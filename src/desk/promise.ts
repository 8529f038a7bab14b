import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import { standing, waited } from "./clock.ts";
import { quantile } from "./estimate.ts";
import type { DeskSetup } from "./setup.ts";

/**
 * How the promise was kept. `share` is of those whose time is over: kept / (kept + breached); who left before it was over,
 * or still waits in time, is in neither. `durable` is the share of conversations closed as resolved at least seven days
 * ago that did not ask again within seven days. Minutes are minutes of open desk; null where nothing was counted. `video`:
 * of video calls, from when one was asked for, or its appointment, until both sides had opened their link.
 */
export type PromiseRow = {
  by: "all" | "channel" | "language" | "topic" | "video";
  key: string;
  asked: number;
  replied: number;
  within30: number;
  share: number | null;
  median: number | null;
  p90: number | null;
  breached: number;
  durable: number | null;
};

type Waited = {
  asked_at: Date; first_reply_at: Date | null; closed_at: Date | null;
  /** Whether it lasted; null when that cannot be said yet, or it was not resolved. */
  lasted: boolean | null;
};
type Asked = Waited & { channel: string; locale: string; topic: string };

/** The promise between two instants by when people asked: of all, by channel, language and topic. */
export const promise = async (db: Kysely<Tables>, setup: DeskSetup, span: { from: Date; to: Date }, now: Date): Promise<PromiseRow[]> => {
  const asked = await askedBetween(db, span, now);
  const groups: [PromiseRow["by"], (row: Asked) => string][] = [
    ["all", () => "all"], ["channel", ({ channel }) => channel], ["language", ({ locale }) => locale], ["topic", ({ topic }) => topic],
  ];
  const calls = await videoBetween(db, span, now);
  return [
    ...groups.flatMap(([by, keyOf]) =>
      [...Map.groupBy(asked, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, rows]) => rowOf(by, key, rows, setup, now))),
    ...(calls.length > 0 ? [rowOf("video", "all", calls, setup, now)] : []),
  ];
};

const weekMs = 7 * 86_400_000;

const askedBetween = async (db: Kysely<Tables>, { from, to }: { from: Date; to: Date }, now: Date): Promise<Asked[]> => {
  const { rows } = await sql<Asked>`
    select channel, locale, topic, asked_at, first_reply_at, closed_at,
      case when state = 'closed' and close_reason = 'resolved' and closed_at <= ${new Date(now.getTime() - weekMs)} then not exists (
        select 1 from handoff later where later.conversation_id = h.conversation_id
          and later.asked_at > h.closed_at and later.asked_at <= h.closed_at + interval '7 days') end as lasted
    from handoff h where asked_at >= ${from} and asked_at < ${to}`.execute(db);
  return rows;
};

/**
 * The wait of a ticket's video calls: until one of them began. One that the citizen asked for waits as long as the ticket is
 * open; one that only an advisor made is over with its last link.
 */
const videoBetween = async (db: Kysely<Tables>, { from, to }: { from: Date; to: Date }, now: Date): Promise<Waited[]> => {
  const { rows } = await sql<Waited>`
    with side as (
      select call_id, case when count(opened_at) = 2 then max(opened_at) end as began from video_side group by call_id
    ), call as (
      select handoff_id, min(starts_at) as starts_at, min(began) as began, max(expires_at) as ends_at
      from video_call join side on call_id = id group by handoff_id
    )
    select * from (
      select coalesce(h.video_asked_at, call.starts_at) as asked_at, call.began as first_reply_at, null::boolean as lasted,
        case when h.closed_at is not null or h.video_asked_at is not null then h.closed_at when call.ends_at <= ${now} then call.ends_at end as closed_at
      from handoff h left join call on call.handoff_id = h.id
      where h.video_asked_at is not null or call.handoff_id is not null) waited
    where asked_at >= ${from} and asked_at < ${to}`.execute(db);
  return rows;
};

const rowOf = (by: PromiseRow["by"], key: string, rows: Waited[], { promise: promised, hours }: DeskSetup, now: Date): PromiseRow => {
  const stood = rows.map((row) => standing({ askedAt: row.asked_at, firstReplyAt: row.first_reply_at, endedAt: row.closed_at }, promised, hours, now));
  const kept = stood.filter((each) => each === "kept").length;
  const breached = stood.filter((each) => each === "breached").length;
  const waits = rows.flatMap((row) => (row.first_reply_at ? [waited({ askedAt: row.asked_at, firstReplyAt: row.first_reply_at }, hours, now)] : []));
  const lasted = rows.filter((row) => row.lasted !== null);
  return {
    by, key,
    asked: rows.length,
    replied: waits.length,
    within30: kept,
    share: share(kept, kept + breached),
    median: rounded(quantile(waits, 0.5)),
    p90: rounded(quantile(waits, 0.9)),
    breached,
    durable: share(lasted.filter((row) => row.lasted).length, lasted.length),
  };
};

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const rounded = (minutes: number | undefined): number | null => (minutes === undefined ? null : Math.round(minutes * 10) / 10);
