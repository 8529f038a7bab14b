import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Package } from "datapackage";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenDb } from "../../src/db/open.ts";
import { createOpenData, type OpenData } from "../../src/opendata/opendata.ts";
import { eachDatabase } from "../setup/databases.ts";
import { fillDays } from "./days-of-service.ts";
import { stage } from "./stage.ts";

const first = "2026-10-03";
const second = "2026-10-04";
const figureFiles = ["days.csv", "months.csv", "quarters.csv", "half-years.csv"];
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** The figures of one version, for the program that opens them. */
const published = new Map<string, string>();
const begun = { pglite: "2026-06-20", postgres: "2026-09-12" };

describe.each(eachDatabase)("open data on $kind", ({ kind, open: openDatabase }) => {
  let database: OpenDb;
  let open: OpenData;
  let now = new Date(`${first}T15:00:00Z`);
  const folder = mkdtempSync(join(tmpdir(), "open-data-"));
  beforeAll(async () => {
    database = await openDatabase();
    await fillDays(database.db, { from: begun[kind], to: "2026-10-03", seed: 5, busy: 30 });
    open = createOpenData(stage(database, () => now));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await database.close();
  });
  const read = async (day: string, name: string): Promise<string> => text((await open.file(day, name))!.bytes);

  test("come out once a day, until the second day before, and carry on what was published", async () => {
    expect(await Promise.all([open.publish(), open.publish()])).toContain(first);
    expect(await open.publish()).toBeUndefined();
    expect(await open.versions()).toEqual([first]);
    const days = (await read(first, "days.csv")).split("\r\n");
    expect(days.some((line) => line.includes(",2026-10-01,2026-10-01,"))).toBe(true);
    expect(days.some((line) => line.includes(",2026-10-02,2026-10-02,"))).toBe(false);
    now = new Date(`${second}T15:00:00Z`);
    expect(await open.publish()).toBe(second);
    expect((await read(second, "days.csv")).split("\r\n")).toEqual(expect.arrayContaining(days));
    expect(await read(second, "months.csv")).toBe(await read(first, "months.csv"));
  });

  test("have the sum of every file, and nothing under five that is about people", async () => {
    for (const { name, sha256 } of await open.files(second)) expect(createHash("sha256").update(await read(second, name)).digest("hex")).toBe(sha256);
    for (const { name } of await open.files(second)) writeFileSync(join(folder, name), (await open.file(second, name))!.bytes);
    if (kind === "pglite") for (const name of figureFiles) published.set(name, await read(second, name));
    const sums = (await read(second, "SHA256SUMS")).trimEnd().split("\n").map((line) => line.split("  "));
    expect(sums.map(([sum, name]) => [name, sum])).toEqual((await open.files(second)).filter(({ name }) => name !== "SHA256SUMS").map(({ name, sha256 }) => [name, sha256]).sort(([a], [b]) => sums.findIndex(([, name]) => name === a) - sums.findIndex(([, name]) => name === b)));
    const people = new Map((JSON.parse(await read(second, "indicators.json")) as { id: string; about: string; unit: string }[]).map((one) => [one.id, one]));
    const rows = (await Promise.all(["days", "months", "quarters", "half-years"].map((name) => read(second, `${name}.json`)))).flatMap((json) => JSON.parse(json) as Row[]);
    const small = rows.filter(({ indicator, part, whole }) => people.get(indicator)!.about === "people" && [part, whole, part === null || whole === null ? null : whole - part].some((count) => count !== null && count < 5));
    expect(rows.length).toBeGreaterThan(300);
    expect(small).toEqual([]);
  });

  test("are a Data Package: descriptor, types, keys and references hold by a public library", async () => {
    const whole = await Package.load(join(folder, "datapackage.json"), { basePath: folder, strict: false });
    expect(whole.errors).toEqual([]);
    expect(whole.valid).toBe(true);
    for (const resource of whole.resources) {
      const rows = await resource.read({ keyed: true });
      expect(rows.length, resource.name).toBeGreaterThan(resource.name === "half-years" && kind === "postgres" ? -1 : 0);
      expect(await resource.checkRelations(), resource.name).toBe(true);
    }
    writeFileSync(join(folder, "months.csv"), readFileSync(join(folder, "months.csv"), "utf8").replace(/,2026-09-30,/, ",tomorrow,"));
    const spoiled = (await Package.load(join(folder, "datapackage.json"), { basePath: folder })).getResource("months");
    await expect(spoiled.read({ keyed: true })).rejects.toThrow();
  });

  test("cannot be changed", async () => {
    for (const table of ["open_version", "open_figure", "open_file", "open_content"]) {
      await expect(sql.raw(`delete from ${table}`).execute(database.db)).rejects.toThrow(/stay as they are/);
    }
    await expect(database.db.updateTable("open_figure").set({ whole: 1 }).execute()).rejects.toThrow(/stay as they are/);
  });

  test("are counted again to the byte; what was added to a month afterwards is named", async () => {
    const same = await open.recompute(second);
    expect(same.differences).toEqual([]);
    expect(same.files.filter((file) => !file.same)).toEqual([]);
    await database.db.insertInto("turn").values({
      conversation_id: "late", channel: "web", turn_id: randomUUID(), outcome: "answered", locale: "es", intent: null, flow: null, step: null, passages: "[]", score: null, ms: 1, at: new Date("2026-09-20T15:00:00Z"),
    }).execute();
    const changed = await open.recompute(second);
    expect(changed.differences).toContainEqual(expect.objectContaining({ indicator: "turns", group: "web", period: "2026-09" }));
    expect(changed.files.filter((file) => !file.same).map(({ name }) => name)).toEqual(expect.arrayContaining(["days.csv", "months.csv", "quarters.csv"]));
    expect(changed.files.find(({ name }) => name === "indicators.csv")!.same).toBe(true);
    await expect(open.recompute("2026-01-01")).rejects.toThrow(/no version/);
  });
});

