import { sql } from "kysely";
import { addBusinessDays, addDays, dayOf } from "../calendar.ts";
import { deskNow, type DeskNow } from "./desk-now.ts";
import type { DashboardParts } from "./parts.ts";
import type { ChangeRule } from "./setup.ts";
import type { Alert } from "./types.ts";

/** What is to be looked at now: promises first, then figures that went the wrong way. */
export const alertsNow = async (parts: DashboardParts): Promise<Alert[]> => {
  const changes = [];
  for (const [id, rule] of Object.entries(parts.setup.alerts.changes)) changes.push(await changed(parts, id, rule));
  return [tickets(parts, await deskNow(parts)), await cases(parts), ...changes].filter((alert) => alert !== undefined);
};

const tickets = ({ setup }: DashboardParts, { atRisk, broken, waiting, attended }: DeskNow): Alert | undefined => {
  const { name, advice } = setup.alerts.tickets;
  const value = atRisk + broken;
  if (value === 0) return undefined;
  return { id: "tickets", name, advice, severity: broken > 0 ? "urgent" : "warning", indicator: null, period: null, value, against: null, limit: 1, n: waiting + attended };
};

const cases = async ({ db, now, setup }: DashboardParts): Promise<Alert | undefined> => {
  const { days, name, advice } = setup.alerts.cases;
  const today = dayOf(now());
  const { rows: [open] } = await sql<{ near: number; over: number; n: number }>`
    select (count(*) filter (where c.due_on <= ${addBusinessDays(today, days)}::date))::int as near,
      (count(*) filter (where c.due_on < ${today}::date))::int as over, count(*)::int as n
    from case_file c where c.closed_at is null`.execute(db);
  const { near, over, n } = open!;
  if (near === 0) return undefined;
  return { id: "cases", name, advice, severity: over > 0 ? "urgent" : "warning", indicator: null, period: null, value: near, against: null, limit: 1, n };
};

const changed = async ({ metrics, now }: DashboardParts, id: string, { indicator, goes, by, days, against, least, name, advice }: ChangeRule): Promise<Alert | undefined> => {
  const today = dayOf(now());
  const from = addDays(today, 1 - days);
  const period = { from, to: today };
  const lately = await metrics.measure(indicator, period);
  if (lately.value === null || lately.n < least) return undefined;
  const before = await metrics.measure(indicator, { from: addDays(from, -against), to: addDays(from, -1) });
  if (before.value === null || before.n < least) return undefined;
  const limit = goes === "up" ? before.value + by : before.value - by;
  // What a sum of parts misses its limit by is no difference.
  const isOver = goes === "up" ? lately.value >= limit - tiny : lately.value <= limit + tiny;
  return isOver ? { id, name, advice, severity: "warning", indicator, period, value: lately.value, against: before.value, limit, n: lately.n } : undefined;
};

const tiny = 1e-9;
