import { dayOf } from "../calendar.ts";
import type { Indicator, Measured, Period, Slice } from "../metrics/types.ts";
import { againstOf, periodOf, stepOf } from "./period.ts";
import type { DashboardParts } from "./parts.ts";
import type { Change, Look, LookedFigure, Page, Point, Sees, View } from "./types.ts";

type Parts = Pick<DashboardParts, "metrics" | "now" | "setup">;

/** The figures of a page that a reader may see, in the order of `figures.yaml` or of the definitions. */
export const indicatorsOf = ({ metrics, setup }: Parts, page: Page, sees: Sees): Indicator[] => {
  const all = page === "overview" ? setup.overview.map(metrics.indicator) : metrics.indicators.filter(({ theme }) => theme === page);
  return all.filter(({ audience }) => sees.includes(audience));
};

/** Answers a view: each figure of its page (or `only` one), and beside it the one of the period that it is compared with. */
export const look = async (parts: Parts, view: View, sees: Sees, only?: string): Promise<Look> => {
  const today = dayOf(parts.now());
  const period = periodOf(view.period, today);
  const against = againstOf(view.period, view.against, today);
  const figures: LookedFigure[] = [];
  const asked = indicatorsOf(parts, view.page, sees).filter(({ id }) => only === undefined || id === only);
  for (const indicator of asked) figures.push(await lookedAt(parts, indicator, { period, against, slice: view.slice, page: view.page }));
  return { view, period, against, open: period.to >= today, step: stepOf(period), figures };
};

type Asked = { period: Period; against: Period | null; slice: Slice; page: Page };

/** One figure, beside the one that it is compared with. */
export const lookedAt = async ({ metrics }: Pick<Parts, "metrics">, indicator: Indicator, { period, against, slice, page }: Asked): Promise<LookedFigure> => {
  if (isOfOtherTopics(indicator, slice, page)) return { id: indicator.id, now: notSliced, before: null, change: null };
  const now = await metrics.measure(indicator.id, period, slice);
  const before = against === null || now.without ? null : await metrics.measure(indicator.id, against, slice);
  return { id: indicator.id, now, before, change: before && changeOf(indicator, now, before) };
};

const notSliced: Measured = { value: null, n: 0, without: "slice" };

/** Whose topics a page chooses among. */
export const topicsOf = (page: Page): NonNullable<Indicator["topics"]> => (page === "desk" ? "desk" : "services");

/** A topic of the desk is none of the services, though it may be called the same. */
const isOfOtherTopics = ({ topics }: Indicator, { topic }: Slice, page: Page): boolean => topic !== undefined && topics !== null && topics !== topicsOf(page);

const changeOf = ({ better }: Indicator, now: Measured, before: Measured): Change | null => {
  if (now.value === null || before.value === null) return null;
  const by = now.value - before.value;
  return { by, share: before.value === 0 ? null : by / Math.abs(before.value), good: better === "neither" || by === 0 ? null : by > 0 === (better === "higher") };
};

/** A figure over time, and beside it the same of the period that it is compared with. */
export const seriesOf = async ({ metrics, now }: Parts, id: string, view: View) => {
  const today = dayOf(now());
  const period = periodOf(view.period, today);
  const against = againstOf(view.period, view.against, today);
  const step = stepOf(period);
  if (isOfOtherTopics(metrics.indicator(id), view.slice, view.page)) return { step, points: [], before: [] };
  const told = async (days: Period): Promise<Point[]> => (await metrics.series(id, days, step, view.slice)).map(({ period: part, value, n }) => ({ period: part, value, n }));
  return { step, points: await told(period), before: against ? await told(against) : [] };
};
