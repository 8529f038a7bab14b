import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "../../src/calendar.ts";
import type { OpenDb } from "../../src/db/open.ts";
import { countsOf, entriesOf } from "../../src/opendata/entries.ts";
import { publicIndicators, type OpenDataParts } from "../../src/opendata/parts.ts";
import { eachDatabase } from "../setup/databases.ts";
import { fillDays } from "./days-of-service.ts";
import { stage } from "./stage.ts";

let database: OpenDb;
let parts: OpenDataParts;
const days = { from: "2026-06-20", to: "2026-10-01" };
beforeAll(async () => {
  database = await eachDatabase[0]!.open();
  await fillDays(database.db, { from: "2026-06-01", to: days.to, seed: 23, busy: 60 });
  parts = stage(database, () => new Date("2026-10-05T15:00:00Z"));
});
afterAll(() => database.close());

type Vector = number[];

/** The total counts of every indicator about people, day by day; those that are never anything are left out. */
const measured = async (): Promise<{ names: string[]; rows: Vector[] }> => {
  const rows: Map<string, number>[] = [];
  for (let day: Day = days.from; day <= days.to; day = addDays(day, 1)) {
    const span = { step: "month", from: day, to: day } as const;
    const row = new Map<string, number>();
    for (const indicator of publicIndicators(parts).filter(({ id }) => !parts.setup.rules.aboutService.has(id))) {
      const total = entriesOf(indicator, await parts.metrics.measure(indicator.id, span), span, [])[0]!;
      for (const count of countsOf(total)) row.set(`${indicator.id}.${count}`, total[count]!);
    }
    rows.push(row);
  }
  const names = [...rows[0]!.keys()].filter((name) => rows.some((row) => row.get(name) !== 0));
  return { names, rows: rows.map((row) => names.map((name) => row.get(name)!)) };
};

/** Reduces rows to echelon form; how many are left is the rank. */
const reduced = (rows: Vector[]): Vector[] => {
  const kept: Vector[] = [];
  for (const row of rows.map((one) => [...one])) {
    for (const other of kept) {
      const at = other.findIndex((value) => Math.abs(value) > 1e-6);
      const times = row[at]! / other[at]!;
      if (times !== 0) row.forEach((value, i) => { row[i] = value - times * other[i]!; });
    }
    const size = Math.max(...row.map(Math.abs));
    if (size > 1e-6) kept.push(row.map((value) => value / size));
  }
  return kept;
};

/** What the file says of totals, as coefficients of the names. */
const declared = (names: string[], lines = parts.setup.rules.relations): Vector[] =>
  lines.filter(({ left, right, less }) => !less && [...left, ...right].every(({ group }) => group === "")).flatMap(({ left, right }) => {
    const terms = [...left.map((side) => ({ side, times: 1 })), ...right.map((side) => ({ side, times: -1 }))].map(({ side, times }) => ({ name: `${side.indicator}.${side.count}`, times }));
    return terms.some(({ name }) => !names.includes(name)) ? [] : [names.map((name) => terms.filter((term) => term.name === name).reduce((sum, { times }) => sum + times, 0))];
  });

const said = (relation: Vector, names: string[]): string => relation.flatMap((times, at) => (Math.abs(times) < 1e-6 ? [] : [`${Math.round(times * 1000) / 1000} ${names[at]}`])).join(" + ");

/** Sums that hold and follow from none that is declared. */
const undeclared = (rows: Vector[], known: Vector[], names: string[]): string[] => {
  const echelon = reduced(rows);
  const pivots = echelon.map((row) => row.findIndex((value) => Math.abs(value) > 1e-6));
  const free = names.map((_, at) => at).filter((at) => !pivots.includes(at));
  const solutions = free.map((at) => {
    const solution: Vector = names.map((_, i) => (i === at ? 1 : 0));
    for (const row of [...echelon].reverse()) {
      const pivot = row.findIndex((value) => Math.abs(value) > 1e-6);
      solution[pivot] = -row.reduce((sum, value, i) => (i === pivot ? sum : sum + value * solution[i]!), 0) / row[pivot]!;
    }
    return solution;
  });
  return solutions.filter((_, at) => reduced([...known, ...solutions.slice(0, at + 1)]).length > reduced([...known, ...solutions.slice(0, at)]).length).map((solution) => said(solution, names));
};

test("every sum that holds on every day between indicators is one that the file declares", async () => {
  const { names, rows } = await measured();
  expect(rows.length).toBeGreaterThan(1.5 * names.length);
  const holding = names.length - reduced(rows).length;
  const known = declared(names);
  const broken = known.filter((relation) => rows.some((row) => relation.reduce((sum, times, at) => sum + times * row[at]!, 0) !== 0));
  expect(broken.map((relation) => said(relation, names))).toEqual([]);
  console.log(`${names.length} counts on ${rows.length} days: ${holding} independent sums hold, ${reduced(known).length} declared`);
  expect(undeclared(rows, known, names)).toEqual([]);
  expect(reduced(known).length).toBe(holding);
  expect(reduced(declared(names, parts.setup.rules.relations.slice(1))).length).toBeLessThan(holding);
});
