import { NodeFS } from "@electric-sql/pglite/nodefs";
import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * A folder for PGlite that reaches the disk. PGlite's own answers every fsync with "done" and does nothing, so a
 * power cut could take what was promised to a citizen. Here PostgreSQL's syncs (the log at commit, the tables at a
 * checkpoint) are real.
 */
export class DurableFolder extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const preRun = [...((emscriptenOpts.preRun ?? []) as PreRun[]), syncForReal];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } as typeof emscriptenOpts };
  }
}

/** Puts a whole tree on the disk, or only the names in one folder. */
export const syncTree = (folder: string, { deep = true } = {}): void => {
  for (const entry of deep ? readdirSync(folder, { withFileTypes: true }) : []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(folder);
};

const syncForReal = ({ NODEFS }: Module): void => {
  if (typeof NODEFS?.stream_ops !== "object") {
    throw new Error("this PGlite has no NODEFS.stream_ops to hook fsync into: use the version of package-lock.json");
  }
  NODEFS.stream_ops.fsync = ({ nfd, node }) => {
    if (nfd === undefined) syncPath(NODEFS.realPath(node));
    else fdatasyncSync(nfd);
    return 0;
  };
};

const syncPath = (path: string): void => {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

type PreRun = (module: Module) => void;
type Module = { NODEFS: { stream_ops: { fsync?: (stream: Stream) => number }; realPath: (node: unknown) => string } };
type Stream = { nfd?: number; node: unknown };
