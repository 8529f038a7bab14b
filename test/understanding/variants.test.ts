import { expect, test } from "vitest";
import { faultOfVariants, variantsOf } from "../../src/understanding/variants.ts";

test("a line stands for at most twice as many sentences as its longest list has words, and each word is in one", () => {
  const sentences = variantsOf("(él|ella) me pega (hoy|ayer|siempre)");
  expect(sentences.length).toBeGreaterThanOrEqual(3);
  expect(sentences.length).toBeLessThanOrEqual(6);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const word of ["él", "ella", "hoy", "ayer", "siempre"]) expect(sentences.some((text) => text.split(" ").includes(word))).toBe(true);
});

test("a line without alternatives stands for itself", () => {
  expect(variantsOf("me pega")).toEqual(["me pega"]);
});

test.each(["(a|b c", "a|b", "a) b", "a () b"])("%s is written wrongly", (line) => {
  expect(faultOfVariants(line)).toBeDefined();
});

test("alternatives in brackets are no fault", () => {
  expect(faultOfVariants("(a|b) c (d|e)")).toBeUndefined();
});
