import fc from "fast-check";
import { expect, test } from "vitest";
import { trainIntents } from "../../src/understanding/intents.ts";

const things = ["pasaporte", "cita", "queja", "visa", "permiso", "certificado", "refund", "office", "fine", "schedule"];
const frames = ["quiero %", "necesito % ya", "cómo hago con %", "% por favor", "i need %", "what about %", "help with % today", "my % is late"];
const examples = things.flatMap((thing) => frames.map((frame) => ({ text: frame.replace("%", thing), intent: thing })));

test("the same examples always give the same answers", () => {
  const first = trainIntents(examples);
  const second = trainIntents(examples);
  for (const message of ["quiero la visa", "nada de eso", "my fine is wrong", "zzz"]) {
    expect(second.classify(message)).toEqual(first.classify(message));
  }
});

test("new phrases go to their intent, with a score over that of a stranger", () => {
  const { classify } = trainIntents(examples);
  for (const thing of things) expect(classify(`tell me of ${thing} now`).name).toBe(thing);
  expect(classify("necesito la visa").score).toBeGreaterThan(classify("recipes for chocolate cake").score);
});

test("two intents in one message are both named", () => {
  const { classify } = trainIntents(examples);
  const { name, near } = classify("visa o pasaporte");
  expect([name, ...near.map((one) => one.name)]).toEqual(expect.arrayContaining(["visa", "pasaporte"]));
});

test("scores are probabilities, and near ones are never above the best", () => {
  const { classify } = trainIntents(examples);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const { score, near, outOfScope } = classify(text);
    expect(score + outOfScope).toBeCloseTo(1);
    for (const one of near) expect(one.score).toBeLessThanOrEqual(score);
  }));
});

test("no examples is a fault that says so", () => {
  expect(() => trainIntents([])).toThrow("no examples");
});

test("one intent alone can be learned", () => {
  expect(trainIntents([{ text: "una cita", intent: "cita" }]).classify("cita").name).toBe("cita");
});
