import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres, startRedis } from "./services.ts";

/** Starts PostgreSQL and Redis once for the whole run, and builds what browsers load. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  provide("webBuilt", buildWeb());
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  provide("postgresUrl", postgres.url);
  const runFolder = mkdtempSync(join(tmpdir(), "run-"));
  provide("redisUrl", redis.url);
  provide("runFolder", runFolder);
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    rmSync(runFolder, { recursive: true, force: true });
  };
};

/** A build that fails is one failed test (web-build.test.ts), not the end of all others. */
const buildWeb = (): boolean => {
  const build = join(import.meta.dirname, "../../src/web/build.ts");
  return spawnSync(process.execPath, [build], { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
};

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface merges
  export interface ProvidedContext {
    postgresUrl: string;
    redisUrl: string;
    webBuilt: boolean;
    /** A folder for what the workers of one run share. */
    runFolder: string;
  }
}
