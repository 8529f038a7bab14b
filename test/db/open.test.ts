import { sql } from "kysely";
import { describe, expect, inject, it } from "vitest";
import { openDb } from "../../src/db/open.ts";
import { quiet } from "../setup/quiet.ts";
import { createDatabase } from "../setup/services.ts";

describe("openDb on a server", () => {
  it("says that the database is out of reach, and not its password", async () => {
    const opening = openDb({ databaseUrl: "postgres://someone:hunter2@127.0.0.1:1/x", dataDir: "unused", log: quiet });
    const fault = await opening.catch((error: Error) => error);
    expect(String(fault)).toContain("DATABASE_URL");
    expect(String(fault)).not.toContain("hunter2");
  });

  it("outlives the loss of its connections", async () => {
    const { db, close } = await openDb({ databaseUrl: await createDatabase(inject("postgresUrl")), dataDir: "unused", log: quiet });
    const other = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.05)`.execute(db)));
    await other.execute(db);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
    expect(rows).toEqual([{ one: 1 }]);
    await close();
  });
});
