import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Locked = { packages: Record<string, { version?: string; license?: string; dev?: boolean; optional?: boolean }> };

const root = join(import.meta.dirname, "..", "..");

/** What the running service is made of, beside our own code: every package of the lockfile that is not for development. */
export const notices = (): string => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Locked;
  const rows = Object.entries(packages)
    .filter(([path, entry]) => path !== "" && !entry.dev)
    .map(([path, { version, license }]) => [path.replace(/^.*node_modules\//, ""), version ?? "", license ?? "see package"])
    .sort(([a], [b]) => a!.localeCompare(b!));
  const bundled = ["preact"].map((name) => [name, packages[`node_modules/${name}`]?.version ?? "", packages[`node_modules/${name}`]?.license ?? ""]);
  const table = (list: string[][]) => [...new Set(list.map((row) => `| ${row.join(" | ")} |`))].join("\n");
  return [
    "# Notices",
    "Ventanilla is under the MIT licence (LICENSE). It runs with these packages, each under its own licence.",
    `In the page that browsers load:\n\n| package | version | licence |\n|---|---|---|\n${table(bundled)}`,
    `In the server:\n\n| package | version | licence |\n|---|---|---|\n${table(rows)}`,
    "",
  ].join("\n\n");
};

if (import.meta.main) writeFileSync(join(root, "NOTICES.md"), notices());
