import type { Kysely } from "kysely";
import type { Day } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";
import type { Bilingual, Locale } from "../locale.ts";

/** Days of Bogotá, both included. */
export type Period = { from: Day; to: Day };

/** A part of what is counted. `topic`: an id of services.yaml, or of desk.yaml where the indicator says so. */
export type Slice = { channel?: string; locale?: Locale; topic?: string };
export const sliceKeys = ["channel", "locale", "topic"] as const;

/** Where figures are counted, and when: nothing after the day of `now` is counted as if it had passed. */
export type Source = { db: Kysely<Tables>; now: Date };

/**
 * A figure. `value` is null where there is nothing to divide, and never 0 instead; `n` is how many it was counted from (of a
 * share: the whole). Shares are 0 to 1.
 */
export type Figure = { value: number | null; n: number };
export type Row = Figure & { by: string };

/**
 * `rows`: the same by the groups of `Indicator.by`, in a fixed order; two parts of one group stand as "flow step".
 * `without`: why there is no figure. source: nothing records it yet. slice: it is not counted by what was asked for.
 */
export type Measured = Figure & { rows?: Row[]; without?: "source" | "slice" };

/** One question of the database: src/metrics/<theme>/<id>.ts. */
export type Query = (source: Source, period: Period, slice: Slice) => Promise<Measured>;

export const themes = ["service", "answers", "flows", "desk", "cases", "appointments", "care", "quality", "participation"] as const;
export type Theme = (typeof themes)[number];

/** share: 0 to 1 · points: percentage points, -100 to 100 · score: 1 to 5 · days and minutes as the definition says. */
export const units = ["count", "share", "points", "minutes", "days", "milliseconds", "score"] as const;
export type Unit = (typeof units)[number];

/** Who may see it, beside those before: everybody, the staff, supervisors and administrators. */
export const audiences = ["public", "staff", "supervisor"] as const;
export type Audience = (typeof audiences)[number];

/** What rows are by; `labelOf` gives the words of the closed ones. */
export const groupings = [
  "channel", "locale", "hour", "day", "topic", "desk-topic", "outcome", "danger", "flow", "flow-step", "reason", "kind", "state", "age",
  "transfer", "office", "office-counter", "cancelled-by", "score", "verdict", "institution", "referral-state",
] as const;
export type Grouping = (typeof groupings)[number];

export type Indicator = {
  /** Also the name of its query and of its file. */
  id: string;
  theme: Theme;
  name: Bilingual;
  definition: Bilingual;
  formula: Bilingual;
  /** Which moment puts something into the period. */
  when: Bilingual;
  unit: Unit;
  /** Tables that it is counted from. */
  sources: string[];
  /** How often it is published. */
  every: "day" | "month" | "quarter";
  owner: Bilingual;
  audience: Audience;
  /** Which way is good. */
  better: "higher" | "lower" | "neither";
  /** By what it can be sliced. */
  slices: (keyof Slice)[];
  /** Whose topics `slice.topic` and rows by topic are: services.yaml, or desk.yaml. */
  topics: "services" | "desk" | null;
  by: Grouping | null;
  /** A count of the days of a period is the sum of the counts of its days. */
  adds: boolean;
  /** Worked by hand; the same rows stand in the tests. `sum` is what was reckoned. */
  example: Bilingual & { sum: string; value: number | null };
  /** Why it has no figure yet. */
  missing: Bilingual | null;
};
