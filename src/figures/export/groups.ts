import type { Figure, Indicator } from "../../metrics/types.ts";
import type { LookedFigure } from "../types.ts";
import { unitOfRows } from "./words.ts";

export type Group = { by: string; now: Figure; before: Figure | undefined };

/** The groups of a figure, each beside the same of the earlier period. Days have no same day there; what was not counted is none of it. */
export const groupsOf = (indicator: Indicator, { now, before }: LookedFigure): Group[] => {
  const earlier = indicator.by === "day" ? undefined : before?.rows;
  const nothing: Figure = { value: unitOfRows(indicator) === "count" ? 0 : null, n: 0 };
  const names = [...new Set([...(now.rows ?? []), ...(earlier ?? [])].map(({ by }) => by))].sort((a, b) => (a < b ? -1 : 1));
  const at = (rows: LookedFigure["now"]["rows"], by: string): Figure => rows?.find((row) => row.by === by) ?? nothing;
  return names.map((by) => ({ by, now: at(now.rows, by), before: earlier && at(earlier, by) }));
};
