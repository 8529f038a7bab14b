import { sumOf, type Cell, type Relation } from "./cells.ts";
import { cellOf, countsOf, type Entry } from "./entries.ts";
import type { Rules } from "./decide.ts";
import { above, nameOf, spansIn, type Step } from "./spans.ts";

type Count = "part" | "whole";

/** A term of a relation between indicators: `answered.part` of all, with `[*]` of each group, with `[web]` of one. */
type Side = { indicator: string; count: Count; group: string };
/** What the left side adds up to, the right one does; `less`: or it is less. */
export type Declared = { left: Side[]; right: Side[]; less: boolean };

/** All that is known about how counts hang together: groups, shares, spans of the calendar, and what the definitions say. */
export const relationsOf = (entries: Entry[], { relations: declared, stocks }: Pick<Rules, "relations" | "stocks">): { relations: Relation[]; untold: Cell[] } => {
  const found = indexed(entries);
  const untold: Cell[] = [];
  const relations = [...shares(entries, untold), ...groups(entries, untold), ...spans(entries, found, stocks), ...between(entries, found, declared, untold), ...scores(entries)];
  return { relations, untold };
};

const keyOf = (indicator: string, by: string, span: string): string => `${indicator}|${by}|${span}`;

const indexed = (entries: Entry[]): Map<string, Entry> => new Map(entries.map((entry) => [keyOf(entry.indicator, entry.by, nameOf(entry.span)), entry]));

/** A part and the rest make the whole. The rest stands in no file. */
const shares = (entries: Entry[], untold: Cell[]): Relation[] =>
  entries.filter(({ kind }) => kind === "share").map((entry) => {
    const rest = cellOf(entry, "rest");
    untold.push({ id: rest, count: entry.whole - entry.part!, is: "untold" });
    return sumOf(cellOf(entry, "whole"), [cellOf(entry, "part"), rest]);
  });

/** Groups make the total, or leave a rest that stands in no file. Groups that overlap tell nothing exact. */
const groups = (entries: Entry[], untold: Cell[]): Relation[] => {
  const together = Map.groupBy(entries, ({ indicator, span }) => keyOf(indicator, "", nameOf(span)));
  return [...together.values()].flatMap((of) => {
    const total = of.find(({ by }) => by === "")!;
    const rows = of.filter(({ by }) => by !== "");
    if (rows.length === 0) return [];
    const shared = countsOf(total).filter((count) => rows.every((row) => countsOf(row).includes(count) && !(row.ofTotal && count === "whole")));
    return shared.flatMap((count): Relation[] => {
      const left = total[count]! - rows.reduce((sum, row) => sum + row[count]!, 0);
      if (left < 0) return [];
      const parts = rows.map((row) => cellOf(row, count));
      if (left === 0) return [sumOf(cellOf(total, count), parts)];
      const rest = `${cellOf(total, count)}|others`;
      untold.push({ id: rest, count: left, is: "untold" });
      return [sumOf(cellOf(total, count), [...parts, rest])];
    });
  });
};

/** Days make the month, months the quarter, where nothing is counted twice. A stock is the one of the last. */
const spans = (entries: Entry[], found: Map<string, Entry>, stocks: ReadonlySet<string>): Relation[] => {
  const begun = firstOf(entries);
  return entries.flatMap((entry) => {
    const step = stepBelow[entry.span.step];
    const first = begun.get(`${entry.indicator} ${step}`);
    if (!step || first === undefined) return [];
    const parts = spansIn(step, entry.span).slice(stocks.has(entry.indicator) ? -1 : 0);
    if (parts.some((span) => span.from >= first && !found.has(keyOf(entry.indicator, "", nameOf(span))))) return [];
    const below = parts.flatMap((span) => found.get(keyOf(entry.indicator, entry.by, nameOf(span))) ?? []);
    if (below.length === 0) return [];
    return countsOf(entry)
      .filter((count) => !(entry.ofTotal && count === "whole") && below.reduce((sum, one) => sum + (one[count] ?? 0), 0) === entry[count])
      .map((count) => sumOf(cellOf(entry, count), below.map((one) => cellOf(one, count))));
  });
};

/** The day on which the first span of each indicator and step began: nothing happened before it. */
const firstOf = (entries: Entry[]): Map<string, string> => {
  const first = new Map<string, string>();
  for (const { indicator, span } of entries) {
    const key = `${indicator} ${span.step}`;
    if (span.from < (first.get(key) ?? "9999")) first.set(key, span.from);
  }
  return first;
};

const stepBelow: Partial<Record<Step, Step>> = Object.fromEntries(Object.entries(above).flatMap(([below, step]) => (step ? [[step, below]] : [])));

/** The sum of all scores is made of how often each was given. */
const scores = (entries: Entry[]): Relation[] =>
  entries.filter(({ kind }) => kind === "score").flatMap((total) => {
    const rows = entries.filter(({ indicator, by, span }) => indicator === total.indicator && by !== "" && nameOf(span) === nameOf(total.span));
    return rows.length === 0 ? [] : [[{ cell: cellOf(total, "part"), times: -1 }, ...rows.map((row) => ({ cell: cellOf(row, "whole"), times: Number(row.by) }))]];
  });

/** What the definitions say, wherever it holds in the figures. What is missing on the smaller side stands in no file. */
const between = (entries: Entry[], found: Map<string, Entry>, declared: Declared[], untold: Cell[]): Relation[] =>
  declared.flatMap(({ left, right, less }, at) => {
    const first = left[0]!;
    const terms = [...left.map((side) => ({ side, times: 1 })), ...right.map((side) => ({ side, times: -1 }))];
    return entries.filter(({ indicator, by }) => indicator === first.indicator && (first.group === each ? by !== "" : by === first.group)).flatMap(({ by, span }): Relation[] => {
      const known = terms.flatMap(({ side, times }) => {
        const entry = found.get(keyOf(side.indicator, side.group === each ? by : side.group, nameOf(span)));
        return entry && countsOf(entry).includes(side.count) ? [{ cell: cellOf(entry, side.count), times, count: entry[side.count]! }] : [];
      });
      const missing = -known.reduce((sum, { times, count }) => sum + times * count, 0);
      if (known.length < terms.length || missing < 0 || (missing > 0 && !less)) return [];
      const relation = known.map(({ cell, times }) => ({ cell, times }));
      if (missing === 0) return [relation];
      const rest = `${relation[0]!.cell}|relation ${at}`;
      untold.push({ id: rest, count: missing, is: "untold" });
      return [[...relation, { cell: rest, times: 1 }]];
    });
  });

const each = "*";

/** "flow-completion.part[*] = flow-completions[*]", "topics <= turns" → its sides; none when it cannot be read. */
export const readRelation = (line: string): Declared | undefined => {
  const [left, right, ...more] = line.split(/<?=/).map((side) => side.split("+").map(readSide));
  const isWhole = left && right && more.length === 0 && [...left, ...right].every((side) => side !== undefined);
  return isWhole ? { left: left as Side[], right: right as Side[], less: line.includes("<=") } : undefined;
};

const readSide = (text: string): Side | undefined => {
  const [, indicator, count = "whole", group = ""] = /^\s*([a-z][a-z0-9-]*)(?:\.(part|whole))?(?:\[([^\]]+)\])?\s*$/.exec(text) ?? [];
  return indicator === undefined ? undefined : { indicator, count: count as Count, group };
};
