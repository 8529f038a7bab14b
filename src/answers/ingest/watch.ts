import { existsSync, realpathSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { findDocuments, signature } from "./files.ts";
import { ingestFile, readKept, withdrawVanished, type Ingestion, type Outcome } from "./update.ts";

export type Watching = { everyMs: number; signal: AbortSignal; tell: (outcome: Outcome) => void };

/**
 * Keeps the store like a folder, until the signal: what comes or changes is read once it has stopped growing, what
 * goes is withdrawn. A folder that is gone as a whole (a disk taken out) withdraws nothing.
 * @throws where there is no such folder at the start
 */
export const watchFolder = async (path: string, ingestion: Ingestion, { everyMs, signal, tell }: Watching): Promise<void> => {
  if (!existsSync(path)) throw new Error(`--watch ${path}: there is no such folder`);
  const folder = realpathSync(path);
  const kept = readKept(ingestion.dir);
  let seen = new Map<string, string>();
  const done = new Map<string, string>();
  while (!signal.aborted) {
    const now = look(folder);
    for (const [file, sign] of now) {
      if (seen.get(file) !== sign || done.get(file) === sign || signal.aborted) continue;
      done.set(file, sign);
      const outcome = await ingestFile(file, ingestion, kept);
      if (outcome.status !== "unchanged") tell(outcome);
    }
    if (existsSync(folder)) withdrawVanished(ingestion.dir, kept, folder, new Set(now.keys())).forEach(tell);
    seen = now;
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
};

const look = (folder: string): Map<string, string> =>
  new Map((existsSync(folder) ? findDocuments([folder]).files : []).map((file) => [file, signature(file)]));
