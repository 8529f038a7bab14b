import type { Day } from "../../calendar.ts";
import type { Bilingual } from "../../locale.ts";

/** What was promised. `included`: the baseline is part of the target. */
export type Target = {
  id: string;
  institution: { id: string; name: Bilingual };
  name: Bilingual;
  unit: Bilingual;
  baseline: { value: number; included: boolean } | null;
  /** Null where figures are followed without a target. */
  target: { value: number; since: Day; by: Day } | null;
  /** Days up to which it is reported, oldest first. */
  cuts: Day[];
  /** What was published when this was written, with its source. */
  published: { cut: Day; value: number; whole: number | null; note: Bilingual | null }[];
  /** One of our own indicators: it is counted, not reported. */
  indicator: string | null;
  /** The key of a source. */
  source: string;
};

/**
 * How a target stands at a cut. `value` null: the cut is over and nobody has told. `progress`: share of the way, below 0 and above
 * 1 as it is; null without a target or a value. `timeGone`: share of the time, to compare it with. `from`: where the value is from.
 */
export type FollowUp = {
  cut: Day;
  value: number | null;
  whole: number | null;
  progress: number | null;
  timeGone: number | null;
  from: "published" | "reported" | "counted" | null;
  report: { sentBy: string; sentOn: Day; receivedAt: Date } | null;
  note: Bilingual | string | null;
};

/** A file of figures. `missing`: targets with this cut that it has no figure for. Faults name line and column. */
export type Imported =
  | { status: "imported"; institution: string; cut: Day; values: number; missing: string[] }
  | { status: "known" }
  | { status: "refused"; faults: string[] };
