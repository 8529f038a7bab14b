import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { checkReturn, loadReturn } from "../../../src/care/return/setup.ts";

const published = join(import.meta.dirname, "../../../knowledge");
const sources = new Set(["ley-1565-2012"]);

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Yaml = Record<string, any>;

let knowledge: string;
beforeEach(() => { knowledge = mkdtempSync(join(tmpdir(), "ventanilla-return-")); });
afterEach(() => { rmSync(knowledge, { recursive: true }); });

const seeded = (change: (content: Yaml) => void): void => {
  const content = parse(readFileSync(join(published, "data/return.yaml"), "utf8")) as Yaml;
  change(content);
  mkdirSync(join(knowledge, "data"), { recursive: true });
  writeFileSync(join(knowledge, "data/return.yaml"), stringify(content));
};
const uvt = (year: number, more: Yaml = {}): Yaml => ({ year, pesos: 50_000, norm: "Resolución", since: "2026-12-15", source: "ley-1565-2012", ...more });

describe("the figures of the return", () => {
  it("are read with the UVT of the years that are had", () => {
    seeded((content) => { content.uvt = [uvt(2027)]; });
    expect(checkReturn(knowledge, sources).faults).toEqual([]);
    expect(loadReturn(knowledge)).toMatchObject({ limits: { household: 2400, equipment: 17130, money: 34262 }, uvt: new Map([[2027, 50_000]]) });
  });

  it.each<[string, (content: Yaml) => void, RegExp, RegExp]>([
    ["a limit is missing", (content) => { delete content.limits.money; }, /limits/, /./],
    ["a source is unknown", (content) => { content.limits.money.source = "nobody"; }, /limits\.money\.source/, /nobody/],
    ["a UVT has no source", (content) => { content.uvt = [{ year: 2027, pesos: 1 }]; }, /uvt\.0/, /./],
    ["a year stands twice", (content) => { content.uvt = [uvt(2027), uvt(2027, { pesos: 1 })]; }, /uvt/, /2027/],
    ["a date is none", (content) => { content.uvt = [uvt(2027, { since: "soon" })]; }, /uvt\.0\.since/, /day/],
    ["what is told has no passage", (content) => { content.passages.steps = []; }, /passages\.steps/, /./],
  ])("are faulty when %s", (_, change, path, message) => {
    seeded(change);
    expect(checkReturn(knowledge, sources).faults).toEqual(expect.arrayContaining([
      expect.objectContaining({ path: expect.stringMatching(path) as string, message: expect.stringMatching(message) as string }),
    ]));
  });

  it("cannot be used without their file", () => {
    expect(() => loadReturn(knowledge)).toThrow(/return\.yaml/);
    expect(checkReturn(knowledge, sources).faults.length).toBeGreaterThan(0);
  });
});
