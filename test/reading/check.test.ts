import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hardest, measure, readingFaults, readingSummary } from "../../src/reading/check.ts";

const easy = "Vaya a la oficina. Lleve su cédula. Allí le ayudan con todo.";
const hard = "La administración reconocerá oportunamente las correspondientes solicitudes de regularización migratoria extraordinaria presentadas.";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ventanilla-reading-"));
  for (const folder of ["locales/es", "locales/en", "knowledge/es", "knowledge/en", "knowledge/data/sources"]) mkdirSync(join(root, folder), { recursive: true });
});
afterEach(() => { rmSync(root, { recursive: true }); });

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const faults = () => readingFaults(root, measure(root));

describe("the check of what is read", () => {
  it("takes a hard text of the return or of a route as a fault, and any other only as a figure", () => {
    write("locales/es/return-check.yaml", `intro: ${hard}\nshort: Sí\n`);
    write("locales/es/welcome.yaml", `hello: ${hard}\nother: ${easy}\n`);
    write("knowledge/data/routes/health.yaml", `steps:\n  - id: first\n    text: { es: "${hard}", en: "Go to the office. Take your card. They can help you there." }\n`);
    expect(faults().map(({ file, path }) => `${file}: ${path}`)).toEqual(["locales/es/return-check.yaml: intro", "knowledge/data/routes/health.yaml: steps.first.text.es"]);
    expect(readingSummary(measure(root))).toContainEqual(expect.stringMatching(/bot es: 2 texts, 1 miss/));
    expect(hardest(measure(root), 1)).toHaveLength(1);
  });

  it("lets an exception with a reason pass, and names one that is none any more", () => {
    write("locales/es/return-check.yaml", `intro: ${hard}\n`);
    const exception = (path: string, reason: string) => write("knowledge/data/reading-exceptions.yaml", JSON.stringify([{ file: "locales/es/return-check.yaml", path, reason }]));
    exception("intro", "The name of the office is the law's own, and long.");
    expect(faults()).toEqual([]);
    exception("intro", "long");
    expect(faults()).toMatchObject([{ file: "knowledge/data/reading-exceptions.yaml", path: "0.reason" }]);
    exception("gone", "The name of the office is the law's own, and long.");
    expect(faults().map(({ file }) => file)).toEqual(["locales/es/return-check.yaml", "knowledge/data/reading-exceptions.yaml"]);
  });
});
