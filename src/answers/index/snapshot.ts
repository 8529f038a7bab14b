import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { dropOldest, keepFile } from "../../keep-file.ts";

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
  try {
    const body = serialize(made);
    if (keepFile(file, Buffer.concat([sha256(body), body]))) dropOldest(folder, most);
  } catch {
    return made;
  }
  return made;
};

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
