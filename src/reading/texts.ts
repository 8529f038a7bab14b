import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { parse } from "yaml";
import { loadKnowledge } from "../answers/knowledge.ts";
import { isLocale, type Locale, locales } from "../locale.ts";

/** A text that somebody reads, with where it stands. `file` is relative to the root of the content. */
export type ReadText = { kind: Kind; file: string; path: string; locale: Locale; text: string };
export type Kind = (typeof kinds)[number];

export const kinds = ["bot", "staff", "articles", "services", "routes", "return"] as const;

/** Kinds that must be easy; what misses is a fault, or an exception with its reason. */
export const mustBeEasy: readonly Kind[] = ["routes", "return"];

/** Every text of a root of content, in both languages. */
export const readTexts = (root: string): ReadText[] => [...sentences(root), ...passages(root), ...routes(root)];

const sentences = (root: string): ReadText[] =>
  locales.flatMap((locale) => yamlFiles(join(root, "locales", locale)).flatMap((path) => (
    leaves(read(path), "").map(([key, text]): ReadText => ({ kind: kindOf(basename(path, ".yaml")), file: relative(root, path), path: key, locale, text }))
  )));

/** By the namespace of `locales/`. */
const kindOf = (namespace: string): Kind => {
  if (/^staff/.test(namespace)) return "staff";
  if (namespace === "return-check") return "return";
  return ["find-route", "care"].includes(namespace) ? "routes" : "bot";
};

const passages = (root: string): ReadText[] =>
  loadKnowledge(join(root, "knowledge")).knowledge.passages.map(({ pair, locale, service, text }): ReadText => {
    const [topic, anchor] = pair.split("#") as [string, string];
    return service && pair.startsWith("service:")
      ? { kind: "services", file: "knowledge/data/services.yaml", path: pair, locale, text }
      : { kind: "articles", file: `knowledge/${locale}/${topic}.md`, path: anchor, locale, text };
  });

/** Data that holds its texts in both languages beside each other: `{ es: …, en: … }`. */
const routes = (root: string): ReadText[] => {
  const data = join(root, "knowledge", "data");
  const files = yamlFiles(data).concat(yamlFiles(join(data, "routes")));
  return files
    .flatMap((path) => {
      const kind = basename(path) === "return.yaml" ? "return" as const : /\/routes(?:\/|[^/]*\.yaml$)/.test(path) ? "routes" as const : undefined;
      return kind ? leaves(read(path), "").map(([key, text]) => ({ kind, file: relative(root, path), path: key, text })) : [];
    })
    .flatMap((text) => {
      const locale = text.path.split(".").at(-1);
      return isLocale(locale) ? [{ ...text, locale }] : [];
    });
};

const yamlFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort().map((name) => join(folder, name)) : [];

const read = (path: string): unknown => parse(readFileSync(path, "utf8"));

/** Every sentence of a file by its path; an entry of a list goes by its `id` where it has one. */
const leaves = (node: unknown, path: string): [path: string, text: string][] => {
  if (typeof node === "string") return [[path, node]];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    const id = Array.isArray(node) && typeof value === "object" && value !== null && "id" in value ? String(value.id) : name;
    return leaves(value, path ? `${path}.${id}` : id);
  });
};
