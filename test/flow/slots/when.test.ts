import { expect, test } from "vitest";
import { when } from "../../../src/flow/slots/when.ts";

test.each([["es", "esta semana o la otra"], ["en", "this week or next"]] as const)("two weeks, in %s", (locale, words) => {
  expect(when.parse(words, {}, { locale, now: new Date("2026-11-23T15:00:00Z") })).toEqual({ ok: "2026-11-23/2026-12-06" });
});
