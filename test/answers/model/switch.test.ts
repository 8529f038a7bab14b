import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { isModelOn, modelLog, reserveTokens, giveBackTokens, setModel } from "../../../src/db/model-switch.ts";
import { openDb, type OpenDb } from "../../../src/db/open.ts";
import { eachDatabase } from "../../setup/databases.ts";
import { quiet } from "../../setup/quiet.ts";
import { createDatabase } from "../../setup/services.ts";

describe.each(eachDatabase)("the switch and the budget on $kind", ({ open }) => {
  let database: OpenDb;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());

  it("is on until somebody switches it off, and keeps every switch", async () => {
    const { db } = database;
    expect(await isModelOn(db)).toBe(true);
    await setModel(db, { at: new Date("2026-11-23T10:00:00Z"), enabled: false, by: "Ana", reason: "wrong answers" });
    expect(await isModelOn(db)).toBe(false);
    await setModel(db, { at: new Date("2026-11-23T11:00:00Z"), enabled: true, by: "Eva", reason: "mended" });
    expect((await modelLog(db)).map(({ enabled, by }) => [enabled, by])).toEqual([[true, "Eva"], [false, "Ana"]]);
    await expect(db.deleteFrom("model_switch").execute()).rejects.toMatchObject({ code: "42501" });
    await expect(db.updateTable("model_switch").set({ enabled: true }).execute()).rejects.toMatchObject({ code: "42501" });
  });

  it("gives no more tokens than a day has, whoever asks at once", async () => {
    const { db } = database;
    const given = await Promise.all(Array.from({ length: 10 }, () => reserveTokens(db, "2026-11-23", 300, 1000)));
    expect(given.filter(Boolean)).toHaveLength(3);
    await giveBackTokens(db, "2026-11-23", 250);
    expect(await reserveTokens(db, "2026-11-23", 300, 1000)).toBe(true);
    expect(await reserveTokens(db, "2026-11-24", 300, 1000)).toBe(true);
    expect(await reserveTokens(db, "2026-11-25", 1001, 1000)).toBe(false);
  });
});

describe("npm run model", () => {
  const run = (url: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "../../../src/console/model.ts"), ...args], { encoding: "utf8", env: { PATH: process.env["PATH"], DATABASE_URL: url } });

  it("switches while the database is in use, and refuses without a name or a reason", async () => {
    const url = await createDatabase(inject("postgresUrl"));
    const service = await openDb({ databaseUrl: url, dataDir: "unused", log: quiet });
    const off = run(url, "off", "--by", "Ana", "--reason", "drill");
    expect([off.status, off.stdout]).toEqual([0, expect.stringMatching(/\toff\tAna\tdrill\n$/)]);
    expect(await isModelOn(service.db)).toBe(false);
    expect(run(url, "on", "--by", "Ana").status).toBe(1);
    expect(run(url, "log").stdout.trim().split("\n")).toHaveLength(1);
    await service.close();
  });
});
