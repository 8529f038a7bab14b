import { expect, it } from "vitest";
import { languageAskedIn } from "../../src/understanding/commands/language.ts";

it.each([
  ["quiero una cita en Cali, in English please", "en"],
  ["Necesito el PPT. En inglés, por favor", "en"],
  ["book me in Cali, en español por favor", "es"],
  ["I need a slot on Monday, answer in Spanish please", "es"],
  ["necesito el certificado en inglés por favor", undefined],
  ["I need my certificate in Spanish please", undefined],
  ["quiero una cita en Bogotá", undefined],
])("%s: asks for %s", (text, locale) => {
  expect(languageAskedIn(text)).toBe(locale);
});
