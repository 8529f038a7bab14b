import { describe, expect, test } from "vitest";
import { noised } from "../../src/console/eval/noise.ts";
import type { Locale } from "../../src/locale.ts";
import { publishedContent } from "../support/content.ts";

const { answers, knowledge } = publishedContent();
const pairsOf = (question: string, locale: Locale = "es") => {
  const answer = answers.answer(question, { locale, now: new Date("2026-11-23T12:00:00Z") });
  return "passages" in answer ? answer.passages.map(({ pair }) => pair) : [];
};

describe("a question that asks several things", () => {
  test("gets each of them, in the order asked, none twice", () => {
    const pairs = pairsOf("Duplicado del PPT: ¿cuánto cuesta, dónde se saca y qué llevo?");
    expect(pairs.slice(0, 3)).toEqual(["service:ppt-duplicate#cost", "service:ppt-duplicate#where", "service:ppt-duplicate#requirements"]);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test("gets one thing of two services", () => {
    const pairs = pairsOf("How much are the automatic migration registration and the migration movements certificate?", "en");
    expect(pairs).toEqual(expect.arrayContaining(["service:migracion-automatica#cost", "service:certificado-movimientos#cost"]));
  });

  test("keeps what the second leaves out", () => {
    expect(pairsOf("¿Cuánto vale el duplicado del PPT y cuánto la prórroga de turista?")).toEqual(
      expect.arrayContaining(["service:ppt-duplicate#cost", "service:prorroga-ptp#cost"]));
  });
});

describe("a passage", () => {
  test("numbers steps that have an order, and links the place", () => {
    const text = answers.passage("service:ppt-duplicate#steps", "es")!.text;
    expect(text.split("\n").map((line) => line.slice(0, 3))).toEqual(["1. ", "2. ", "3. "]);
    expect(answers.passage("service:ppt-duplicate#where", "en")!.text).toMatch(/\]\(https:\/\/[^)]+\)$/);
  });

  test("names each of its sources once", () => {
    for (const { id, cites } of knowledge.passages) {
      expect(new Set(cites.map(({ source }) => source.key)).size, id).toBe(cites.length);
    }
  });
});

test("noise is the same for the same seed, and edits some words", () => {
  const text = "¿Cuánto cuesta el certificado de movimientos migratorios en Bogotá?";
  expect(noised(text, 3)).toBe(noised(text, 3));
  expect(noised(text, 3)).not.toBe(noised(text, 4));
  expect(noised(text, 3)).not.toMatch(/\p{M}|[áéíóú]/u);
});
