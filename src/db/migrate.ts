import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/index.ts";
import type { Db } from "./open.ts";

/**
 * Brings the tables up to date; gives the names of the migrations that ran. Replicas that start together wait for
 * one another. Throws, naming the migration, and leaves the database as it was.
 */
export const migrate = async (db: Db): Promise<string[]> => {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === "Error");
    throw new Error(`database: migration ${failed ? `"${failed.migrationName}" failed` : "did not start"}`, { cause: error });
  }
  return results.map(({ migrationName }) => migrationName);
};
