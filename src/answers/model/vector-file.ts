import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type KeptVectors = {
  has: (hash: string) => boolean;
  get: (hash: string) => Float32Array | undefined;
  add: (hash: string, vector: Float32Array) => void;
};

/** Vectors of one model by the hash of their text, in memory and, where there is a folder, in a file that only grows. */
export const keptVectors = (folder: string | undefined, model: string): KeptVectors => {
  const file = folder === undefined ? undefined : join(folder, `${createHash("sha256").update(model).digest("hex").slice(0, 16)}.txt`);
  const vectors = new Map(file !== undefined && existsSync(file) ? readFileSync(file, "utf8").split("\n").flatMap(lineOf) : []);
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  return {
    has: (hash) => vectors.has(hash),
    get: (hash) => vectors.get(hash),
    add: (hash, vector) => {
      vectors.set(hash, vector);
      if (file !== undefined) appendFileSync(file, `${hash} ${Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64")} .\n`);
    },
  };
};

/** A line that a crash cut short has no end mark, and is made again. */
const lineOf = (line: string): [string, Float32Array][] => {
  const [hash, written, end] = line.split(" ");
  if (!hash || !written || end !== ".") return [];
  const bytes = new Uint8Array(Buffer.from(written, "base64"));
  return bytes.length > 0 && bytes.length % 4 === 0 ? [[hash, new Float32Array(bytes.buffer)]] : [];
};
