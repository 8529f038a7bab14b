import type { Day } from "../calendar.ts";
import { entriesOf, type Published } from "./entries.ts";
import { filesFor } from "./files.ts";
import type { OpenDataParts } from "./parts.ts";
import { nameOf } from "./spans.ts";
import { filesOf, publishedUntil } from "./store.ts";

export type Difference = { indicator: string; group: string; period: string; published: string; now: string };
export type Recomputed = {
  version: Day;
  figures: number;
  /** Figures, shown or hidden, that are not counted as they were; hidden ones are told without their number. */
  differences: Difference[];
  /** Each file of the version, and whether it comes out the same to the byte. */
  files: { name: string; same: boolean }[];
};

/** Counts everything that a version tells again, from the rows that are there now, and compares. Throws on a day without version. */
export const recompute = async (parts: OpenDataParts, version: Day): Promise<Recomputed> => {
  const files = await filesOf(parts.db, version);
  if (files.length === 0) throw new Error(`open data: no version of "${version}"`);
  const published = await publishedUntil(parts.db, version);
  const again = await counted(parts, published);
  const made = new Map(filesFor(parts, version, again).map(({ name, sha256 }) => [name, sha256]));
  return {
    version, figures: published.length,
    differences: published.flatMap((entry, at) => differenceOf(entry, again[at]!)),
    files: files.map(({ name, sha256 }) => ({ name, same: made.get(name) === sha256 })),
  };
};

/** The same entries with the figures of now; what is shown of them stays as it was decided. */
const counted = async ({ metrics }: OpenDataParts, published: Published[]): Promise<Published[]> => {
  const places = Map.groupBy(published, ({ indicator, span }) => `${indicator} ${nameOf(span)}`);
  const found = new Map<string, Pick<Published, "value" | "part" | "whole">>();
  for (const [place, entries] of places) {
    const { indicator, span } = entries[0]!;
    const groups = entries.flatMap(({ by }) => (by === "" ? [] : [by]));
    for (const entry of entriesOf(metrics.indicator(indicator), await metrics.measure(indicator, span), span, groups)) found.set(`${place} ${entry.by}`, entry);
  }
  return published.map((entry) => {
    const { value, part, whole } = found.get(`${entry.indicator} ${nameOf(entry.span)} ${entry.by}`) ?? { value: null, part: null, whole: 0 };
    return { ...entry, value, part, whole };
  });
};

const differenceOf = (before: Published, now: Published): Difference[] => {
  const same = before.value === now.value && before.part === now.part && before.whole === now.whole;
  if (same) return [];
  const shown = before.showsWhole;
  const text = ({ value, whole }: Published) => (shown ? `${value ?? "-"} (${whole})` : "hidden");
  return [{ indicator: before.indicator, group: before.by || "all", period: nameOf(before.span), published: text(before), now: text(now) }];
};
