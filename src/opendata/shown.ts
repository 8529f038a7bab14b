import { countsOf, type Published } from "./entries.ts";
import { nameOf } from "./spans.ts";

/** What anybody may see of an entry. `hidden`: it is kept back, so that nobody can be told from it. `none`: there was nothing to count it from. */
export type Shown = { state: "shown" | "hidden" | "none"; value: number | null; part: number | null; whole: number | null };

/** What is told of each entry. A value stands only where all that it was taken from is shown. */
export const shownOf = (entries: Published[]): Map<Published, Shown> => {
  const rows = Map.groupBy(entries.filter(({ by }) => by !== ""), placeOf);
  return new Map(entries.map((entry) => [entry, shown(entry, rows.get(placeOf(entry)) ?? [])]));
};

const placeOf = ({ indicator, span }: Published): string => `${indicator}|${nameOf(span)}`;

const shown = (entry: Published, rows: Published[]): Shown => {
  const counts = countsOf(entry);
  const has = (one: Published) => countsOf(one).every((count) => one[count === "part" ? "showsPart" : "showsWhole"]);
  const whole = entry.showsWhole ? entry.whole : null;
  const part = entry.kind === "share" && counts.includes("part") && entry.showsPart ? entry.part : null;
  const isTold = has(entry) && (entry.kind !== "difference" || rows.every(has));
  if (isTold && entry.value === null) return { state: "none", value: null, part, whole };
  return isTold ? { state: "shown", value: entry.value, part, whole } : { state: "hidden", value: null, part, whole };
};
