import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { createMetrics } from "../../src/metrics/indicators.ts";
import { closeDays } from "../../src/metrics/people.ts";
import { rawFiles } from "../../src/metrics/raw.ts";
import type { Period, Slice } from "../../src/metrics/types.ts";
import { createService, type Service } from "../../src/service.ts";
import { createDatabase } from "../setup/services.ts";
import { isFull, sized } from "../support/bars.ts";
import { drive } from "./year/drive.ts";
import { recompute } from "./year/recompute.ts";
import { seedYear } from "./year/seed.ts";

const now = new Date("2027-01-05T15:00:00Z");
const size = { turns: sized(200_000, 4_000), cases: sized(12_000, 300), bookings: sized(30_000, 700) };
const span = { first: "2026-01-01", days: 365 };
const year: Period = { from: "2026-01-01", to: "2026-12-31" };

/** What is looked at: the whole, the parts that a page shows, and by what it is sliced. */
const looks: { period: Period; slice: Slice }[] = [
  { period: year, slice: {} },
  { period: { from: "2026-03-01", to: "2026-03-31" }, slice: {} },
  { period: { from: "2026-07-13", to: "2026-07-13" }, slice: {} },
  { period: { from: "2026-12-15", to: "2027-01-31" }, slice: {} },
  { period: { from: "2025-12-01", to: "2026-01-10" }, slice: { locale: "en" } },
  { period: { from: "2026-04-01", to: "2026-06-30" }, slice: { channel: "telegram" } },
  { period: year, slice: { channel: "web", locale: "es" } },
  { period: year, slice: { topic: "stay" } },
];

describe("a year of service, counted twice", () => {
  let service: Service;
  const folder = mkdtempSync(join(tmpdir(), "year-"));
  beforeAll(async () => {
    let clock = now;
    service = await createService(readConfig({ LOG_LEVEL: "silent", DATABASE_URL: await createDatabase(inject("postgresUrl")) }), { now: () => clock });
    const { db } = service.db;
    const seeded = await seedYear(db, size, span);
    const driven = await drive(service, new Date("2026-11-23T13:00:00Z"), sized(200, 12), (at) => { clock = at; });
    await closeDays(db, "2027-01-05");
    for (const { name, text } of await rawFiles(db)) writeFileSync(join(folder, name), text);
    console.log(`year: ${driven} turns of the real engine; ${Object.entries(seeded).map(([table, rows]) => `${table} ${rows}`).join(", ")}`);
  }, 600_000);
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(looks)("$period.from to $period.to $slice", async ({ period, slice }) => {
    const { indicators, measure } = createMetrics({ db: service.db.db, now: () => now, knowledge: "knowledge" });
    const again = recompute(folder, { ...period, to: period.to < "2027-01-05" ? period.to : "2027-01-05", ...slice, now: now.toISOString() });
    const asked = indicators.filter(({ missing, slices }) => !missing && Object.keys(slice).every((key) => slices.includes(key as keyof Slice)));
    const took: [string, number][] = [];
    for (const { id } of asked) {
      const began = performance.now();
      const figure = await measure(id, period, slice);
      took.push([id, performance.now() - began]);
      expect({ id, ...figure }).toEqual({ id, ...again[id] });
    }
    if (isFull) console.log(`${asked.length} figures the same to the unit; slowest ${took.toSorted(([, a], [, b]) => b - a).slice(0, 3).map(([id, ms]) => `${id} ${Math.round(ms)} ms`).join(", ")}`);
    expect(Object.keys(again)).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
  }, 600_000);
});
