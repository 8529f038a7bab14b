import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadTexts, type Texts } from "../src/text.ts";

const dir = mkdtempSync(join(tmpdir(), "texts-"));
let texts: Texts;

beforeAll(() => {
  for (const locale of ["es", "en"]) mkdirSync(join(dir, locale));
  writeFileSync(join(dir, "es/box.yaml"), "title: Caja\nhello: Hola {{name}}\nbye: Adiós, {{name}}.\nday: El {{day}}\nfiles_one: un archivo\nfiles_other: '{{count}} archivos'\n\"5\": Cinco\nflow.step: con punto\n");
  writeFileSync(join(dir, "en/box.yaml"), "title: Box\nhello: Hello {{name}}\nbye: Bye, {{name}}.\nday: On {{day}}\nfiles_one: one file\nfiles_other: '{{count}} files'\n\"5\": Five\nflow.step: with dot\n");
  texts = loadTexts(dir);
});
afterAll(() => rmSync(dir, { recursive: true }));

describe("a text", () => {
  test("is said in its language, without escaping, and what a citizen wrote is not read as a param", () => {
    expect(texts.text("box.hello", "es", { name: "<Ana> {{title}} $t(box.title)" })).toBe("Hola <Ana> {{title}} $t(box.title)");
    expect(texts.text("box.5", "en")).toBe("Five");
  });

  test("puts keys, both-language names and days into words", () => {
    expect(texts.text("box.hello", "en", { name: { key: "box.title" } })).toBe("Hello Box");
    expect(texts.text("box.hello", "es", { name: { both: { es: "Línea", en: "Line" } } })).toBe("Hola Línea");
    expect(texts.text("box.day", "es", { day: { date: "2027-01-05" } })).toMatch(/martes.*5 de enero de 2027/);
    expect(texts.text("box.day", "en", { day: { date: "2027-01-05" } })).toMatch(/Tuesday.*January 5.*2027/);
    // 01:00 in London is still the day before in Bogotá.
    expect(texts.text("box.day", "en", { day: { date: "2027-01-05T01:00:00Z" } })).toMatch(/Monday/);
  });

  test("ends with one point after what ends with one", () => {
    expect(texts.text("box.bye", "es", { name: "8:00 a. m." })).toBe("Adiós, 8:00 a. m.");
    expect(texts.text("box.bye", "en", { name: "J. R." })).toBe("Bye, J. R.");
  });

  test("has plural forms under one key", () => {
    expect(texts.text("box.files", "es", { count: 1 })).toBe("un archivo");
    expect(texts.text("box.files", "en", { count: 3 })).toBe("3 files");
    expect(texts.keys("es")).toEqual(expect.arrayContaining(["box.files", "box.5", "box.flow.step"]));
    expect(texts.keys("es")).not.toContain("box.files_one");
    expect(texts.paramsOf("box.files", "es")).toEqual(["count"]);
    expect(() => texts.text("box.files", "es")).toThrow(/count/);
  });

  test("that is missing, or lacks a param, throws naming it", () => {
    expect(() => texts.text("box.nothing", "es")).toThrow(/"box.nothing".*es\/box\.yaml/);
    expect(() => texts.text("box.hello", "es")).toThrow(/"name" is missing/);
    expect(() => texts.text("box.hello", "es", { name: { key: "box.nothing" } })).toThrow(/box\.nothing/);
    expect(() => texts.text("box.day", "es", { day: { date: "soon" } })).toThrow(/"soon"/);
    expect(texts.has("constructor", "es")).toBe(false);
  });
});

test("a file that holds no sentence is refused by its key", () => {
  writeFileSync(join(dir, "es/bad.yaml"), "a: { b: 5 }");
  expect(() => loadTexts(dir)).toThrow(/bad\.yaml: "bad\.a\.b" is 5/);
  rmSync(join(dir, "es/bad.yaml"));
});
