import { mkdtempSync, rmSync } from "node:fs";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenDb, openDb } from "../../src/db/open.ts";
import { quiet } from "../setup/quiet.ts";

const real = fs.fdatasyncSync;
const dataDir = mkdtempSync(join(tmpdir(), "durable-"));
let syncs = 0;
let database: OpenDb;

beforeAll(async () => {
  fs.fdatasyncSync = (descriptor) => {
    syncs++;
    real(descriptor);
  };
  syncBuiltinESMExports();
  database = await openDb({ dataDir, log: quiet });
  await sql`create table entry (n integer)`.execute(database.db);
});
afterAll(async () => {
  await database.close();
  fs.fdatasyncSync = real;
  syncBuiltinESMExports();
  rmSync(dataDir, { recursive: true, force: true });
});

/** How often the disk was asked to keep what it has, while `work` ran. */
const syncsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const before = syncs;
  await work();
  return syncs - before;
};

describe("a commit of the embedded database", () => {
  it("reaches the disk, once", async () => {
    const write = () => sql`insert into entry values (1)`.execute(database.db);
    for (let i = 0; i < 20; i++) expect(await syncsDuring(write)).toBe(1);
  });

  it("reaches the disk once for a whole transaction", async () => {
    const write = () =>
      database.db.transaction().execute(async (transaction) => {
        await sql`insert into entry values (2)`.execute(transaction);
        await sql`insert into entry values (3)`.execute(transaction);
      });
    expect(await syncsDuring(write)).toBe(1);
  });

  it("asks nothing of the disk for reading", async () => {
    expect(await syncsDuring(() => sql`select * from entry`.execute(database.db))).toBe(0);
  });

  it("brings the tables to the disk at a checkpoint", async () => {
    await sql`insert into entry values (4)`.execute(database.db);
    expect(await syncsDuring(() => sql`checkpoint`.execute(database.db))).toBeGreaterThan(1);
  });
});
