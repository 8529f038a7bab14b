import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseAnew } from "yaml";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse } from "../src/yaml.ts";

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "yaml-")); });
afterEach(() => { rmSync(folder, { recursive: true }); });
const kept = () => readdirSync(folder).map((name) => join(folder, name));

const text = "a: &one [1, 0.5, yes, null]\nb: *one\nc: >\n  two\n  lines\nd: 2026-11-23\n1: ~\n";

it("says the same the first time and again", () => {
  expect(parse(text, folder)).toEqual(parseAnew(text));
  expect(kept()).toHaveLength(1);
  expect(parse(text, folder)).toEqual(parseAnew(text));
});

it("takes what is kept", () => {
  parse(text, folder);
  writeFileSync(kept()[0]!, '"kept"');
  expect(parse(text, folder)).toBe("kept");
  expect(parse(`${text}e: 5`, folder)).toEqual(parseAnew(`${text}e: 5`));
});

it("reads anew what is damaged", () => {
  parse(text, folder);
  writeFileSync(kept()[0]!, '{"a":');
  expect(parse(text, folder)).toEqual(parseAnew(text));
});

it("keeps nothing that JSON cannot say, and no fault", () => {
  expect(parse("a: .nan", folder)).toEqual({ a: NaN });
  expect(() => parse("a: b: c", folder)).toThrow(/line 1/);
  expect(kept()).toEqual([]);
});

it("reads where nothing can be written", () => {
  writeFileSync(join(folder, "file"), "");
  expect(parse(text, join(folder, "file"))).toEqual(parseAnew(text));
});
