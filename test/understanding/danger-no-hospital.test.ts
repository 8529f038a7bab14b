import { expect, test } from "vitest";
import { shunsHospital, tellsNoPapers } from "../../src/understanding/danger/no-hospital.ts";

test.each([
  "no voy al hospital, no tengo papeles", "me da miedo ir a urgencias porque no tengo documentos", "sin papeles no me atrevo a ir al médico", "soy indocumentada, no puedo ir a la clínica",
  "I won't go to the hospital, I have no papers", "I'm scared to go to the ER, we don't have papers", "no quiero ir al hospital, se me perdieron los papeles",
])("%s shuns a hospital for want of papers", (text) => {
  expect(shunsHospital(text)).toBe(true);
});

test.each([
  ["no tengo papeles", true], ["soy indocumentada", true], ["I don't have papers, can I see a doctor for a check-up?", true], ["tengo papeles", false], ["no voy al hospital, queda lejos", false], ["me atendieron en el hospital", false],
])("%s shuns no hospital, and tells of no papers: %s", (text, none) => {
  expect(shunsHospital(text)).toBe(false);
  expect(tellsNoPapers(text)).toBe(none);
});
