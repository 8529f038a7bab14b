import { describe, expect, test } from "vitest";
import { aspectReader } from "../../../src/answers/aspects.ts";
import { loadKnowledge } from "../../../src/answers/knowledge.ts";
import { partsOf } from "../../../src/answers/parts.ts";
import { entitiesIn } from "../../../src/answers/rank/entities.ts";
import { kindsAsked, kindsGiven } from "../../../src/answers/rank/kinds.ts";
import { createRank } from "../../../src/answers/rank/rank.ts";
import { fixtureFolder } from "../folder.ts";

const load = () => {
  const { knowledge } = loadKnowledge(fixtureFolder());
  return { knowledge, readAspects: aspectReader(knowledge) };
};

describe("the questions in a question", () => {
  test.each([
    ["¿Cuánto vale y qué papeles piden?", 2],
    ["what is it and how much is it?", 2],
    ["Tres cosas: ¿cuesta, necesito abogado y puedo mandarla de noche?", 3],
    ["¿Cuánto vale para mi esposa y mi hija?", 0],
    ["I live with my wife and my son, how much is it", 0],
    ["Quiero saber cuánto vale la barca. ¿Y dónde se toma?", 2],
    ["I want to know how much it is. And where do I take it?", 2],
  ])("%s", (question, count) => {
    expect(partsOf(question, /^[Iw]/.test(question) ? "en" : "es", load().readAspects)).toHaveLength(count);
  });
  test("what is only told stands behind what is asked", () => {
    const first = (question: string, locale: "es" | "en") => partsOf(question, locale, load().readAspects)[0];
    expect(first("Me dijeron que pagara cuarenta pesos. ¿Cuánto vale la barca?", "es")).toBe("Cuánto vale la barca");
    expect(first("I met a man who charges money. How much is the ferry?", "en")).toBe("How much is the ferry");
    expect(first("Quiero saber cuánto vale la barca. ¿Y dónde se toma?", "es")).toBe("Quiero saber cuánto vale la barca");
  });
});

describe("what sort of thing is asked and given", () => {
  test.each([
    ["how many days do they have?", "span"], ["hasta cuándo puedo pedirlo", "span"], ["cuánto vale", "money"], ["where do I go", "place"],
    ["how many offices were there", "count"], ["cómo lo pido", "way"],
  ])("%s asks for %s", (question, kind) => {
    expect(kindsAsked(question)).toContain(kind);
  });
  test("a text with a term gives a span, one without does not", () => {
    expect(kindsGiven("Tiene **quince (15) días** hábiles.")).toContain("span");
    expect(kindsGiven("Vaya a la oficina.")).not.toContain("span");
  });
});

describe("what a question names", () => {
  test("places, years and numbered things, however they are written", () => {
    expect(entitiesIn("En Bogotá en 2014 con el SC-1 y la UTA 3")).toEqual({
      places: new Set(["bogota"]), years: new Set(["2014"]), codes: new Set(["sc1", "uta3"]),
    });
    expect(entitiesIn("an M visa").codes).toEqual(entitiesIn("la visa M").codes);
  });
});

describe("ranking", () => {
  const start = () => {
    const { knowledge, readAspects } = load();
    return { knowledge, rank: createRank(knowledge, readAspects) };
  };
  const pair = (question: string, context?: string) => {
    const { knowledge, rank } = start();
    const passage = knowledge.passages.find(({ id }) => id === context);
    return rank(question, "es", passage ? { context: { passage, words: passage.title, leans: true } } : {})[0]?.passage.pair;
  };

  test("a story around a question does not change what is found", () => {
    const story = "Llegué hace tres meses con mi familia y mi vecina no me supo explicar. ¿Cuándo zarpa la barca? Mil gracias de antemano.";
    expect(pair(story)).toBe("cruce#hours");
  });

  test("what is asked next is asked of the passage shown before", () => {
    expect(pair("¿y cuántos caben?", "es:cruce#hours")).toBe("cruce#seats");
  });

  test("is surer of a question that the knowledge answers than of one that it does not", () => {
    const { rank } = start();
    const sure = (question: string) => rank(question, "es")[0]?.sure ?? 0;
    expect(sure("horario de la barca")).toBeGreaterThan(sure("receta de arepas con queso"));
  });
});
