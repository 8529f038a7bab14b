import { addDays, dayOf } from "../calendar.ts";
import { alertsNow } from "./alerts.ts";
import { deskNow } from "./desk-now.ts";
import { lookedAt } from "./look.ts";
import type { DashboardParts } from "./parts.ts";
import type { LookedFigure, Wall } from "./types.ts";

/** Today beside the same day a week before, who waits, and what is to be looked at. */
export const wall = async (parts: DashboardParts): Promise<Wall> => {
  const { metrics, now, setup } = parts;
  const at = now();
  const today = dayOf(at);
  const days = { period: { from: today, to: today }, against: { from: addDays(today, -7), to: addDays(today, -7) }, slice: {}, page: "overview" } as const;
  const figures: LookedFigure[] = [];
  for (const id of setup.wall) figures.push(await lookedAt({ metrics }, metrics.indicator(id), days));
  return { at, figures, ...(await deskNow(parts)), alerts: await alertsNow(parts) };
};
