import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";
import { parse } from "yaml";

/** Lets a page import a file of `locales/`: its sentences by flat key, `composer.send`. */
export const yamlWords: Plugin = {
  name: "yaml-words",
  setup: (build) => {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: JSON.stringify(readWords(path)), loader: "json" }));
  },
};

/** The sentences of a YAML file by flat key. Throws when a leaf is no sentence. */
export const readWords = (path: string): Record<string, string> =>
  Object.fromEntries(leaves(parse(readFileSync(path, "utf8")), "", path));

const leaves = (node: unknown, prefix: string, path: string): [string, string][] => {
  if (typeof node === "string") return [[prefix, node.trim()]];
  if (typeof node !== "object" || node === null) {
    throw new Error(`${path}: "${prefix}" is ${JSON.stringify(node)}, not a sentence: put it in quotes`);
  }
  return Object.entries(node).flatMap(([name, value]) => leaves(value, prefix ? `${prefix}.${name}` : name, path));
};
