import { boundsOf } from "../../src/opendata/bounds.ts";

/**
 * What somebody can find out who has every file of every version and knows how the figures are defined. It reads the files and
 * writes down the sums by itself, solves them exactly, narrows ranges until nothing changes, and then asks how far each count can
 * still go. Only that last question is put to the solver that the publisher has too.
 */

type Row = { indicator: string; group: string; period: string; from: string; to: string; state: string; value: string; part: string; whole: string };

/** A count that no file tells, and between which numbers it must lie. */
export type Found = { cell: string; least: number; most: number };

export type Attack = {
  /** Counts that are not published, whichever size, with what was found out about them. */
  found: Found[];
  /** Cells whose number or state is not the same in every version. */
  changed: string[];
  unknowns: number;
  sums: number;
};

/** `files`: the figures of every version as CSV, oldest version first; `units`: of each indicator, from indicators.csv. */
export const attack = (files: string[], units: Map<string, string>): Attack => {
  const { rows, changed } = together(files);
  const cells = new Map<string, number | undefined>();
  for (const row of rows.values()) for (const [cell, text] of cellsOf(row, units)) cells.set(cell, text === "" ? undefined : Number(text));
  const sums = sumsOf([...rows.values()], units, cells);
  const unknown = [...new Set(sums.flatMap((sum) => [...sum.keys()]).filter((cell) => cells.get(cell) === undefined))];
  const ranges = new Map(unknown.map((cell) => [cell, { least: 0, most: Infinity }]));
  for (let again = true; again;) {
    const solved = solve(sums, cells);
    again = narrow(sums, cells, ranges) || solved.size > 0;
    for (const [cell, value] of solved) {
      cells.set(cell, value);
      ranges.set(cell, { least: value, most: value });
    }
  }
  for (const part of apart(sums, cells)) press(part, cells, ranges);
  return { found: unknown.map((cell) => ({ cell, ...ranges.get(cell)! })), changed, unknowns: unknown.length, sums: sums.length };
};

/** The rows of all versions. What was told once is known for ever, even if a later version hid it. */
const together = (files: string[]): { rows: Map<string, Row>; changed: string[] } => {
  const rows = new Map<string, Row>();
  const changed = new Set<string>();
  for (const row of files.flatMap(parse)) {
    const key = `${row.indicator}|${row.group}|${row.period}`;
    const before = rows.get(key);
    if (before && JSON.stringify(before) !== JSON.stringify(row)) changed.add(key);
    rows.set(key, before ? { ...before, value: before.value || row.value, part: before.part || row.part, whole: before.whole || row.whole } : row);
  }
  return { rows, changed: [...changed] };
};

const parse = (csv: string): Row[] => {
  const [head, ...lines] = csv.trimEnd().split("\r\n").map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(head!.map((name, at) => [name, cells[at]])) as Row);
};

/** The counts behind a row. A mean of scores tells their sum, where how many is known. */
const cellsOf = (row: Row, units: Map<string, string>): [cell: string, text: string][] => {
  const unit = units.get(row.indicator)!;
  const at = (count: string) => `${row.indicator}.${count}|${row.group}|${row.period}`;
  const isShare = unit === "share" || (unit === "points" && row.group !== "all");
  if (unit === "score" && row.group === "all") return [[at("whole"), row.whole], [at("points"), row.value && row.whole ? String(Math.round(Number(row.value) * Number(row.whole))) : ""]];
  return isShare ? [[at("whole"), row.whole], [at("part"), row.part], [at("rest"), row.part && row.whole ? String(Number(row.whole) - Number(row.part)) : ""]] : [[at("whole"), row.whole]];
};

type Sum = Map<string, number>;
type Cells = Map<string, number | undefined>;

const sumsOf = (rows: Row[], units: Map<string, string>, cells: Cells): Sum[] => [...insideOf(rows, units), ...overTime(rows, cells), ...acrossIndicators(rows, cells)];

const equation = (total: string, parts: string[]): Sum => new Map([[total, -1], ...parts.map((part): [string, number] => [part, 1])]);

/** Groups and their total, parts and their whole. */
const insideOf = (rows: Row[], units: Map<string, string>): Sum[] =>
  [...Map.groupBy(rows, ({ indicator, period }) => `${indicator}|${period}`).values()].flatMap((of) => {
    const { indicator, period } = of[0]!;
    const unit = units.get(indicator)!;
    const groups = of.filter(({ group }) => group !== "all").map(({ group }) => group);
    const cell = (count: string, group: string) => `${indicator}.${count}|${group}|${period}`;
    const shares = of.filter((row) => cellsOf(row, units).some(([name]) => name.includes(".rest|"))).map(({ group }) => equation(cell("whole", group), [cell("part", group), cell("rest", group)]));
    if (groups.length === 0) return shares;
    const sums = unit === "points" ? [] : [oneWhole.has(indicator) ? groups.map((group) => new Map([[cell("whole", group), 1], [cell("whole", "all"), -1]])) : [equation(cell("whole", "all"), groups.map((group) => cell("whole", group)))]].flat();
    const parts = unit === "share" ? [equation(cell("part", "all"), groups.map((group) => cell("part", group)))] : [];
    const points = unit === "score" ? [new Map([[cell("points", "all"), -1], ...groups.map((group): [string, number] => [cell("whole", group), Number(group)])])] : [];
    return [...shares, ...sums, ...parts, ...points];
  });

