import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readdirSync, realpathSync, type Stats } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { Refusal, type Meta } from "./blocks.ts";
import { tooLarge } from "./document.ts";
import type { Limits } from "./limits.ts";
import { metaFrom } from "./metadata.ts";

/** Files to be read, and names under which there is nothing to read, with the reason. */
export type Found = { files: string[]; refused: { file: string; reason: string }[] };

/** The documents under some paths, folders with all that is in them. Links within a folder are not followed. */
export const findDocuments = (paths: string[]): Found => {
  const found: Found = { files: [], refused: [] };
  for (const path of paths) {
    try {
      look(realpathSync(path), found, true);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      found.refused.push({ file: path, reason: "there is no such file or folder" });
    }
  }
  return { files: [...new Set(found.files)], refused: found.refused };
};

const look = (path: string, found: Found, named: boolean): void => {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) found.refused.push({ file: path, reason: "a link: links in a folder are not followed" });
  else if (stats.isDirectory()) readdirSync(path).sort().filter(isOfInterest).forEach((name) => { look(join(path, name), found, false); });
  else if (stats.isFile()) found.files.push(path);
  else if (named) found.refused.push({ file: path, reason: "neither a file nor a folder" });
};

/** Not what is hidden, half copied, or written about another file. */
const isOfInterest = (name: string): boolean => !/^[.~]|\.(?:ya?ml|part|crdownload|tmp)$/i.test(name);

/** A document's bytes and what stands about it in `<file>.yaml`. @throws Refusal */
export const readFileAndMeta = (file: string, limits: Limits): { bytes: Buffer; meta: Meta } =>
  ({ bytes: readLimited(file, limits), meta: sidecarMeta(file) });

const readLimited = (file: string, limits: Limits): Buffer => {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) throw new Refusal("not a file");
    if (stats.size > limits.fileBytes) throw new Refusal(tooLarge(stats.size, limits));
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
};

const sidecarMeta = (file: string): Meta => {
  const sidecar = `${file}.yaml`;
  if (!sign(sidecar)) return {};
  try {
    return metaFrom(parse(readFileSync(sidecar, "utf8")), basename(sidecar));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${basename(sidecar)} is not YAML (${error instanceof Error ? error.message.split("\n")[0] : ""})`);
  }
};

/** Tells whether a file or what stands about it has changed; empty where there is none. */
export const signature = (file: string): string => [file, `${file}.yaml`].map((one) => sign(one)).join("|");

const sign = (file: string): string => {
  const stats: Stats | undefined = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : "";
};
