import { sql } from "kysely";
import type { DashboardParts } from "./parts.ts";

/** Who waits for a person or is with one, and how the promise to them stands. Minutes are minutes of open desk. */
export type DeskNow = { waiting: number; attended: number; atRisk: number; broken: number; longestMinutes: number | null };

/** As it stands now; whose promise is at risk was marked in the last minute. */
export const deskNow = async ({ db, now, openMinutes }: Pick<DashboardParts, "db" | "now" | "openMinutes">): Promise<DeskNow> => {
  const at = now();
  const { rows: [open] } = await sql<Omit<DeskNow, "longestMinutes"> & { oldest: Date | null }>`
    select (count(*) filter (where h.state = 'waiting'))::int as waiting, (count(*) filter (where h.state = 'claimed'))::int as attended,
      (count(*) filter (where h.first_reply_at is null and h.due_at >= ${at} and h.warned_at is not null))::int as "atRisk",
      (count(*) filter (where h.first_reply_at is null and h.due_at < ${at}))::int as broken,
      min(h.asked_at) filter (where h.state = 'waiting') as oldest
    from handoff h where h.state in ('waiting', 'claimed')`.execute(db);
  const { oldest, ...counts } = open!;
  return { ...counts, longestMinutes: oldest && Math.floor(openMinutes(oldest, at)) };
};
