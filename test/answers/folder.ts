import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const repo = join(import.meta.dirname, "..", "..");

/** A copy of the fixture knowledge, with the real words of `data/`; gone when the test ends. */
export const fixtureFolder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), "knowledge-"));
  onTestFinished(() => { rmSync(dir, { recursive: true }); });
  cpSync(join(repo, "test", "answers", "fixtures", "knowledge"), dir, { recursive: true });
  for (const name of ["headings.yaml", "synonyms.yaml", "glossary.yaml", "outside.yaml"]) {
    cpSync(join(repo, "knowledge", "data", name), join(dir, "data", name));
  }
  return dir;
};

/** Replaces one text of one file; throws where it does not stand there, so that no test passes by a slip. */
export const edit = (dir: string, file: string, from: string, to: string): string => {
  const path = join(dir, file);
  const before = readFileSync(path, "utf8");
  if (!before.includes(from)) throw new Error(`${file} does not hold "${from}"`);
  writeFileSync(path, before.replace(from, to));
  return path;
};
