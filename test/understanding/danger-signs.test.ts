import { expect, test } from "vitest";
import { isFarOff, saysMinor, signsOf } from "../../src/understanding/danger/signs.ts";
import { wordsIn } from "../../src/understanding/spoken.ts";

const signs = (text: string) => signsOf(wordsIn(text));

test.each([
  "hace veinte años nos amenazaron", "my uncle was killed long ago", "jajaja me van a matar en la casa",
  "in the film they kidnap the consul", "hago mi tesis sobre violencia",
])("is told from far off: %s", (text) => {
  expect(isFarOff(signs(text))).toBe(true);
});

test.each(["nos amenazaron anoche", "my uncle was killed today", "me van a matar", "they kidnapped my brother", "mi marido me pega"])(
  "is told from near: %s", (text) => {
    expect(isFarOff(signs(text))).toBe(false);
  },
);

test.each([["tengo doce años y mi papá me pega", true], ["im 14 and my uncle touches me", true], ["soy menor de edad", true], ["tengo treinta años y mi marido me pega", false],
  ["mi hija tiene 14", false], ["I am 40 and he hits me", false]])("%s: the writer says to be a minor: %s", (text, minor) => {
  expect(saysMinor(signs(text))).toBe(minor);
});
