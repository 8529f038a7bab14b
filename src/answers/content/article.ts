import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import type { Fault } from "../../fault.ts";
import type { Locale } from "../../locale.ts";
import { check, parseYaml } from "./read.ts";

const line = z.string().trim().min(1);
const frontSchema = z.strictObject({
  title: line,
  reviewed: line,
  review_by: line,
  topic: z.enum(["law", "services", "care", "offices", "accountability", "about"]),
  service: line.optional(),
});

export type Section = {
  anchor: string;
  heading: string;
  sources: string[];
  article?: string;
  unknown: boolean;
  /** Its sources say different things: each is given with its date. */
  conflict: boolean;
  asks: string[];
  text: string;
};
export type Article = { file: string; slug: string; locale: Locale; front: z.output<typeof frontSchema>; sections: Section[] };

/** Reads one article: front matter, then a passage for each level-2 heading. */
export const readArticle = (file: string, locale: Locale, faults: Fault[]): Article | null => {
  const text = readFileSync(file, "utf8").replace(/\r\n/g, "\n");
  const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
  if (!parts) {
    faults.push({ file, path: "", message: "an article starts with front matter between two lines of ---" });
    return null;
  }
  const value = parseYaml(file, parts[1]!, faults);
  const front = value === undefined ? null : check(file, "front matter", value, frontSchema, faults);
  const sections = readSections(file, parts[2]!, faults);
  return front && { file, slug: basename(file, ".md"), locale, front, sections };
};

const readSections = (file: string, body: string, faults: Fault[]): Section[] => {
  const [before, ...blocks] = body.split(/^## /m);
  if (before?.trim()) faults.push({ file, path: "", message: "text before the first level-2 heading is in no passage" });
  return blocks.flatMap((block) => readSection(file, block, faults) ?? []);
};

const readSection = (file: string, block: string, faults: Fault[]): Section | null => {
  const [first = "", ...rest] = block.split("\n");
  const heading = /^(.*?)\s*\{(.*)\}\s*$/.exec(first);
  const anchor = /#([a-z0-9]+(?:-[a-z0-9]+)*)(?=\s|$)/.exec(heading?.[2] ?? "")?.[1];
  if (!heading || !anchor) {
    faults.push({ file, path: first.trim(), message: 'a heading ends with {#anchor source=key}, the anchor in kebab-case' });
    return null;
  }
  const attributes = readAttributes(file, anchor, heading[2]!.replace(`#${anchor}`, ""), faults);
  const asks: string[] = [];
  const text = rest.join("\n").replace(/<!--\s*asks:(.*?)-->/gs, (_, list: string) => {
    asks.push(...list.split(/[;\n]/).map((ask) => ask.trim()).filter(Boolean));
    return "";
  }).trim();
  if (!text) faults.push({ file, path: `#${anchor}`, message: "the passage has no text" });
  return { anchor, heading: heading[1]!, asks, text, ...attributes };
};

const readAttributes = (file: string, anchor: string, written: string, faults: Fault[]) => {
  const found: { sources: string[]; article?: string; unknown: boolean; conflict: boolean } = { sources: [], unknown: false, conflict: false };
  for (const [, flag, name, quoted, bare] of written.matchAll(/([\w-]+)(?![\w=-])|([\w-]+)=(?:"([^"]*)"|(\S+))/g)) {
    const value = quoted ?? bare ?? "";
    if (flag === "unknown" || flag === "conflict") found[flag] = true;
    else if (name === "source") found.sources = value.split(",").map((key) => key.trim()).filter(Boolean);
    else if (name === "article") found.article = value;
    else faults.push({
      file, path: `#${anchor}`, message: `unknown attribute "${flag ?? name}" (known: source, article, unknown, conflict)`,
    });
  }
  return found;
};
