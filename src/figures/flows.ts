import { sql } from "kysely";
import { dayOf } from "../calendar.ts";
import { during, sliced } from "../metrics/where.ts";
import type { Period, Row, Slice } from "../metrics/types.ts";
import type { DashboardParts } from "./parts.ts";
import { periodOf } from "./period.ts";
import type { FlowPath, View } from "./types.ts";

/** How flows were walked, the one that was begun most often first. */
export const flowPaths = async (parts: DashboardParts, { period, slice }: Pick<View, "period" | "slice">): Promise<FlowPath[]> => {
  const { metrics: { measure }, now, stepsOf } = parts;
  const days = periodOf(period, dayOf(now()));
  const [starts, completions, drops] = [await measure("flow-starts", days, slice), await measure("flow-completions", days, slice), await measure("flow-drop-offs", days, slice)];
  const left = (drops.rows ?? []).map(({ by, n }) => ({ flow: by.split(" ")[0]!, step: by.split(" ")[1]!, n }));
  const reached = await arrivals(parts, days, slice);
  const flows = new Set([...named(starts.rows), ...named(completions.rows), ...left.map(({ flow }) => flow)]);
  const paths = [...flows].map((flow): FlowPath => {
    const here = left.filter((drop) => drop.flow === flow);
    const order = stepsOf(flow);
    const steps = [...new Set([...order, ...reached.filter((one) => one.flow === flow).map(({ step }) => step), ...here.map(({ step }) => step)])]
      .map((step) => ({ step, reached: countAt(reached, flow, step), left: countAt(here, flow, step) }));
    return { flow, starts: at(starts.rows, flow), completions: at(completions.rows, flow), left: here.reduce((sum, { n }) => sum + n, 0), steps: steps.filter((step) => step.reached > 0 || step.left > 0) };
  });
  return paths.sort((a, b) => b.starts - a.starts || (a.flow < b.flow ? -1 : 1));
};

type Arrived = { flow: string; step: string; n: number };

/** In how many conversations did somebody come to each step, there to be asked or told something? */
const arrivals = async ({ db }: DashboardParts, period: Period, slice: Slice): Promise<Arrived[]> => {
  const { rows } = await sql<Arrived>`
    select t.flow, t.step, count(distinct t.conversation_id)::int as n
    from turn t
    where t.flow is not null and t.step is not null and t.flow <> 'welcome' and ${during("t.at", period)} and ${sliced(slice, "t")}
    group by t.flow, t.step`.execute(db);
  return rows;
};

const named = (rows: Row[] = []): string[] => rows.map(({ by }) => by);
const at = (rows: Row[] = [], flow: string): number => rows.find(({ by }) => by === flow)?.n ?? 0;
const countAt = (counts: Arrived[], flow: string, step: string): number => counts.find((one) => one.flow === flow && one.step === step)?.n ?? 0;
