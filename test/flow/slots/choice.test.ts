import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchChoice } from "../../../src/flow/slots/choice.ts";
import type { Choice } from "../../../src/flow/types.ts";
import type { Locale } from "../../../src/locale.ts";

const title = (name: Choice["title"], locale: Locale) => ("both" in name ? name.both[locale] : name.key);
const option = (value: string, es: string, en: string): Choice => ({ value, title: { both: { es, en } } });
const match = (options: Choice[], text: string) => {
  const found = matchChoice(options, text, title);
  return found === null ? null : "value" in found ? found.value : found.ambiguous;
};

const tramites = [
  option("first", "Cédula de extranjería por primera vez", "First foreigner ID card"),
  option("renewal", "Renovar la cédula de extranjería", "Renew the foreigner ID card"),
  option("copy", "Duplicado de la cédula de extranjería", "Copy of the foreigner ID card"),
];
const consent = [option("accept", "Autorizo", "I agree"), option("decline", "No autorizo", "I do not agree")];
const faces = ["5", "4", "3", "2", "1"].map((value, index) => option(value, `😀 Nota ${"abcde"[index]!}`, `😀 Grade ${"abcde"[index]!}`));

describe("a typed choice", () => {
  test.each([
    ["renewal", "renewal"], ["Renovar la cédula de extranjería", "renewal"], ["renew the foreigner id card", "renewal"],
    ["2", "renewal"], ["la 2", "renewal"], ["opción 2", "renewal"], ["la segunda", "renewal"], ["second one", "renewal"],
    ["option two", "renewal"], ["1", "first"], ["one", "first"], ["the last one", "copy"], ["la última", "copy"],
    ["duplicado", "copy"], ["quiero el duplicdo por favor", "copy"], ["renovar", "renewal"], ["renobar la cedula", "renewal"],
    ["primera vez", "first"], ["I want to renew", "renewal"], ["the copy please", "copy"],
  ])("%s → %s", (text, value) => expect(match(tramites, text)).toBe(value));

  test.each([
    ["", null], ["4", null], ["0", null], ["pasaporte", null], ["no quiero renovar", null],
    ["¿cuánto cuesta el duplicado de la cédula?", null], ["cuanto vale el duplicado", null],
    ["quisiera saber si mi hermano puede renovar algo mañana temprano", null],
  ])("%s is none of them", (text, nothing) => expect(match(tramites, text)).toBe(nothing));

  test.each([
    ["no sé", "unsure"], ["no estoy segura", "unsure"], ["I am not sure", "unsure"], ["don't know", "unsure"], ["tal vez sí", "unsure"], ["no", "no"], ["no señor", "no"], ["sure", "yes"],
  ])("%s is %s where one may say that one does not know", (text, value) => {
    expect(match([option("yes", "Sí", "Yes"), option("no", "No", "No"), option("unsure", "No sé", "Not sure")], text)).toBe(value);
  });

  test.each([["sí", "three"], ["no", "less"], ["no sé", "unsure"], ["yes", "three"]])("%s is %s among titles that begin so", (text, value) => {
    expect(match([option("three", "Sí, tres años o más", "Yes, three years or more"), option("less", "No, menos", "No, less"), option("unsure", "No sé", "Not sure")], text)).toBe(value);
  });

  test("a no is the one that says never, and a yes is none of several", () => {
    const before = [option("never", "Nunca lo he pedido", "I have never asked"), option("recent", "Sí, hace poco", "Yes, lately"), option("old", "Sí, hace mucho", "Yes, long ago")];
    expect([match(before, "no"), match(before, "sí")]).toEqual(["never", null]);
  });

  test("what several options share is ambiguous", () => {
    expect(match(tramites, "cédula de extranjería")).toEqual(["first", "renewal", "copy"]);
  });

  test("yes and no choose the option that is one", () => {
    expect(match(consent, "sí")).toBe("accept");
    expect(match(consent, "claro que sí")).toBe("accept");
    expect(match(consent, "no")).toBe("decline");
    expect(match(consent, "no autorizo")).toBe("decline");
    expect(match(consent, "autorizo")).toBe("accept");
    expect(match(tramites, "sí")).toBeNull();
  });

  test("a number that is a value is that value, not a place", () => {
    expect(match(faces, "5")).toBe("5");
    expect(match(faces, "1")).toBe("1");
  });

  test("gives one of the options or nothing, whatever is said", () => {
    const said = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.array(fc.constantFrom("la", "cedula", "2", "no", "si", "renovar", "first", "one", "?"), { maxLength: 6 }).map((parts) => parts.join(" ")));
    fc.assert(fc.property(said, (text) => {
      const found = match(tramites, text);
      if (found !== null) expect(tramites.map(({ value }) => value)).toEqual(expect.arrayContaining([found].flat()));
    }), { numRuns: 500 });
  });
});
