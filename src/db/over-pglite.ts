import type { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Db } from "./open.ts";
import { poolOptions } from "./pool.ts";
import type { Tables } from "./tables.ts";

/** Kysely over a PGlite that the caller opened and closes. A query waits at most a minute for the one connection. */
export const overPglite = (pglite: PGlite): Db => {
  const pool = new pg.Pool({
    ...poolOptions,
    ...createPgConfig(pglite),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 60_000,
  } as pg.PoolConfig);
  pool.on("error", () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};
