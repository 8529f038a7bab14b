import { expect, test } from "vitest";
import { namesPaperwork } from "../../src/understanding/names-paperwork.ts";

test.each([
  "llegué de Venezuela hace dos semanas con mi hijo y necesito sacar el salvoconducto",
  "estoy embarazada y quiero renovar la cédula de extranjería",
  "I came with my baby and I need to renew my PPT",
  "we need to extend our tourist permit, my wife is pregnant",
])("a paper is asked for: %s", (words) => {
  expect(namesPaperwork(words)).toBe(true);
});

test.each([
  "llegué de Venezuela con mi hijo y no tengo papeles, quién me ayuda",
  "no sé qué hacer, necesito sacar el PPT y estoy enfermo",
  "tengo PPT y no tengo EPS",
  "I have a visa and need a doctor",
  "¿necesito renovar la visa?",
])("a need is told, or something is asked: %s", (words) => {
  expect(namesPaperwork(words)).toBe(false);
});
