import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenDb } from "../../src/db/open.ts";
import { decide } from "../../src/opendata/decide.ts";
import { filesFor } from "../../src/opendata/files.ts";
import { createOpenData, type OpenData } from "../../src/opendata/opendata.ts";
import type { OpenDataParts } from "../../src/opendata/parts.ts";
import type { Published } from "../../src/opendata/entries.ts";
import { nameOf } from "../../src/opendata/spans.ts";
import { eachDatabase } from "../setup/databases.ts";
import { isFull } from "../support/bars.ts";
import { attack, type Attack } from "./attack.ts";
import { seedYear } from "../metrics/year/seed.ts";
import { fillDays } from "./days-of-service.ts";
import { stage } from "./stage.ts";

const figureFiles = ["days.csv", "months.csv", "quarters.csv", "half-years.csv"];
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** Small counts whose range is narrower than "under five", or ends below it: what was found out about them. */
const leaks = ({ found }: Attack, truth: Map<string, number>): string[] =>
  found.filter(({ cell, least, most }) => (truth.get(cell) ?? 5) < 5 && (most < 5 || most - least < 5)).map(({ cell, least, most }) => `${cell}: ${least} to ${most}, is ${truth.get(cell)}`);

const truthOf = (figures: Published[]): Map<string, number> =>
  new Map(figures.flatMap((one) => {
    const at = (count: string) => `${one.indicator}.${count}|${one.by || "all"}|${nameOf(one.span)}`;
    const isShare = one.kind === "share" || (one.kind === "difference" && one.by !== "");
    return isShare ? [[at("whole"), one.whole], [at("part"), one.part!], [at("rest"), one.whole - one.part!]] : [[at("whole"), one.whole]];
  }));

type Office = { name: string; kind: OpenDb["kind"]; fill: (db: OpenDb["db"]) => Promise<unknown>; versions: string[] };

const around = ["2026-08-28", "2026-08-29", "2026-09-01", "2026-09-02", "2026-10-02", "2026-10-03"];
const small = (seed: number, busy: number): Office => ({
  name: `an office with ${busy} messages a day`, kind: "pglite", versions: around, fill: (db) => fillDays(db, { from: isFull ? "2026-01-20" : "2026-06-20", to: "2026-10-05", seed, busy }),
});
const aYear: Office = {
  name: "a year of service", kind: "postgres", versions: ["2026-02-02", "2026-02-03", "2026-07-02", "2026-10-02", "2027-01-02"],
  fill: (db) => seedYear(db, { turns: 200_000, cases: 12_000, bookings: 30_000 }, { first: "2026-01-01", days: 365 }),
};

describe.each([small(7, 40), small(11, 9), ...(isFull ? [small(13, 120), small(17, 20), small(19, 3), aYear] : [])])("$name", ({ kind, fill, versions }) => {
  let database: OpenDb;
  let parts: OpenDataParts;
  let open: OpenData;
  let units: Map<string, string>;
  let now: Date;
  beforeAll(async () => {
    database = await eachDatabase.find((one) => one.kind === kind)!.open();
    await fill(database.db);
    parts = stage(database, () => now);
    open = createOpenData(parts);
    units = new Map(parts.metrics.indicators.map(({ id, unit }) => [id, unit]));
    for (const day of versions) {
      now = new Date(`${day}T15:00:00Z`);
      await open.publish();
    }
  }, 600_000);
  afterAll(() => database.close());

  test("gives away no count under five, in all files of all versions together", async () => {
    const days = (await open.versions()).reverse();
    const files = await Promise.all(days.flatMap((version) => figureFiles.map(async (name) => text((await open.file(version, name))!.bytes))));
    const found = attack(files, units);
    const truth = truthOf(await open.figures(days.at(-1)!));
    console.log(`${days.length} versions, ${truth.size} counts, ${[...truth.values()].filter((count) => count < 5).length} under five: attack on ${found.unknowns} unknowns by ${found.sums} sums found ${leaks(found, truth).length}`);
    expect(found.changed).toEqual([]);
    expect(leaks(found, truth)).toEqual([]);
  });

  test.each([
    { without: "complements", rules: () => parts.setup.rules, complements: false, least: 20 },
    { without: "what the definitions say between indicators", rules: () => ({ ...parts.setup.rules, relations: [] }), complements: true, least: 1 },
  ])("gives some away without $without", async ({ without, rules, complements, least }) => {
    const [version] = await open.versions();
    const figures = await open.figures(version!);
    const bare = filesFor(parts, version!, await decide(figures, [], rules(), version!, complements));
    const found = attack(bare.filter(({ name }) => figureFiles.includes(name)).map(({ bytes }) => text(bytes)), units);
    console.log(`without ${without}: ${leaks(found, truthOf(figures)).length} found`);
    expect(leaks(found, truthOf(figures)).length).toBeGreaterThanOrEqual(least);
  });
});
