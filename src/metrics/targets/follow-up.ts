import { sql, type Kysely } from "kysely";
import { type Day, dayOf } from "../../calendar.ts";
import type { Tables } from "../../db/tables.ts";
import type { Metrics } from "../indicators.ts";
import { importReport } from "./import.ts";
import { loadTargets } from "./setup.ts";
import type { FollowUp, Imported, Target } from "./types.ts";

export type Targets = {
  targets: readonly Target[];
  /** How a target stood at each cut that is over, oldest first. Throws on an id that is none. */
  followUp: (id: string) => Promise<FollowUp[]>;
  /** Takes in the figures that an institution sent as CSV, all or nothing. */
  importReport: (csv: string) => Promise<Imported>;
};

type Parts = { db: Kysely<Tables>; now: () => Date; knowledge: string; metrics: Metrics };

/** What was promised, and how it goes. Throws, naming every fault, when `data/targets.yaml` cannot be used. */
export const createTargets = ({ db, now, knowledge, metrics }: Parts): Targets => {
  const targets = loadTargets(knowledge);
  for (const { indicator } of targets) if (indicator !== null) metrics.indicator(indicator);
  return {
    targets,
    followUp: async (id) => {
      const target = targets.find((each) => each.id === id);
      if (!target) throw new Error(`metrics: no target "${id}" (targets: ${targets.map((each) => each.id).join(", ")})`);
      const over = target.cuts.filter((cut) => cut < dayOf(now()));
      const known = target.indicator === null ? await told(db, target) : await counted(metrics, target, over);
      return over.map((cut) => ({ ...(known.get(cut) ?? nothing), cut, progress: progress(target, known.get(cut)?.value ?? null), timeGone: timeGone(target, cut) }));
    },
    importReport: (csv) => importReport(db, targets, csv, now()),
  };
};

type Known = Pick<FollowUp, "value" | "whole" | "from" | "report" | "note">;

const nothing: Known = { value: null, whole: null, from: null, report: null, note: null };

/** What was published, and over it what was reported: the last report of a cut goes before. */
const told = async (db: Kysely<Tables>, { id, published }: Target): Promise<Map<Day, Known>> => {
  const { rows } = await sql<{ cut: Day; value: number; whole: number | null; note: string | null; sentBy: string; sentOn: Day; receivedAt: Date }>`
    select r.cut, f.value, f.whole, f.note, r.sent_by as "sentBy", r.sent_on as "sentOn", r.received_at as "receivedAt"
    from figure_reported f
    join figure_report r on r.id = f.report
    where f.target = ${id} and f.value is not null
    order by r.id`.execute(db);
  return new Map<Day, Known>([
    ...published.map(({ cut, value, whole, note }): [Day, Known] => [cut, { value, whole, note, from: "published", report: null }]),
    ...rows.map(({ cut, value, whole, note, ...report }): [Day, Known] => [cut, { value, whole, note, from: "reported", report }]),
  ]);
};

/** Our own figure from the beginning of the target to each cut. */
const counted = async (metrics: Metrics, { indicator, target }: Target, cuts: Day[]): Promise<Map<Day, Known>> => {
  const known = new Map<Day, Known>();
  for (const cut of cuts) {
    const { value, n } = await metrics.measure(indicator!, { from: target?.since ?? cut, to: cut });
    known.set(cut, { ...nothing, value, whole: n, from: "counted" });
  }
  return known;
};

/**
 * How much of the way is done. A baseline that is part of the target is where the way begins; one that is not is left out of
 * value and target alike.
 */
export const progress = ({ baseline, target }: Pick<Target, "baseline" | "target">, value: number | null): number | null => {
  if (!target || value === null) return null;
  const begin = baseline?.included ? baseline.value : 0;
  return target.value === begin ? null : (value - begin) / (target.value - begin);
};

const timeGone = ({ target }: Target, cut: Day): number | null => {
  if (!target) return null;
  const [since, by, at] = [target.since, target.by, cut].map((day) => Date.parse(day)) as [number, number, number];
  return Math.min(1, (at - since) / (by - since));
};
