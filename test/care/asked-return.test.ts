import { expect, test } from "vitest";
import { placeTold } from "../../src/actions/care-known.ts";
import type { Profile } from "../../src/care/profile.ts";
import { care } from "./world.ts";

const unsaid: Profile = { need: [], who: "unsaid", since: "unsaid", paper: "unsaid", condition: [], matter: [], place: "unsaid" };
const first = (words: string, about: Partial<Profile>) => care.asked(words, { ...unsaid, ...about })[0]?.es ?? "";

test.each([
  ["¿y si me deportaron pierdo el retorno?", { need: ["emergency-aid"], who: "returnee" }, /^No la pierde/],
  ["I am 16, do I get it?", { need: ["return"], who: "returnee" }, /^No todavía/],
  ["I served all of it, can I join?", { need: ["return"], matter: ["sentence", "administration"] }, /^No, según/],
  ["ya pagué la condena", { need: ["return"], matter: ["sentence"] }, /^Sí puede pedirlo/],
  ["can I ship my furniture tax free?", { need: ["return"], who: "returnee", matter: ["switch"] }, /^No, si ya los usó/],
  ["can I ship my furniture?", { need: ["return"], who: "returnee", since: "year" }, /^Sí, si entra/],
  ["so I cannot come back to Colombia?", { need: ["return"], who: "returnee", matter: ["sentence"] }, /^Sí puede volver/],
  ["¿dónde queda la oficina de retorno?", { need: ["work"], who: "returnee", place: "bogota" }, /carrera 6/],
  ["¿me pueden negar el pasaporte?", { need: ["papers"], who: "returnee", place: "abroad" }, /^Sí: todo colombiano/],
  ["emergency number here?", { need: ["papers"], who: "returnee", place: "abroad" }, /no atienden donde usted está/],
] as [string, Partial<Profile>, RegExp][])("of a return or from abroad: %s", (words, about, says) => {
  expect(first(words, about)).toMatch(says);
});

test.each([
  ["perdí el pasaporte en Lima y soy colombiano", "abroad"], ["my bag was stolen in Lisbon, I am Colombian", "abroad"],
  ["me robaron en Quito y ya estoy en Cali", "cali"], ["mi hermana está en Madrid", undefined], ["volví de Chile hace un mes", undefined],
] as const)("where somebody is who tells it in passing: %s", (words, place) => {
  expect(placeTold(care, words)).toBe(place);
});
