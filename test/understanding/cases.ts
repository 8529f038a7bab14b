import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A table of this folder: lists of messages by what must be found in them. */
export const readCases = (name: string): Record<string, string[]> =>
  parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), "utf8")) as Record<string, string[]>;

export const readList = (name: string): string[] =>
  parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), "utf8")) as string[];
