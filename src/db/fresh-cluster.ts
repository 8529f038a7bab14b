import { PGlite } from "@electric-sql/pglite";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keepFile } from "../keep-file.ts";
import { migrate } from "./migrate.ts";
import { overPglite } from "./over-pglite.ts";

const folder = join(import.meta.dirname, "..", "..", "dist", "database");
const migrations = join(import.meta.dirname, "migrations");

/**
 * The files of a new cluster with all tables and no rows, as a tar that PGlite loads. Making one takes seconds of work, so the first is
 * kept in `dist` for each version of PGlite and of the tables. Where nothing can be written or the kept one is damaged, it is made each time.
 */
export const freshCluster = async (): Promise<Blob> => {
  const file = join(folder, `pglite-${version()}-${hashOfTables()}.tar`);
  return recall(file) ?? keep(file, await make());
};

const hashOfTables = (): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(join(migrations, name)));
  return hash.digest("hex").slice(0, 16);
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
  const db = overPglite(made);
  await migrate(db);
  await db.destroy();
  const tar = await made.dumpDataDir("none");
  await made.close();
  return Buffer.from(await tar.arrayBuffer());
};

const keep = (file: string, tar: Buffer<ArrayBuffer>): Blob => {
  keepFile(file, Buffer.concat([sha256(tar), tar]));
  return new Blob([tar]);
};

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
