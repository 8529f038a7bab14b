import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import type { Inbound } from "../../src/conversation/message.ts";
import { opens } from "../../src/figures/behind.ts";
import { pages, spans, type View } from "../../src/figures/types.ts";
import { createMetrics } from "../../src/metrics/indicators.ts";
import { closeDays } from "../../src/metrics/people.ts";
import { rawFiles } from "../../src/metrics/raw.ts";
import { audiences, type Period, type Slice } from "../../src/metrics/types.ts";
import { createService, type Service } from "../../src/service.ts";
import { createDatabase } from "../setup/services.ts";
import { isFull, sized } from "../support/bars.ts";
import { publishedContent } from "../support/content.ts";
import { drive } from "./year/drive.ts";
import { recompute } from "./year/recompute.ts";
import { seedYear } from "./year/seed.ts";

const now = new Date("2027-01-05T15:00:00Z");
const size = { turns: sized(200_000, 4_000), cases: sized(12_000, 300), bookings: sized(30_000, 700) };
const whileWordsAreKept = new Date("2026-11-30T15:00:00Z");
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
  let clock = now;
  beforeAll(async () => {
    service = await createService(readConfig({ LOG_LEVEL: "silent", DATABASE_URL: await createDatabase(inject("postgresUrl")) }), { content: publishedContent(), now: () => clock });
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

  it("is answered by every view of the dashboard, with what stands behind each figure", async () => {
    clock = now;
    const { dashboard, metrics } = service;
    const took: [string, number][] = [];
    const timed = async <T>(name: string, ask: () => Promise<T>): Promise<T> => {
      const began = performance.now();
      const answer = await ask();
      took.push([name, performance.now() - began]);
      return answer;
    };
    const views = pages.flatMap((page): View[] => [
      { page, period: year, against: "year", slice: {} }, { page, period: { from: "2026-07-01", to: "2026-09-30" }, against: "previous", slice: { channel: "web", locale: "es" } },
      { page, period: { from: "2026-11-01", to: "2026-11-30" }, against: "previous", slice: { topic: "stay" } },
    ]);
    for (const view of [...views, ...spans.map((period): View => ({ page: "overview", period, against: "previous", slice: {} }))]) {
      const told = await timed(`look ${JSON.stringify(view)}`, () => dashboard.look(view, audiences));
      expect(told.figures.map(({ id }) => id)).toEqual(dashboard.indicatorsOf(view.page, audiences).map(({ id }) => id));
      for (const { id, now: { without, value } } of told.figures) if (view === views[0]) expect({ id, told: without !== undefined || value !== null }).toEqual({ id, told: true });
    }
    const whole: View = { page: "overview", period: year, against: "none", slice: {} };
    for (const { id, unit } of metrics.indicators) {
      const { points } = await timed(`series ${id}`, () => dashboard.series(id, whole));
      if (metrics.indicator(id).adds) expect({ id, sum: points.reduce((sum, { n }) => sum + n, 0) }).toEqual({ id, sum: (await metrics.measure(id, year)).n });
      if (!opens(id)) continue;
      const { total, conversations } = await timed(`behind ${id}`, () => dashboard.behind(id, whole, {}));
      const { value, n } = await metrics.measure(id, year);
      expect({ id, total: unit === "share" ? Math.round(value! * n) : n }).toEqual({ id, total });
      if (conversations[0]) expect(await timed("conversation", () => dashboard.conversation(conversations[0]!.ref))).toHaveProperty("lines");
    }
    for (const page of pages) await timed(`filters ${page}`, () => dashboard.filters(page));
    for (const format of ["csv", "xlsx", "pdf"] as const) expect((await timed(`export ${format}`, () => dashboard.export(whole, audiences, { format, locale: "es" }))).bytes.length).toBeGreaterThan(1000);
    expect((await timed("flows", () => dashboard.flows(whole))).length).toBeGreaterThan(3);
    expect((await timed("wall", () => dashboard.wall())).figures.length).toBeGreaterThan(3);
    clock = whileWordsAreKept;
    expect(await timed("sample", () => dashboard.quality.draw({ id: "x", name: "X" }, { period: "this-month", slice: {}, size: 20 }))).toHaveProperty("seed");
    if (isFull) console.log(`${took.length} views answered; slowest ${took.toSorted(([, a], [, b]) => b - a).slice(0, 5).map(([name, ms]) => `${name} ${Math.round(ms)} ms`).join(", ")}`);
  }, 600_000);

  it("shows none of what people wrote about themselves to the real engine", async () => {
    clock = whileWordsAreKept;
    const rows = await service.db.db.selectFrom("message").select(["conversation_id", "payload"]).where("direction", "=", "in").execute();
    const said = rows.map(({ payload }) => (payload as Inbound).text ?? "");
    const personal = said.flatMap((text) => [...(text.match(/[\w.+-]+@[\w.-]+\w/g) ?? []), ...(text.match(/\d{7,}/g) ?? [])]);
    expect(personal.length).toBeGreaterThan(sized(10, 1));
    const turns = await service.db.db.selectFrom("turn").select(({ fn }) => fn.max("id").as("ref")).where("conversation_id", "in", rows.map(({ conversation_id }) => conversation_id)).groupBy("conversation_id").execute();
    let words = 0;
    for (const { ref } of turns) {
      const told = await service.dashboard.conversation(ref);
      if ("refused" in told) throw new Error(told.refused);
      const shown = told.lines.flatMap(({ text }) => text ?? []).join("\n");
      expect(personal.filter((one) => shown.includes(one))).toEqual([]);
      for (const { from, flow, text } of told.lines) if (from === "citizen" && flow !== undefined) expect(text).toBeNull();
      words += shown.length;
    }
    expect(words).toBeGreaterThan(1000);
  });
});
