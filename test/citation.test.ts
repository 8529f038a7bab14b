import { expect, test } from "vitest";
import { articleIn } from "../src/citation.ts";

test.each([
  ["arts. 13 y 15", "arts. 13 and 15"],
  ["arts. 9, 13 a 15 y 23", "arts. 9, 13 to 15 and 23"],
  ["arts. 2.2.1.11.4.1 y 2.2.1.11.4.4", "arts. 2.2.1.11.4.1 and 2.2.1.11.4.4"],
  ["art. 7, con la Ley 2608 de 2026", "art. 7, with Law 2608 of 2026"],
  ["Decreto 1000, arts. 1 y 2", "Decree 1000, arts. 1 and 2"],
  ["art. 10 num. 4", "art. 10 no. 4"],
  ["Centro de Contacto Ciudadano", "Centro de Contacto Ciudadano"],
])("%s is %s in English, and as it stands in Spanish", (article, english) => {
  expect(articleIn(article, "en")).toBe(english);
  expect(articleIn(article, "es")).toBe(article);
});