type Row = { indicator: string; part: number | null; whole: number | null };

const office = ["soffice", "libreoffice"].find((program) => spawnSync(program, ["--version"]).status === 0);

describe("LibreOffice", () => {
  test.skipIf(!office)("opens each file of figures with days as dates, counts as numbers, and nothing as text that is none", async () => {
    const folder = mkdtempSync(join(tmpdir(), "open-data-office-"));
    for (const name of figureFiles) writeFileSync(join(folder, name), published.get(name)!);
    execFileSync(office!, [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--infilter=CSV:44,34,76,1,,1033,false,true", "--convert-to", "fods", "--outdir", folder, ...figureFiles.map((name) => join(folder, name))], { stdio: "ignore" });
    for (const name of figureFiles) {
      const rows = [...readFileSync(join(folder, name.replace(".csv", ".fods")), "utf8").matchAll(/<table:table-row\b[\s\S]*?<\/table:table-row>/g)].slice(1).map(([row]) => typesOf(row));
      expect(rows.length, name).toBeGreaterThan(50);
      const columns = [0, 3, 4, 5, 6, 7, 8].map((at) => [...new Set(rows.map((row) => row[at] ?? ""))].sort());
      expect(columns.map((types) => types.filter((type) => type !== "")), name).toEqual([["string"], ["date"], ["date"], ["string"], ["float"], name === "days.csv" ? [] : ["float"], ["float"]]);
    }
    rmSync(folder, { recursive: true });
  });
});

/** The type of each cell of a row of flat OpenDocument; "" where it is empty. */
const typesOf = (row: string): string[] =>
  [...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>)/g)].flatMap(([, attributes]) => {
    const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes!)?.[1] ?? 1);
    return Array.from({ length: Math.min(times, 20) }, () => /office:value-type="(\w+)"/.exec(attributes!)?.[1] ?? "");
  });
