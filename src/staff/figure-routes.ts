import type { Dashboard } from "../figures/types.ts";
import type { Bilingual } from "../locale.ts";
import type { Metrics } from "../metrics/indicators.ts";
import type { Targets } from "../metrics/targets/follow-up.ts";
import { behindRoutes } from "./figures/behind.ts";
import { keepRoutes } from "./figures/keep.ts";
import { lookRoutes } from "./figures/look.ts";
import { qualityRoutes } from "./figures/quality.ts";
import type { StaffRoute } from "./route.ts";

export type FigureRouteParts = {
  dashboard: Dashboard;
  metrics: Metrics;
  targets: Targets;
  /** What a step of a flow asks. */
  asks: (flow: string, step: string) => Bilingual | undefined;
  now: () => Date;
};

/** The figures under `/staff/api/figures`. What has a name of its own stands before what has an id. */
export const figureRoutes = (parts: FigureRouteParts): StaffRoute[] => [...lookRoutes(parts), ...behindRoutes(parts), ...qualityRoutes(parts), ...keepRoutes(parts)];