/** Shares whose groups are parts of one whole. */
const oneWhole = new Set(["answered", "unanswered", "refused", "handed-off"]);

/** A month is its days, a quarter its months, a half-year its quarters, where nothing is counted twice. */
const overTime = (rows: Row[], cells: Cells): Sum[] => {
  const names = [...cells.keys()].map((cell) => ({ cell, name: cell.slice(0, cell.lastIndexOf("|")), period: cell.slice(cell.lastIndexOf("|") + 1) }));
  const byName = Map.groupBy(names, ({ name }) => name);
  const ends = new Map(rows.map(({ period, from, to }) => [period, { from, to }]));
  return [...byName.values()].flatMap((of) => of.flatMap(({ cell, name, period }) => {
    if (twice.some((indicator) => name.startsWith(`${indicator}.`))) return [];
    const { from, to } = ends.get(period)!;
    const inside = of.filter((one) => one.period !== period && kindOf(one.period) === below[kindOf(period)] && ends.get(one.period)!.from >= from && ends.get(one.period)!.to <= to).sort((a, b) => (a.period < b.period ? -1 : 1));
    if (stocks.some((indicator) => name.startsWith(`${indicator}.`))) return inside.at(-1) && ends.get(inside.at(-1)!.period)!.to === to ? [new Map([[cell, -1], [inside.at(-1)!.cell, 1]])] : [];
    return inside.length > 0 && whole(inside.map((one) => ends.get(one.period)!), from, to, rows, below[kindOf(period)]!) ? [equation(cell, inside.map((one) => one.cell))] : [];
  }));
};

/** Counted anew in each span, so that spans do not add up: the same conversation may come back. */
const twice = ["conversations", "containment", "handed-off", "cases-state", "cases-extended"];
const stocks = ["cases-open", "cases-open-age"];
const below: Record<string, string> = { month: "day", quarter: "month", half: "quarter" };
const kindOf = (period: string): string => (/Q\d$/.test(period) ? "quarter" : /H\d$/.test(period) ? "half" : period.length === 7 ? "month" : "day");

/** Whether the spans leave no day out, since the first one of their kind that was ever published. */
const whole = (spans: { from: string; to: string }[], from: string, to: string, rows: Row[], kind: string): boolean => {
  const days = (first: string, last: string) => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const begun = rows.filter(({ period }) => kindOf(period) === kind).reduce((least, row) => (row.from < least ? row.from : least), "9999-12-31");
  const start = from < begun ? begun : from;
  return spans.reduce((sum, span) => sum + days(span.from, span.to), 0) >= days(start, to);
};

/** What the definitions say: written down here by hand from indicators.csv. */
const acrossIndicators = (rows: Row[], cells: Cells): Sum[] => {
  const periods = [...new Set(rows.map(({ period }) => period))];
  const groups = [...new Set(rows.map(({ group }) => group))];
  const lines = (total: string, parts: string[], where: string[]) => periods.flatMap((period) => where.map((group) => equation(`${total}|${group}|${period}`, parts.map((part) => `${part}|${group}|${period}`))));
  const everywhere = groups;
  const together = ["all"];
  const known = [
    ...lines("turns.whole", ["turns-by-language.whole"], together), ...lines("turns.whole", ["turns-by-hour.whole"], together), ...lines("turns.whole", ["failed.whole"], everywhere),
    ...lines("conversations.whole", ["handed-off.whole"], together), ...lines("containment.rest", ["handed-off.part"], together),
    ...lines("answered.whole", ["unanswered.whole"], together), ...lines("answered.whole", ["refused.whole"], together), ...lines("answered.whole", ["answered.part", "unanswered.part", "refused.part"], together),
    ...lines("flow-completions.whole", ["flow-completion.part"], everywhere), ...lines("first-reply-median.whole", ["first-reply-p90.whole"], everywhere), ...lines("days-to-answer-median.whole", ["days-to-answer-p90.whole"], everywhere),
    ...lines("cases-filed.whole", ["cases-state.whole"], together), ...lines("cases-open.whole", ["cases-open-age.whole"], together),
    ...lines("appointments-kept.whole", ["appointments-missed.whole"], everywhere), ...lines("appointments-kept.rest", ["appointments-missed.part"], everywhere),
    ...lines("appointments-unmarked.rest", ["appointments-kept.whole"], everywhere), ...lines("appointments-taken.whole", ["appointments-unmarked.whole"], everywhere),
    ...periods.map((period) => equation(`answered.part|all|${period}`, ["es", "en"].map((locale) => `language-gap.part|${locale}|${period}`))),
    ...periods.map((period) => equation(`answered.whole|all|${period}`, ["es", "en"].map((locale) => `language-gap.whole|${locale}|${period}`))),
  ];
  return known.filter((sum) => [...sum.keys()].every((cell) => cells.has(cell)));
};

