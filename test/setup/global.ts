import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { compiled } from "./compiled.ts";
import { startPostgres, startRedis } from "./services.ts";

const root = join(import.meta.dirname, "../..");

/**
 * Starts PostgreSQL and Redis once for the whole run, builds what browsers load, and on a fresh clone learns once what every file
 * needs. What tests and servers leave in the temporary folder goes with the run.
 */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), "ventanilla-test-"));
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
  const [postgres, redis, webBuilt] = await Promise.all([startPostgres(), startRedis(), buildWeb(), ...learning()]);
  provide("webBuilt", webBuilt);
  provide("postgresUrl", postgres.url);
  provide("redisUrl", redis.url);
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
};

/** A build that fails is one failed test (web-build.test.ts), not the end of all others. */
const buildWeb = async (): Promise<boolean> => (await ended("src/web/build.ts")) === 0;

/** Where it fails, the tests say why. */
const learning = (): Promise<unknown>[] => {
  const learned = join(root, "dist", "learned");
  const isFresh = !existsSync(learned) || !readdirSync(learned).some((name) => name.startsWith("intents-"));
  return isFresh ? ["published", "fixtures"].map((content) => ended("test/setup/learn.ts", content)) : [];
};

const ended = async (script: string, ...args: string[]): Promise<number | null> => {
  const child = spawn(process.execPath, [join(root, script), ...args], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...compiled } });
  const [code] = await once(child, "exit") as [number | null];
  return code;
};

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface merges
  export interface ProvidedContext {
    postgresUrl: string;
    redisUrl: string;
    webBuilt: boolean;
  }
}
