import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnswers, type Asked } from "../../src/answers/answer.ts";
import { loadKnowledge } from "../../src/answers/knowledge.ts";
import { fixtureFolder } from "./folder.ts";

const now = new Date("2026-06-01T12:00:00Z");
const start = () => createAnswers(loadKnowledge(fixtureFolder()).knowledge);
const shown = (question: string, asked: Partial<Asked> = {}) => {
  const answer = start().answer(question, { locale: "es", now, ...asked });
  return { kind: answer.kind, pairs: "passages" in answer ? answer.passages.map(({ pair }) => pair) : [] };
};

describe("an answer", () => {
  test("is the passage that was asked for, in the person's language", () => {
    const answer = start().answer("when does the boat sail?", { locale: "en", now });
    expect(answer).toMatchObject({ kind: "found", passages: [{ id: "en:cruce#hours" }] });
  });

  test("is found in the other language and given in the person's own", () => {
    const answer = start().answer("la canoe on the crossing", { locale: "es", now });
    expect(answer).toMatchObject({ kind: "found", passages: [{ id: "es:service:pase-nuevo#boat" }] });
  });

  test("is the aspect that was asked of a service", () => {
    expect(shown("cuánto cuesta el libro de viajeros")).toEqual({ kind: "found", pairs: ["service:libro#cost"] });
  });

  test("has several passages where several things were asked", () => {
    expect(shown("primera vez: ¿qué documentos piden para estrenar pase y cuánto vale?").pairs).toEqual(
      ["service:pase-nuevo#requirements", "service:pase-nuevo#cost"]);
    expect(shown("¿Cuánto cuesta el libro de viajeros? ¿Y cuánto cuesta la visita al faro?").pairs).toContain("service:libro#cost");
  });

  test("says that a datum is not known where the passage says so", () => {
    expect(shown("cuantos pasajeros caben en la barca")).toEqual({ kind: "unknown", pairs: ["cruce#seats"] });
    expect(shown("cuanto cuesta subir al faro")).toEqual({ kind: "unknown", pairs: ["service:faro#cost"] });
  });

  test("is none for what nothing was published about, or for no words at all", () => {
    for (const question of ["receta de arepas con queso", "quien gano el partido anoche", "", "?!", "👍"]) {
      expect(shown(question).kind).toBe("none");
    }
  });

  test("never throws and is always of a known kind", () => {
    const answers = start();
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.constantFrom("es", "en"), (question, locale) => {
      expect(["found", "lookalike", "unknown", "none"]).toContain(answers.answer(question, { locale, now, service: "libro" }).kind);
    }), { numRuns: 60 });
  });
});

describe("look-alikes", () => {
  test("are told apart by a question where only the family is named, with the aspect kept", () => {
    const answer = start().answer("¿cuánto cuesta el pase?", { locale: "es", now });
    expect(answer).toMatchObject({ kind: "lookalike", family: "pase", services: ["pase-nuevo", "pase-duplicado"], aspect: "cost" });
  });

  test.each([
    ["perdí el pase, ¿cuánto cuesta?", "service:pase-duplicado#cost"],
    ["duplicado del pase: cuanto vale", "service:pase-duplicado#cost"],
    ["cuanto cuesta el pase por primera vez", "service:pase-nuevo#cost"],
  ])("are told apart by a word that decides: %s", (question, pair) => {
    expect(shown(question)).toEqual({ kind: "found", pairs: [pair] });
  });
});

describe("a follow-up", () => {
  test("is about the service talked about before", () => {
    expect(shown("¿y cuánto cuesta?", { service: "libro" })).toEqual({ kind: "found", pairs: ["service:libro#cost"] });
    expect(shown("and how much is it?", { service: "pase-duplicado", locale: "en" }).pairs).toEqual(["service:pase-duplicado#cost"]);
  });

  test("is not where another thing is named", () => {
    expect(shown("¿y cuánto cuesta subir al faro?", { service: "libro" }).pairs).toEqual(["service:faro#cost"]);
  });
});

describe("what stands in the catalogue", () => {
  test("can be looked up by name", () => {
    const answers = start();
    expect(answers.service("libro")?.short.en).toBe("Book");
    expect(answers.family("pase")?.id).toBe("pase");
    expect(answers.topics().map(({ id }) => id)).toEqual(["permits"]);
    expect(answers.services()).toHaveLength(4);
    expect(answers.passage("service:libro#cost", "en")?.locale).toBe("en");
    expect(answers.passage("service:libro#validity", "en")).toBeUndefined();
  });
});
