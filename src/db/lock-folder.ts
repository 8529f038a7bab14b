import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Holds a folder for this process alone until the returned function is called. Two processes on one embedded
 * database lose rows without a word. Throws, naming the folder and the holder, when it is taken.
 *
 * The lock is the operating system's (an exclusive SQLite transaction on an empty file), so it ends with its process
 * however that dies, and it holds between containers that share a volume; a pid in a file does neither.
 * Nothing else may open `lock`: closing any descriptor of it would let go of the lock.
 */
export const lockFolder = (folder: string): (() => void) => {
  const lock = new DatabaseSync(join(folder, "lock"));
  const holder = join(folder, "lock.holder");
  try {
    lock.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new Error(
      `DATA_DIR ${folder} is in use by ${describe(holder)}: stop that process, give this one another DATA_DIR, ` +
        `or set DATABASE_URL to run several`,
      { cause: error },
    );
  }
  writeFileSync(holder, JSON.stringify({ pid: process.pid, host: hostname() }));
  return () => lock.close();
};

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;

const describe = (holder: string): string => {
  try {
    const { pid, host } = JSON.parse(readFileSync(holder, "utf8")) as { pid: number; host: string };
    return host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  } catch {
    return "another process";
  }
};
