import { expect, test } from "vitest";
import { denialIn, hesitatesIn } from "../../src/understanding/danger/denial.ts";

test.each([
  ["Yo no me voy a hacer daño, ¿qué hago primero?", "self-harm", "qué hago primero"], ["I'm not going to hurt myself. Where is the office?", "self-harm", "Where is the office"],
  ["nobody hurts me", "other", ""], ["no estoy en peligro ahora, eso fue en el 2014", "other", "eso fue en el 2014"], ["nadie me amenaza", "other", ""],
])("is denied: %s", (text, of, rest) => {
  const denial = denialIn(text);
  expect(denial?.of).toBe(of);
  expect(denial?.rest.replace(/\s+/g, " ").trim()).toBe(rest);
});

test.each([
  "no me voy a matar hoy", "no quiero morir", "no me voy a matar si me ayudan", "nobody hurts me like he does", "I'm not going to hurt myself today", "nobody cares about me", "it's not trafficking, she is nice", "no estoy en peligro cuando él duerme",
  "no estoy a salvo", "nadie me hace daño más que él",
])("denies nothing: %s", (text) => {
  expect(denialIn(text)).toBeUndefined();
});

test("what is told beside a denial is heard", () => {
  expect(denialIn("no me voy a hacer daño, pero mi marido me pega")?.rest).toContain("mi marido me pega");
});

test.each([
  ["no quiero llamar. estoy en bogotá", false, true], ["I am afraid to call", false, true], ["oh I don't want to bother anyone", false, true], ["can I just go tomorrow?", true, true], ["can I just go tomorrow?", false, false],
  ["¿a qué número llamo?", true, false], ["quiero llamar ya", true, false],
])("%s (urgent: %s) hesitates: %s", (text, urgent, hesitates) => {
  expect(hesitatesIn(text, urgent)).toBe(hesitates);
});
