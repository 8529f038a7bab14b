import { PGlite } from "@electric-sql/pglite";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Log } from "../log.ts";
import { DurableFolder, syncTree } from "./durable-folder.ts";
import { freshCluster } from "./fresh-cluster.ts";
import { lockFolder } from "./lock-folder.ts";
import type { OpenDb } from "./open.ts";
import { overPglite } from "./over-pglite.ts";

/** The embedded database of `dataDir`, for one process at a time, or one in memory. */
export const openEmbedded = (dataDir: string, log: Log): Promise<OpenDb> =>
  dataDir === "memory://" ? openInMemory() : openInFolder(dataDir, log);

const openInMemory = async (): Promise<OpenDb> => {
  const pglite = await PGlite.create("memory://", { loadDataDir: await freshCluster() });
  const db = overPglite(pglite);
  return { db, kind: "pglite", close: () => db.destroy().then(() => pglite.close()) };
};

const openInFolder = async (dataDir: string, log: Log): Promise<OpenDb> => {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    const pglite = await openCluster(folder, log);
    const db = overPglite(pglite);
    const close = async () => {
      await db.destroy();
      await pglite.close();
      unlock();
    };
    return { db, kind: "pglite", close };
  } catch (error) {
    unlock();
    throw error;
  }
};

/** A first start that is killed half-way leaves only the draft, which the next start throws away. */
const openCluster = async (folder: string, log: Log): Promise<PGlite> => {
  const cluster = join(folder, "postgres");
  const draft = join(folder, "postgres.new");
  rmSync(draft, { recursive: true, force: true });
  if (!existsSync(cluster)) {
    log.info({ folder }, "making the embedded database");
    const first = await start(draft, await freshCluster());
    await first.close();
    syncTree(draft);
    renameSync(draft, cluster);
    syncTree(folder, { deep: false });
  }
  return start(cluster);
};

/** PGlite's own defaults but with fsync on; the sync method must be one that the folder sees. */
const start = (cluster: string, from?: Blob): Promise<PGlite> =>
  PGlite.create({
    fs: new DurableFolder(cluster),
    ...(from && { loadDataDir: from }),
    startParams: [
      ...PGlite.defaultStartParams.filter((flag) => flag !== "-F"),
      ...["-c", "wal_sync_method=fsync"],
      ...["-c", "shared_buffers=16MB"],
      ...["-c", "max_wal_size=128MB"],
    ],
  });
