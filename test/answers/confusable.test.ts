import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createAnswers } from "../../src/answers/answer.ts";
import { checkKnowledge, loadKnowledge } from "../../src/answers/knowledge.ts";
import type { Locale } from "../../src/locale.ts";
import { edit, fixtureFolder } from "./folder.ts";

const now = new Date("2026-06-01T12:00:00Z");
const file = "data/confusable.yaml";
const content = `
general: { es: [sacar, urge], en: [get] }
groups:
  card:
    question: { es: "¿Cuál carné?", en: "Which card?" }
    says: { es: [carne], en: [card] }
    beside: { es: [azul], en: [blue] }
    choices:
      - { name: { es: Un pase, en: A pass }, service: pase-nuevo }
      - { name: { es: El libro, en: The book }, service: libro }
      - { name: { es: El horario, en: The hours }, passage: "cruce#hours" }
`;
const folder = () => {
  const dir = fixtureFolder();
  writeFileSync(join(dir, file), content);
  return dir;
};
const ask = (question: string, locale: Locale = "es", service?: string) =>
  createAnswers(loadKnowledge(folder()).knowledge).answer(question, { locale, now, ...(service ? { service } : {}) });

describe("a name that several things bear", () => {
  test.each<[string, Locale]>([
    ["necesito sacar el carné", "es"], ["¿cuánto vale el carné azul?", "es"], ["how do I get the card?", "en"], ["i need el carné", "en"],
  ])("is asked back where nothing more is said: %s", (question, locale) => {
    expect(ask(question, locale)).toMatchObject({ kind: "lookalike", family: "card", services: ["pase-nuevo", "libro"] });
  });

  test("keeps what was asked of it", () => {
    expect(ask("¿cuánto vale el carné?")).toMatchObject({ kind: "lookalike", aspect: "cost" });
  });

  test("is not asked back where a word tells which, or one of them is talked about", () => {
    for (const answer of [ask("el carné para viajeros del faro"), ask("¿cuánto vale el carné?", "es", "libro")]) {
      expect("which" in answer && answer.which).toBeFalsy();
    }
  });
});

describe("checkKnowledge on confusable.yaml", () => {
  test("has nothing to say where all choices exist", () => {
    expect(checkKnowledge(folder(), now)).toEqual([]);
  });

  test.each([
    ["a service that does not exist", "service: libro", "service: balsa", "groups.card.choices.balsa", "balsa"],
    ["a passage that does not exist", "cruce#hours", "cruce#boats", "groups.card.choices.cruce#boats", "cruce#boats"],
    ["a name that no button holds", "es: El libro,", "es: El libro en el que firman todos los viajeros,", "groups.card.choices.libro", "40"],
    ["a choice of nothing", ", service: libro", "", "groups.card.choices.1", "service or a passage"],
  ])("finds %s", (_, from, to, path, says) => {
    const dir = folder();
    edit(dir, file, from, to);
    expect(checkKnowledge(dir, now).filter((fault) => fault.path === path && fault.message.includes(says))).toHaveLength(1);
  });
});

describe("a conflict between sources", () => {
  test("needs two sources and the year of each", () => {
    const dir = fixtureFolder();
    edit(dir, "es/cruce.md", "{#seats source=pagina-dos unknown}", "{#seats conflict source=pagina-dos unknown}");
    expect(checkKnowledge(dir, now).map(({ path, message }) => [path, message.split(":")[0]])).toEqual([
      ["#seats", "a conflict needs two sources"], ["#seats", "a conflict says the date of each source"]]);
  });
});