/** Elimination: the cells that the sums leave only one number. */
const solve = (sums: Sum[], cells: Cells): Map<string, number> => {
  const lines = sums.map((sum) => lineOf(sum, cells)).filter(({ terms }) => terms.size > 0);
  const pivots: { cell: string; line: Line }[] = [];
  for (const line of lines) {
    for (const { cell, line: pivot } of pivots) if (line.terms.has(cell)) subtract(line, pivot, line.terms.get(cell)! / pivot.terms.get(cell)!);
    const cell = line.terms.keys().next().value;
    if (cell === undefined) continue;
    for (const { line: other } of pivots) if (other.terms.has(cell)) subtract(other, line, other.terms.get(cell)! / line.terms.get(cell)!);
    pivots.push({ cell, line });
  }
  return new Map(pivots.filter(({ line }) => line.terms.size === 1).map(({ cell, line }) => [cell, Math.round(line.total / line.terms.get(cell)!)]));
};

type Line = { terms: Map<string, number>; total: number };

const lineOf = (sum: Sum, cells: Cells): Line => {
  const terms = new Map([...sum].filter(([cell]) => cells.get(cell) === undefined));
  return { terms, total: -[...sum].reduce((told, [cell, times]) => told + times * (cells.get(cell) ?? 0), 0) };
};

const subtract = (line: Line, other: Line, times: number): void => {
  for (const [cell, has] of other.terms) {
    const left = (line.terms.get(cell) ?? 0) - times * has;
    if (Math.abs(left) < 1e-9) line.terms.delete(cell);
    else line.terms.set(cell, left);
  }
  line.total -= times * other.total;
};

/** One round of every sum: a cell is no more than what the others leave for it, and no less. Whether any range became smaller. */
const narrow = (sums: Sum[], cells: Cells, ranges: Map<string, { least: number; most: number }>): boolean => {
  let narrower = false;
  for (const sum of sums) {
    const { terms, total } = lineOf(sum, cells);
    for (const [cell, times] of terms) {
      const others = [...terms].filter(([other]) => other !== cell).map(([other, by]) => ({ by, ...ranges.get(other)! }));
      const least = others.reduce((told, { by, least, most }) => told + by * (by > 0 ? least : most), 0);
      const most = others.reduce((told, { by, least, most }) => told + by * (by > 0 ? most : least), 0);
      const [low, high] = times > 0 ? [(total - most) / times, (total - least) / times] : [(total - least) / times, (total - most) / times];
      const range = ranges.get(cell)!;
      const next = { least: Math.max(range.least, Number.isNaN(low) ? 0 : Math.ceil(low - 1e-6)), most: Math.min(range.most, Number.isNaN(high) ? Infinity : Math.floor(high + 1e-6)) };
      if (next.least > range.least || next.most < range.most) {
        ranges.set(cell, next);
        narrower = true;
      }
    }
  }
  return narrower;
};

/** The sums in groups that have no unknown cell in common. */
const apart = (sums: Sum[], cells: Cells): Line[][] => {
  const lines = sums.map((sum) => lineOf(sum, cells)).filter(({ terms }) => terms.size > 0);
  const byCell = new Map<string, Line[]>();
  for (const line of lines) for (const cell of line.terms.keys()) byCell.set(cell, [...(byCell.get(cell) ?? []), line]);
  const taken = new Set<Line>();
  return lines.flatMap((line) => {
    if (taken.has(line)) return [];
    const group = [line];
    taken.add(line);
    for (const one of group) {
      for (const next of [...one.terms.keys()].flatMap((cell) => byCell.get(cell)!)) {
        if (taken.has(next)) continue;
        taken.add(next);
        group.push(next);
      }
    }
    return [group];
  });
};

/** How little and how much each cell can be, all sums at once. */
const press = (lines: Line[], cells: Cells, ranges: Map<string, { least: number; most: number }>): void => {
  const names = [...new Set(lines.flatMap(({ terms }) => [...terms.keys()]))].filter((cell) => cells.get(cell) === undefined);
  const at = new Map(names.map((cell, index) => [cell, index]));
  const bounds = boundsOf(lines.map(({ terms, total }) => ({ total, terms: [...terms].map(([cell, times]) => ({ unknown: at.get(cell)!, times })) })), names.length);
  for (const [unknown, cell] of names.entries()) {
    const range = ranges.get(cell)!;
    const least = Math.max(range.least, Math.ceil(bounds.least(unknown) - 1e-6));
    ranges.set(cell, { least, most: Math.min(range.most, Math.floor(bounds.most(unknown, least + 10) + 1e-6)) });
  }
};
