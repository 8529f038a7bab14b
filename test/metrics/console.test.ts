import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runMetrics } from "../../src/console/metrics.ts";
import type { OpenDb } from "../../src/db/open.ts";
import { readCsv, writeCsv } from "../../src/csv.ts";
import { createMetrics } from "../../src/metrics/indicators.ts";
import { createTargets } from "../../src/metrics/targets/follow-up.ts";
import { eachDatabase } from "../setup/databases.ts";
import { load, readFixtures } from "./fixture.ts";

describe("npm run metrics", () => {
  let database: OpenDb;
  let run: (...args: string[]) => ReturnType<typeof runMetrics>;
  const folder = mkdtempSync(join(tmpdir(), "figures-"));
  beforeAll(async () => {
    database = await eachDatabase.find(({ kind }) => kind === "postgres")!.open();
    const { db } = database;
    const now = () => new Date("2026-04-15T15:00:00Z");
    for (const { file, rows } of readFixtures()) if (file !== "durable.yaml" && file !== "flows.yaml") await load(db, rows);
    const metrics = createMetrics({ db, now, knowledge: "knowledge" });
    const parts = { db, metrics, targets: createTargets({ db, now, knowledge: "knowledge", metrics }) };
    run = (...args) => runMetrics(parts, args);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const days = ["--from", "2026-03-01", "--to", "2026-03-31"];

  it("lists every indicator", async () => {
    const { lines } = await run("list");
    expect(lines.some((line) => line.startsWith("durable-resolution\tshare\tpublic\t"))).toBe(true);
  });

  it("shows a figure with its definition and its parts, of a slice too", async () => {
    expect((await run("show", "turns", "--from", "2026-03-02", "--to", "2026-03-03")).lines).toEqual(expect.arrayContaining(["23 (n = 23)\t2026-03-02 to 2026-03-03", "  Telegram\t7 (n = 7)"]));
    expect((await run("show", "turns", "--from", "2026-03-02", "--to", "2026-03-03", "--language", "en")).lines).toContain("8 (n = 8)\t2026-03-02 to 2026-03-03");
  });

  it("says why a figure is missing", async () => {
    expect((await run("show", "forum", ...days)).lines.join(" ")).toMatch(/no forum/);
  });

  it("shows a year by months", async () => {
    const line = (await run("year", "2026")).lines.find((each) => each.startsWith("turns\t"))!;
    expect(line.split("\t")).toHaveLength(2 + 4);
  });

  it("writes every figure and its rows, counts them again and finds them the same", async () => {
    const { lines } = await run("export", folder, ...days);
    expect(lines.join(" ")).toMatch(/figures\.csv.*turn\.csv/);
    const { lines: compared, ok } = await run("compare", folder);
    expect({ ok, said: compared.at(-1) }).toEqual({ ok: true, said: expect.stringMatching(/^\d{3,} figures counted again, 0 not the same$/) as string });
  });

  it("tells neither words nor persons with the rows", async () => {
    const heading = (name: string) => readFileSync(join(folder, `${name}.csv`), "utf8").split("\r\n")[0]!.split(",");
    const all = ["turn", "case", "booking", "handoff", "referral"].flatMap(heading);
    expect(all.filter((column) => /name|email|phone|document|story|answer$|text|turn_id|conversation_id|radicado|code/.test(column))).toEqual([]);
  });

  it("finds a figure that was changed, one that is gone and one that was made up", async () => {
    const file = join(folder, "figures.csv");
    const { columns, rows: all } = readCsv(readFileSync(file, "utf8"));
    const rows = all.filter(({ indicator }) => indicator === "turns");
    const at = rows.findIndex(({ by }) => by === "telegram");
    const changed = rows.map((row, i) => (i === at ? { ...row, value: String(Number(row["value"]) + 1) } : row));
    writeFileSync(file, writeCsv(columns, changed));
    expect(await run("compare", folder)).toMatchObject({ ok: false });
    writeFileSync(file, writeCsv(columns, rows.toSpliced(at, 1)));
    expect((await run("compare", folder)).lines[0]).toMatch(/turns .* telegram: written nothing, counted/);
    writeFileSync(file, writeCsv(columns, [...rows, { ...rows[at]!, by: "smoke" }]));
    expect((await run("compare", folder)).lines[0]).toMatch(/turns .* smoke: written .*, counted nothing/);
  });

  it("takes figures in from a file, and says what it does not take", async () => {
    const file = join(folder, "sent.csv");
    writeFileSync(file, "institution,sent_by,sent_on,cut,target,value,whole,note\nbogota-comision,Secretaría técnica,2026-01-10,2024-05-31,bogota-sisben,806730,,\n");
    expect((await run("import", file)).lines[0]).toBe("bogota-comision, 2024-05-31: 1 figures");
    writeFileSync(file, "nothing\n");
    expect(await run("import", file)).toMatchObject({ ok: false });
    expect((await run("targets")).lines.join("\n")).toMatch(/bogota-sisben.*806730 on 2024-05-31/);
  });

  it.each([[["shows"], /no command "shows"/], [["show", "turns"], /--from and --to/], [["show", "turnz", ...days], /no indicator "turnz"/], [["show"], /npm run metrics/], [["show", "turns", ...days, "--language", "fr"], /languages: es, en/], [["list", "--all"], /npm run metrics/]])("refuses %j, with the way out", async (args, way) => {
    await expect((async () => run(...args))()).rejects.toThrow(way);
  });
});

describe("a CSV file", () => {
  it("is read as it was written", () => {
    const rows = [{ a: 'he said "no", twice', b: "two\r\nlines" }, { a: "", b: "plain" }];
    expect(readCsv(writeCsv(["a", "b"], rows))).toEqual({ columns: ["a", "b"], rows });
  });
});
