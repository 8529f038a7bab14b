import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes a file of a cache whole or not at all, with its folder, and says whether it stands; what was half written goes. */
export const keepFile = (file: string, content: string | Uint8Array): boolean => {
  const aside = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(aside, content);
    renameSync(aside, file);
    return true;
  } catch {
    if (existsSync(aside)) rmSync(aside, { force: true });
    return false;
  }
};

/** Where a folder holds more than `most` files, only the newest `left` stay. Another process may drop them at the same time. */
export const dropOldest = (folder: string, most: number, left = most): void => {
  try {
    const names = readdirSync(folder);
    if (names.length <= most) return;
    const files = names.map((name) => join(folder, name)).map((file) => ({ file, at: statSync(file).mtimeMs }));
    for (const { file } of files.sort((a, b) => b.at - a.at).slice(left)) rmSync(file, { force: true });
  } catch {
    return;
  }
};
