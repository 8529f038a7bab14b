import { PGlite } from "@electric-sql/pglite";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "dist", "database");

/**
 * The files of a new, empty cluster, as a tar that PGlite loads. Making one takes seconds of work, so the first is kept in `dist` for
 * each version of PGlite. Where nothing can be written or the kept one is damaged, it is made each time.
 */
export const freshCluster = async (): Promise<Blob> => {
  const file = join(folder, `pglite-${version()}.tar`);
  return recall(file) ?? keep(file, await make());
};

const version = (): string => {
  const manifest = new URL("../package.json", import.meta.resolve("@electric-sql/pglite"));
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
};

/** The bytes are kept behind their own hash. */
const recall = (file: string): Blob | undefined => {
  try {
    const bytes = readFileSync(file);
    const [hash, tar] = [bytes.subarray(0, 32), bytes.subarray(32)];
    return hash.equals(sha256(tar)) ? new Blob([tar]) : undefined;
  } catch {
    return undefined;
  }
};

const make = async (): Promise<Buffer<ArrayBuffer>> => {
  const made = await PGlite.create("memory://");
  const tar = await made.dumpDataDir("none");
  await made.close();
  return Buffer.from(await tar.arrayBuffer());
};

const keep = (file: string, tar: Buffer<ArrayBuffer>): Blob => {
  const aside = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(aside, Buffer.concat([sha256(tar), tar]));
    renameSync(aside, file);
  } catch {
    rmSync(aside, { force: true });
  }
  return new Blob([tar]);
};

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
