import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The newest PostgreSQL, 15 or later: the folder with `initdb` and `postgres`, and its major version. */
export const findPostgres = (): { bin: string; major: number } | undefined =>
  [...debianFolders(), ...pathFolders()]
    .filter((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")))
    .map((bin) => ({ bin, major: versionOf(join(bin, "postgres")) }))
    .filter(({ major }) => major >= 15)
    .sort((a, b) => b.major - a.major)[0];

/** The path of a redis-server 7 or later. */
export const findRedis = (): string | undefined =>
  onPath("redis-server").find((program) => versionOf(program) >= 7);

/** The path of a Chromium or Chrome that playwright-core can drive. */
export const findChromium = (): string | undefined =>
  ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"].flatMap(onPath)[0];

const debianFolders = (): string[] => {
  const root = "/usr/lib/postgresql";
  return existsSync(root) ? readdirSync(root).map((version) => join(root, version, "bin")) : [];
};

const pathFolders = (): string[] =>
  [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", dirname(process.execPath)].filter(Boolean);

const onPath = (name: string): string[] =>
  pathFolders()
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path));

/** The first number that `--version` prints after a "v", "v=" or a space: 15 of "postgres (PostgreSQL) 15.18". */
const versionOf = (program: string): number => {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return Number(/(?:v=|\s)(\d+)(?:\.\d+)+/.exec(stdout ?? "")?.[1] ?? 0);
};
