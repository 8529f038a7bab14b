import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../src/understanding/language.ts";
import { readCases } from "./cases.ts";

const { es = [], en = [], unsure = [] } = readCases("language");

describe.each([["es", es], ["en", en]] as const)("%s", (locale, messages) => {
  test.each(messages)("%s", (message) => {
    expect(detectLanguage(message)).toMatchObject({ locale, sure: true });
  });
});

test.each(unsure)("either language: %s", (message) => {
  expect(detectLanguage(message).sure).toBe(false);
});

test("the score is a probability of the language given", () => {
  for (const message of [...es, ...en, ...unsure]) {
    const { score } = detectLanguage(message);
    expect(score).toBeGreaterThanOrEqual(0.5);
    expect(score).toBeLessThanOrEqual(1);
  }
});
