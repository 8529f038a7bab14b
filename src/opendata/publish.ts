import { addDays, dayOf, type Day } from "../calendar.ts";
import type { Measured, Period } from "../metrics/types.ts";
import { decide } from "./decide.ts";
import { entriesOf, type Entry, type Published } from "./entries.ts";
import { filesFor } from "./files.ts";
import { publicIndicators, type OpenDataParts } from "./parts.ts";
import type { OpenDataSetup } from "./setup.ts";
import { nameOf, spansIn, steps, type Span } from "./spans.ts";
import { firstDay, keep, publishedUntil, versionsOf } from "./store.ts";

/** A day is told of on the second day after it: by then what belongs to it has been written down. */
const settledDays = 2;

/**
 * Publishes the version of today, once: all that was published before, as it was, and the days, months, quarters and half-years
 * that have ended since. Gives its day, or nothing when it was there or there is nothing to tell.
 */
export const publish = async (parts: OpenDataParts): Promise<Day | undefined> => {
  const { db, now } = parts;
  const version = dayOf(now());
  const [last] = await versionsOf(db);
  if (last !== undefined && last >= version) return undefined;
  const from = await firstDay(db);
  const to = addDays(version, -settledDays);
  if (from === undefined || from > to) return undefined;
  const before = await publishedUntil(db, version);
  const fresh = await decide(await measured(parts, { from, to }, before), before, parts.setup.rules, version);
  const files = filesFor(parts, version, [...before, ...fresh]);
  return (await keep(db, version, fresh, files, now())) ? version : undefined;
};

/** What ended between two days and was not published before. */
const measured = async ({ metrics, setup }: OpenDataParts, period: Period, before: Published[]): Promise<Entry[]> => {
  const known = new Set(before.map(({ indicator, span }) => `${indicator} ${nameOf(span)}`));
  const entries: Entry[] = [];
  for (const indicator of publicIndicators({ metrics })) {
    const spans = spansOf(indicator.id, setup, period).filter((span) => !known.has(`${indicator.id} ${nameOf(span)}`));
    const figures: [Span, Measured][] = [];
    for (const span of spans) figures.push([span, await metrics.measure(indicator.id, span)]);
    const groups = new Set([...before.filter((entry) => entry.indicator === indicator.id && entry.by !== "").map(({ by }) => by), ...figures.flatMap(([, { rows }]) => (rows ?? []).map(({ by }) => by))]);
    for (const [span, figure] of figures) entries.push(...entriesOf(indicator, figure, span, groups));
  }
  return entries;
};

/** Spans that ended in a period; the first of each step may have begun before anything happened. */
const spansOf = (indicator: string, { daily }: OpenDataSetup, { from, to }: Period): Span[] =>
  steps.filter((step) => step !== "day" || daily.has(indicator))
    .flatMap((step) => spansIn(step, { from: `${from.slice(0, 4)}-01-01`, to }).filter((span) => span.to >= from));
