import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSources } from "../../src/answers/content/sources.ts";
import { loadIndicators } from "../../src/metrics/setup.ts";
import { readRelation } from "../../src/opendata/relations.ts";
import { checkOpenData } from "../../src/opendata/setup.ts";
import { root } from "./stage.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "accountability-"));
  cpSync(join(root, "knowledge", "data", "accountability.yaml"), join(folder, "data", "accountability.yaml"));
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const indicators = new Set(loadIndicators(join(root, "knowledge")).indicators.map(({ id }) => id));
const sources = new Set(readSources(join(root, "knowledge"), []).keys());

test("the file has no fault; one that is put into it is named with its place", () => {
  expect(checkOpenData(folder, indicators, sources)).toEqual([]);
  const file = join(folder, "data", "accountability.yaml");
  const whole = readFileSync(file, "utf8");
  const faults = [
    ["- topics <= turns", "- topics < turns", "open-data.relations"], ["- topics <= turns", "- topics <= tunrs", "open-data.relations"], ["daily: [people,", "daily: [poeple,", "open-data.daily"],
    ["follow: replied-in-time", "follow: replied", "commitments.0.follow"], ["day: 2014-08-03", "day: 2014-08-33", "hearings.0.day"], ["forums: []", "forums: none", "forums"],
    ["source: 1-cancilleria", "source: 9-cancilleria", "commitments.5.source"],
  ] as const;
  for (const [before, after, path] of faults) {
    writeFileSync(file, whole.replace(before, after));
    const found = checkOpenData(folder, indicators, sources);
    expect(found.map((fault) => fault.path.startsWith(path)), after).toEqual([true]);
  }
  writeFileSync(file, whole);
});

test("a relation is read as two sums", () => {
  expect(readRelation("a.part[*] + b = c[open]")).toEqual({
    left: [{ indicator: "a", count: "part", group: "*" }, { indicator: "b", count: "whole", group: "" }], right: [{ indicator: "c", count: "whole", group: "open" }], less: false,
  });
  expect(readRelation("a <= b")?.less).toBe(true);
  for (const line of ["a", "a = b = c", "a = ", "a.rest = b", "A = b"]) expect(readRelation(line), line).toBeUndefined();
});
