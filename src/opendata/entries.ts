import type { Day } from "../calendar.ts";
import type { Indicator, Measured, Unit } from "../metrics/types.ts";
import { nameOf, type Span } from "./spans.ts";

/** What was measured of an indicator, or of a group of it, in a span of the calendar. */
export type Entry = {
  indicator: string;
  /** The group; "" is all of it. */
  by: string;
  span: Span;
  /** What `value` is: a count, a share of `whole`, or something else that was taken from `whole`. */
  kind: Kind;
  value: number | null;
  /** share: how many of the whole. score: the sum of all scores. difference: the parts of its rows. */
  part: number | null;
  whole: number;
  /** Of rows that are parts of one whole: that whole stands with the total. */
  ofTotal: boolean;
};

export type Kind = "count" | "share" | "score" | "difference" | "order";

/** An entry, what of it is published, and since which version. */
export type Published = Entry & { showsPart: boolean; showsWhole: boolean; version: Day };

/** The parts of an entry that are counts of people or of what they did. */
export const countsOf = ({ kind }: Pick<Entry, "kind">): ("part" | "whole")[] => (kind === "count" || kind === "order" ? ["whole"] : ["part", "whole"]);

/** What a cell is called: `turns.whole`, `answered.part`; with its group and span. */
export const cellOf = ({ indicator, by, span, ofTotal }: Pick<Entry, "indicator" | "by" | "span" | "ofTotal">, count: "part" | "whole" | "rest"): string =>
  `${indicator}.${count}|${ofTotal && count === "whole" ? "" : by}|${nameOf(span)}`;

/** The entries of a measured figure; of a day only the total. `groups`: all that were ever seen, so that no row tells by standing there. */
export const entriesOf = ({ id, unit, by }: Pick<Indicator, "id" | "unit" | "by">, measured: Measured, span: Span, groups: Iterable<string>): Entry[] => {
  const total = entry({ indicator: id, by: "", span, kind: kinds[unit], ofTotal: false }, measured);
  if (span.step === "day" || by === null || by === "day") return [total];
  const rows = measured.rows ?? [];
  const ofTotal = rows.length > 0 && rows.every(({ n }) => n === measured.n) && kinds[unit] === "share";
  const found = new Map(rows.map((row) => [row.by, row]));
  const all = [...new Set([...groups, ...found.keys()])].sort();
  const parts = all.map((group) => entry(
    { indicator: id, by: group, span, kind: kindsOfRows[unit] ?? kinds[unit], ofTotal },
    found.get(group) ?? { value: null, n: ofTotal ? measured.n : 0 },
  ));
  return [total.kind === "difference" ? { ...total, part: parts.reduce((sum, { part }) => sum + part!, 0) } : total, ...parts];
};

const kinds: Record<Unit, Kind> = { count: "count", share: "share", score: "score", points: "difference", minutes: "order", days: "order", milliseconds: "order" };
const kindsOfRows: Partial<Record<Unit, Kind>> = { score: "count", points: "share" };

const entry = (what: Pick<Entry, "indicator" | "by" | "span" | "kind" | "ofTotal">, { value, n }: Pick<Measured, "value" | "n">): Entry => {
  const taken = what.kind === "share" || what.kind === "score";
  return { ...what, whole: n, part: taken ? Math.round((value ?? 0) * n) : null, value: what.kind === "count" ? n : value };
};
