import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMetrics } from "../../src/metrics/indicators.ts";
import { checkIndicators, loadIndicators } from "../../src/metrics/setup.ts";
import type { Indicator } from "../../src/metrics/types.ts";
import type { OpenDb } from "../../src/db/open.ts";
import { eachDatabase } from "../setup/databases.ts";
import { inside } from "./inside.ts";
import { load, readFixtures, reckon } from "./fixture.ts";

const knowledge = "knowledge";
const fixtures = readFixtures();
const { indicators, labels } = loadIndicators(knowledge);
const asks = fixtures.flatMap((fixture) => Object.entries(fixture.asks).map(([id, given]) => ({ id, fixture, given })));

describe("the definitions", () => {
  it("have no fault", () => expect(checkIndicators(knowledge)).toEqual([]));

  it("have a fixture each, and an example that is its first figure", () => {
    const measured = indicators.filter(({ missing }) => !missing);
    expect(asks.map(({ id }) => id).toSorted()).toEqual(measured.map(({ id }) => id).toSorted());
    for (const { id, example } of measured) {
      const [first] = asks.find((each) => each.id === id)!.given;
      expect({ id, value: example.value }).toEqual({ id, value: first!.expected.value });
      expect({ id, value: reckon(example.sum) }).toEqual({ id, value: example.value });
    }
  });

  it("have every slice that they name asked for", () => {
    const missing = indicators.flatMap(({ id, slices }) => slices.filter((key) => !asks.find((each) => each.id === id)?.given.some(({ slice }) => slice[key] !== undefined)).map((key) => `${id} ${key}`));
    expect(missing).toEqual([]);
  });

  it("name every row that a closed list can have", () => {
    const unnamed = asks.flatMap(({ id, given }) => given.flatMap(({ expected }) => expected.rows ?? []).filter(({ by }) => {
      const words = labels[of(id).by!];
      return words !== undefined && !(by in words);
    }).map(({ by }) => `${id} ${by}`));
    expect(unnamed).toEqual([]);
  });
});

const of = (id: string): Indicator => indicators.find((each) => each.id === id)!;

describe.each(eachDatabase)("every figure worked by hand, on $kind", ({ open }) => {
  let database: OpenDb;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());

  it.each(fixtures)("$file", async ({ rows, asks: given }) => {
    await inside(database.db, async (db) => {
      await load(db, rows);
      let at = new Date();
      const { measure } = createMetrics({ db, now: () => at, knowledge });
      for (const [id, all] of Object.entries(given)) {
        for (const { period, slice, now, sum, expected } of all) {
          at = now;
          expect({ id, slice, sum: reckon(sum) }).toEqual({ id, slice, sum: expected.value });
          expect({ id, slice, period, ...(await measure(id, period, slice)) }).toEqual({ id, slice, period, ...expected });
        }
      }
    });
  });
});

describe("a figure", () => {
  let database: OpenDb;
  beforeAll(async () => { database = await eachDatabase[0]!.open(); });
  afterAll(() => database.close());
  const metrics = (now = new Date("2026-03-10T17:00:00Z")) => createMetrics({ db: database.db, now: () => now, knowledge });

  it("of an empty database is 0 where it counts, and none where it divides", async () => {
    const { indicators: all, measure } = metrics();
    for (const { id, unit, missing } of all) {
      const { value, n } = await measure(id, { from: "2026-03-02", to: "2026-03-03" });
      expect({ id, value, n }).toEqual({ id, value: unit === "count" && !missing ? 0 : null, n: 0 });
    }
  });

  it("that nothing records is none, and not 0", async () => {
    expect(await metrics().measure("forum", { from: "2026-03-02", to: "2026-03-03" })).toEqual({ value: null, n: 0, without: "source" });
  });

  it("is none by what it is not counted by", async () => {
    expect(await metrics().measure("availability", { from: "2026-03-02", to: "2026-03-03" }, { locale: "es" })).toEqual({ value: null, n: 0, without: "slice" });
  });

  it("of days that have not begun is none", async () => {
    expect(await metrics().measure("turns", { from: "2026-03-11", to: "2026-03-12" })).toEqual({ value: null, n: 0 });
  });

  it.each([["2026-03-03", "2026-03-02"], ["2026-02-30", "2026-03-02"], ["today", "2026-03-02"]])("of %s to %s is refused", async (from, to) => {
    await expect(metrics().measure("turns", { from, to })).rejects.toThrow(/is no period/);
  });

  it("of an unknown indicator is refused, with those there are", async () => {
    await expect((async () => metrics().measure("turnz", { from: "2026-03-02", to: "2026-03-02" }))()).rejects.toThrow(/no indicator "turnz" .*turns/);
  });

  it("comes in days, weeks, months and quarters", async () => {
    const parts = async (step: "day" | "week" | "month" | "quarter", from: string, to: string) =>
      (await metrics(new Date("2026-12-31T17:00:00Z")).series("turns", { from, to }, step)).map(({ period }) => `${period.from} ${period.to}`);
    expect(await parts("day", "2026-02-28", "2026-03-01")).toEqual(["2026-02-28 2026-02-28", "2026-03-01 2026-03-01"]);
    expect(await parts("week", "2026-03-04", "2026-03-10")).toEqual(["2026-03-04 2026-03-08", "2026-03-09 2026-03-10"]);
    expect(await parts("month", "2026-01-31", "2026-03-01")).toEqual(["2026-01-31 2026-01-31", "2026-02-01 2026-02-28", "2026-03-01 2026-03-01"]);
    expect(await parts("quarter", "2026-01-01", "2026-12-31")).toEqual(["2026-01-01 2026-03-31", "2026-04-01 2026-06-30", "2026-07-01 2026-09-30", "2026-10-01 2026-12-31"]);
  });
});
