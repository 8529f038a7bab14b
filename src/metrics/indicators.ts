import type { Kysely } from "kysely";
import { addDays, dayOf, isDay, weekday, type Day } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";
import { queries } from "./queries.ts";
import { loadIndicators } from "./setup.ts";
import { sliceKeys, type Grouping, type Indicator, type Measured, type Period, type Slice } from "./types.ts";

export type Step = "day" | "week" | "month" | "quarter";

export type Metrics = {
  /** All of them, in the order in which they are told. */
  indicators: readonly Indicator[];
  /** Throws on an id that is none. */
  indicator: (id: string) => Indicator;
  /**
   * The figure of an indicator in a period, of all or of a slice. Days that have not begun are left out. Throws on an unknown
   * indicator and on a period that is none.
   */
  measure: (id: string, period: Period, slice?: Slice) => Promise<Measured>;
  /** The same for each part of a period: days, weeks from Monday, months, quarters. The first and the last may be cut. */
  series: (id: string, period: Period, step: Step, slice?: Slice) => Promise<(Measured & { period: Period })[]>;
  /** What a row is called; the value itself where its words stand elsewhere (a flow, an office, a topic, an authority). */
  labelOf: (by: Grouping, value: string, locale: Locale) => string;
};

type Parts = { db: Kysely<Tables>; now: () => Date; /** The folder with `data/indicators.yaml`. */ knowledge: string };

/** The indicators and their figures. Throws, naming every fault, when their definitions cannot be used. */
export const createMetrics = ({ db, now, knowledge }: Parts): Metrics => {
  const { indicators, labels } = loadIndicators(knowledge);
  const indicator = (id: string): Indicator => {
    const found = indicators.find((each) => each.id === id);
    if (!found) throw new Error(`metrics: no indicator "${id}" (indicators: ${indicators.map((each) => each.id).join(", ")})`);
    return found;
  };
  const measure: Metrics["measure"] = (id, period, slice = {}) => figure({ db, now: now() }, indicator(id), period, slice);
  return {
    indicators, indicator, measure,
    series: async (id, period, step, slice) => {
      const parts = partsOf(period, step).filter(({ from }) => from <= dayOf(now()));
      const measured = [];
      for (const part of parts) measured.push({ period: part, ...(await measure(id, part, slice)) });
      return measured;
    },
    labelOf: (by, value, locale) => labels[by]?.[value]?.[locale] ?? value,
  };
};

const figure = async (source: { db: Kysely<Tables>; now: Date }, { id, slices, missing }: Indicator, period: Period, slice: Slice): Promise<Measured> => {
  const days = begun(checked(period), dayOf(source.now));
  if (missing) return { value: null, n: 0, without: "source" };
  if (sliceKeys.some((key) => slice[key] !== undefined && !slices.includes(key))) return { value: null, n: 0, without: "slice" };
  return days ? inOrder(await queries[id]!(source, days, slice)) : { value: null, n: 0 };
};

/** By the signs themselves: a database sorts by the language that it was made for. */
const inOrder = ({ rows, ...figures }: Measured): Measured => ({ ...figures, ...(rows ? { rows: rows.toSorted((a, b) => (a.by < b.by ? -1 : 1)) } : {}) });

const checked = (period: Period): Period => {
  const { from, to } = period;
  if (!isDay(from) || !isDay(to) || to < from) throw new Error(`metrics: "${from}" to "${to}" is no period: write two days as 2026-11-23, the earlier one first`);
  return period;
};

const begun = ({ from, to }: Period, today: Day): Period | undefined => (from > today ? undefined : { from, to: to < today ? to : today });

/** A period cut where days, weeks, months or quarters end. */
export const partsOf = (period: Period, step: Step): Period[] => {
  const { from, to } = checked(period);
  const parts: Period[] = [];
  for (let first = from; first <= to; ) {
    const last = lastOf(first, step);
    parts.push({ from: first, to: last < to ? last : to });
    first = addDays(last, 1);
  }
  return parts;
};

const lastOf = (day: Day, step: Step): Day => {
  switch (step) {
    case "day": return day;
    case "week": return weekday(day) === "sun" ? day : lastOf(addDays(day, 1), step);
    case "month": return addDays(firstOfMonth(day, 1), -1);
    case "quarter": return addDays(firstOfMonth(day, 3 - ((Number(day.slice(5, 7)) - 1) % 3)), -1);
    default: return step satisfies never;
  }
};

/** The first day of the month so many months later. */
const firstOfMonth = (day: Day, months: number): Day => {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};
