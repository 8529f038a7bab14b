import type { Day } from "../calendar.ts";
import type { Cell } from "./cells.ts";
import { cellOf, countsOf, type Entry, type Published } from "./entries.ts";
import { hide } from "./hide.ts";
import { relationsOf, type Declared } from "./relations.ts";

export type Rules = {
  relations: Declared[];
  /** Indicators of what stood open when a span ended: it stands the same in a longer span that ends with it. */
  stocks: ReadonlySet<string>;
  /** Indicators about the service itself: no person is counted in them, so nothing of them is hidden. */
  aboutService: ReadonlySet<string>;
};

/**
 * Which counts of fresh entries are published, beside all that was decided before. `complements: false` hides small ones alone,
 * which gives them away; it is there to show that.
 */
export const decide = async (fresh: Entry[], before: Published[], rules: Rules, version: Day, complements = true): Promise<Published[]> => {
  const cells = new Map<string, Cell>();
  for (const entry of before) for (const count of countsOf(entry)) add(cells, entry, count, entry[count === "part" ? "showsPart" : "showsWhole"] ? "shown" : "hidden");
  for (const entry of fresh) for (const count of countsOf(entry)) add(cells, entry, count, rules.aboutService.has(entry.indicator) ? "known" : "fresh");
  const { relations, untold } = relationsOf([...before, ...fresh].filter(({ indicator }) => !rules.aboutService.has(indicator)), rules);
  const hidden = await hide([...cells.values(), ...untold], relations, complements);
  const shows = (entry: Entry, count: "part" | "whole") => countsOf(entry).includes(count) && !hidden.has(cellOf(entry, count));
  return fresh.map((entry) => ({ ...entry, version, showsPart: shows(entry, "part"), showsWhole: shows(entry, "whole") }));
};

const add = (cells: Map<string, Cell>, entry: Entry, count: "part" | "whole", is: Cell["is"]): void => {
  const id = cellOf(entry, count);
  if (!cells.has(id)) cells.set(id, { id, count: entry[count]!, is, isTotal: entry.by === "" });
};
