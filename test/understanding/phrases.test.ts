import { expect, test } from "vitest";
import { compilePhrases } from "../../src/understanding/phrases.ts";

const words = (text: string) => text.split(" ");

test.each([
  ["me pega", "hoy me pega", [1, 3]],
  ["me .. pega", "me ya casi pega", [0, 4]],
  ["me .. pega", "me a b c d pega", undefined],
  ["me ... pega", "me a b c d pega", [0, 6]],
  ["golpe*", "los golpearon", [1, 2]],
  ["(mi casa|tu) [muy] grande", "mi casa grande", [0, 3]],
  ["(mi casa|tu) [muy] grande", "tu muy grande", [0, 3]],
  ["@color claro", "azul claro", [0, 2]],
  ["ambulancia", "una anbulancia", [1, 2]],
  ["semana", "manana", undefined],
])("%s in %s", (phrase, text, span) => {
  const phrases = compilePhrases([phrase], { color: ["azul", "rojo"] });
  expect(phrases.find(words(text))).toEqual(span);
});

test("a whole message", () => {
  const phrases = compilePhrases(["(cancelar|salir) [ya]"]);
  expect(phrases.isAll(words("cancelar ya"))).toBe(true);
  expect(phrases.isAll(words("cancelar la cita"))).toBe(false);
});

test("a fault names the phrase and what is wrong", () => {
  expect(() => compilePhrases(["me (pega"])).toThrow('phrase "me (pega"');
  expect(() => compilePhrases(["me @nadie"], { alguien: ["x"] })).toThrow("@nadie");
});
