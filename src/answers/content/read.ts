import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { YAMLParseError } from "yaml";
import type { z } from "zod";
import type { Fault } from "../../fault.ts";
import { parse } from "../../yaml.ts";

/** Reads one YAML file against a schema; what is wrong goes to `faults`, all at once, and the value is then null. */
export const readYaml = <S extends z.ZodType>(file: string, schema: S, faults: Fault[]): z.output<S> | null => {
  if (!existsSync(file)) {
    faults.push({ file, path: "", message: "the file is missing" });
    return null;
  }
  const value = parseYaml(file, readFileSync(file, "utf8"), faults);
  return value === undefined ? null : check(file, "", value, schema, faults);
};

export const parseYaml = (file: string, text: string, faults: Fault[]): unknown => {
  try {
    return parse(text) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    const hint = error.code === "BLOCK_AS_IMPLICIT_KEY" ? ": a value that holds a colon stands between quotes" : "";
    faults.push({ file, path: line ? `line ${line}` : "", message: `not YAML${hint} (${error.message.split("\n")[0]})` });
    return undefined;
  }
};

/** Parses `value`; each fault says where it is, with the id of a list's item in place of its number. */
export const check = <S extends z.ZodType>(
  file: string, prefix: string, value: unknown, schema: S, faults: Fault[],
): z.output<S> | null => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    faults.push({ file, path: joinPath(prefix, nameItems(issue.path, value)), message: issue.message });
  }
  return null;
};

const joinPath = (prefix: string, path: string): string => [prefix, path].filter((part) => part !== "").join(".");

const nameItems = (path: readonly PropertyKey[], root: unknown): string => {
  let here = root;
  const names = path.map((step) => {
    here = (here as Record<PropertyKey, unknown> | undefined)?.[step];
    const id = typeof step === "number" ? (here as { id?: unknown } | undefined)?.id : undefined;
    return typeof id === "string" ? id : String(step);
  });
  return names.join(".");
};

/** The files of a folder that end so, sorted; an empty list where there is no such folder. */
export const filesIn = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name))
    : [];
