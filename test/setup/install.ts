import { execFileSync, spawnSync } from "node:child_process";
import { findChromium, findPostgres, findRedis } from "./programs.ts";

/**
 * Sees that what the suite starts is on this machine: PostgreSQL, Redis and a browser. Installs what is missing on a
 * Debian-like machine with root or sudo without a password; anywhere else names it and ends with status 1.
 */
const install = (): void => {
  const missing = wanted.filter(({ find }) => !find());
  if (missing.length === 0) return;
  const packages = missing.flatMap((program) => program.packages);
  const apt = aptCommand();
  if (apt) aptInstall(apt, packages);
  const still = missing.filter(({ find }) => !find());
  if (still.length === 0) return;
  console.error(
    `npm test needs ${still.map(({ name }) => name).join(", ")}: ` +
      `on Debian or Ubuntu "sudo apt-get install ${still.flatMap((program) => program.packages).join(" ")}", ` +
      `elsewhere install them and put them on PATH`,
  );
  process.exitCode = 1;
};

const wanted = [
  { name: "PostgreSQL 15 or newer", find: findPostgres, packages: ["postgresql"] },
  { name: "Redis 7 or newer", find: findRedis, packages: ["redis-server"] },
  { name: "Chromium", find: findChromium, packages: ["chromium", "fonts-dejavu-core", "fonts-liberation"] },
];

const aptCommand = (): string[] | undefined => {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n", "-E", "apt-get"] : undefined;
};

const aptInstall = (apt: string[], packages: string[]): void => {
  const [command, ...first] = apt as [string, ...string[]];
  const wait = ["-o", "DPkg::Lock::Timeout=600"];
  const run = (args: string[]) =>
    execFileSync(command, [...first, ...wait, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "ignore", "inherit"],
      timeout: 15 * 60_000,
    });
  console.error(`installing ${packages.join(", ")}`);
  try {
    run(["update", "-q"]);
    run(["install", "-q", "-y", "--no-install-recommends", ...packages]);
  } catch (error) {
    console.error(`apt-get failed: ${error instanceof Error ? error.message : String(error)}`);
  }
};

install();
