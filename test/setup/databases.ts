import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { overPglite } from "../../src/db/embedded.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openDb, type OpenDb } from "../../src/db/open.ts";
import { quiet } from "./quiet.ts";
import { createDatabase } from "./services.ts";

/**
 * Both databases, for `describe.each(eachDatabase)("$kind", ({ open }) => …)`. `open` gives a database of its own with
 * all tables and no rows; close it after use.
 */
export const eachDatabase: { kind: OpenDb["kind"]; open: () => Promise<OpenDb> }[] = [
  { kind: "pglite", open: () => openPglite() },
  { kind: "postgres", open: () => openPostgres() },
];

const openPglite = async (): Promise<OpenDb> => {
  const pglite = await PGlite.create({ loadDataDir: await migrated() });
  const db = overPglite(pglite);
  return { db, kind: "pglite", close: () => db.destroy().then(() => pglite.close()) };
};

const openPostgres = async (): Promise<OpenDb> =>
  openDb({ databaseUrl: await createDatabase(inject("postgresUrl")), dataDir: "unused", log: quiet });

/** An empty database with all tables, as a file: made once a run (seconds), copied from then on (a fraction of one). */
const migrated = async (): Promise<Blob> => {
  const file = join(inject("runFolder"), "migrated.tar");
  if (existsSync(file)) return new Blob([await readFile(file)]);
  const dump = await dumpMigrated();
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, file);
  return dump;
};

const dumpMigrated = async (): Promise<Blob> => {
  const pglite = await PGlite.create();
  const db = overPglite(pglite);
  await migrate(db);
  await db.destroy();
  const dump = await pglite.dumpDataDir("none");
  await pglite.close();
  return dump;
};
