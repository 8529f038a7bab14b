import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Log } from "../log.ts";
import { openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { poolOptions } from "./pool.ts";
import type { Tables } from "./tables.ts";

export type Db = Kysely<Tables>;

/** An open database. `close` ends the connections and, when embedded, lets go of the folder. */
export type OpenDb = { db: Db; kind: "pglite" | "postgres"; close: () => Promise<void> };

export type DbOptions = { databaseUrl?: string | undefined; dataDir: string; log: Log; poolSize?: number };

/**
 * Opens PostgreSQL when there is a `databaseUrl`, else the embedded PGlite in `dataDir` (`memory://`: one that goes with
 * the process), with its tables up to date. The embedded one has a single connection: inside a transaction use only the
 * transaction. Throws when another process holds `dataDir`, when the server is older than PostgreSQL 15 or out of reach,
 * and when a migration fails.
 */
export const openDb = async ({ databaseUrl, dataDir, log, poolSize = 10 }: DbOptions): Promise<OpenDb> => {
  const open = databaseUrl === undefined ? await openEmbedded(dataDir, log) : await openServer(databaseUrl, poolSize, log);
  try {
    const done = await migrate(open.db);
    if (done.length > 0) log.info({ migrations: done }, "database brought up to date");
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
};

const openServer = async (databaseUrl: string, poolSize: number, log: Log): Promise<OpenDb> => {
  const pool = new pg.Pool({
    ...poolOptions,
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while a transaction holds it tells only the client: unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", (error) => log.warn({ code: "code" in error ? error.code : undefined }, "database connection lost"));
  try {
    await requireVersion(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, kind: "postgres", close: () => db.destroy() };
};

const requireVersion = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{ server_version_num: string }>("show server_version_num").catch((error: unknown) => {
    throw new Error("DATABASE_URL: cannot reach the database; check host, port, name and password", { cause: error });
  });
  const version = Number(rows[0]?.server_version_num);
  if (version < 150_000) {
    throw new Error(`DATABASE_URL: the server is version ${Math.floor(version / 10_000)}; use PostgreSQL 15 or newer`);
  }
};
