import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import type { Query } from "../../../src/metrics/types.ts";

const metrics = join(import.meta.dirname, "../../../src/metrics");

/** The whole text of an indicator's query, with all of src/metrics that it uses, as one script. */
export const bundle = async (id: string): Promise<string> => {
  const { name, path } = exportOf(id);
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} as query } from "${path}";`, resolveDir: metrics, loader: "ts" },
    bundle: true, write: false, format: "cjs", external: ["kysely"], minifySyntax: false, charset: "utf8",
  });
  return outputFiles[0]!.text;
};

/** The query that such a script is. Throws when it is none. */
export const run = (script: string): Query => {
  const module: { exports: { query?: Query } } = { exports: {} };
  compileFunction(script, ["module", "exports", "require"])(module, module.exports, createRequire(import.meta.url));
  return module.exports.query!;
};

/** Where queries.ts has an indicator's function from. */
const exportOf = (id: string): { name: string; path: string } => {
  const text = readFileSync(join(metrics, "queries.ts"), "utf8");
  const name = new RegExp(`"${id}": (\\w+),`).exec(text)?.[1] ?? id;
  const path = [...text.matchAll(/^import \{ (.+) \} from "(.+)";$/gm)].find(([, names]) => names!.split(", ").includes(name))?.[2];
  if (path === undefined) throw new Error(`queries.ts imports no "${name}" for the indicator "${id}"`);
  return { name, path: `./${join(dirname(path), path.split("/").at(-1)!)}` };
};
