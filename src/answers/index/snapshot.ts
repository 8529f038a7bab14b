import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** How many snapshots are kept: what older content made goes. */
const most = 8;

/**
 * What was made of the very same content by the very same code, kept on disk so that a start need not make it again.
 * Where nothing can be written or a file is damaged, it is made each time.
 * @param of everything that the result depends on, besides the code of the index
 */
export const fromSnapshot = <T>(folder: string, of: unknown, make: () => T): T => {
  const file = join(folder, `${keyOf(of)}.v8`);
  return read<T>(file) ?? keep(folder, file, make());
};

const keyOf = (of: unknown): string => {
  const hash = createHash("sha256").update(process.versions.v8).update(JSON.stringify(of));
  for (const name of readdirSync(import.meta.dirname).sort()) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest("hex").slice(0, 24);
};

/** The bytes are kept behind their own hash: a file cut short by a crash is made anew. */
const read = <T>(file: string): T | undefined => {
  try {
    const bytes = readFileSync(file);
    const [hash, body] = [bytes.subarray(0, 32), bytes.subarray(32)];
    return hash.equals(sha256(body)) ? (deserialize(body) as T) : undefined;
  } catch {
    return undefined;
  }
};

const keep = <T>(folder: string, file: string, made: T): T => {
  const aside = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    const body = serialize(made);
    writeFileSync(aside, Buffer.concat([sha256(body), body]));
    renameSync(aside, file);
    dropOldest(folder);
  } catch {
    return made;
  }
  return made;
};

const dropOldest = (folder: string): void => {
  const files = readdirSync(folder).map((name) => join(folder, name)).map((file) => ({ file, at: statSync(file).mtimeMs }));
  for (const { file } of files.sort((a, b) => b.at - a.at).slice(most)) rmSync(file, { force: true });
};

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
