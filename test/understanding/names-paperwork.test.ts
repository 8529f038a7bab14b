import { expect, test } from "vitest";
import { when } from "../../src/flow/slots/when.ts";
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

test.each([["es", "esta semana o la otra"], ["en", "this week or next"]] as const)("two weeks, in %s", (locale, words) => {
  expect(when.parse(words, {}, { locale, now: new Date("2026-11-23T15:00:00Z") })).toEqual({ ok: "2026-11-23/2026-12-06" });
});
