import { beforeAll, describe, expect, test } from "vitest";
import { loadContent, type Content } from "../../src/content.ts";

/** None of these is an example: their words alone say that they are of another world. */
const outside = [
  "compóngame una canción para mi tía", "qué le regalo a mi yerno", "dónde compro llantas nuevas", "mi gata tose mucho", "necesito una receta de torta",
  "pick a nickname for my girlfriend", "where to buy new tires", "my dog keeps coughing", "gift ideas for a 9 year old", "is my stove under warranty",
];
const ours = [
  "busco trabajo, llegué ayer de Venezuela", "se me mojó el pasaporte", "soy dueño de un hotel, cómo reporto a un huésped", "necesito un médico, no tengo papeles",
  "i own a hotel, how do i report a guest", "i need a doctor and have no papers", "my foreigner ID got wet", "I cannot attend my appointment on Monday",
];

describe("what is of another world", () => {
  let content: Content;
  beforeAll(() => { content = loadContent(); });

  test("nine of ten wishes of other worlds are refused", () => {
    const kept = outside.filter((text) => (content.understand(text).refusal?.score ?? 0) < 0.5);
    expect(kept.length, kept.join("\n")).toBeLessThanOrEqual(1);
  });

  test.each(ours)("%s is ours", (text) => {
    const { refusal, intent, route } = content.understand(text);
    expect((refusal?.kind === "out-of-scope" ? refusal.score : 0) < 0.55 || (intent?.score ?? 0) > 0.5 || route === "told").toBe(true);
  });

  test("keys that were lost are no trafficking", () => {
    expect(content.understand("se me perdieron las llaves de la casa").danger).toBeUndefined();
    expect(content.understand("me vendieron a un señor y no me deja salir").danger).toBe("trafficking");
  });
});
