import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Metrics } from "../metrics/indicators.ts";
import type { Target } from "../metrics/targets/types.ts";
import type { Indicator } from "../metrics/types.ts";
import type { Texts } from "../text.ts";
import type { OpenDataSetup } from "./setup.ts";

export type OpenDataParts = { db: Kysely<Tables>; metrics: Metrics; targets: readonly Target[]; texts: Texts; setup: OpenDataSetup; now: () => Date };

/** What everybody may see and something is recorded of. */
export const publicIndicators = ({ metrics }: Pick<OpenDataParts, "metrics">): Indicator[] =>
  metrics.indicators.filter(({ audience, missing }) => audience === "public" && !missing);
