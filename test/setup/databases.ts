import { inject } from "vitest";
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

const openPglite = (): Promise<OpenDb> => openDb({ dataDir: "memory://", log: quiet });

const openPostgres = async (): Promise<OpenDb> =>
  openDb({ databaseUrl: await createDatabase(inject("postgresUrl")), dataDir: "unused", log: quiet });
