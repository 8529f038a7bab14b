import { expect, test } from "vitest";
import { looksLikeQuestion } from "../../src/understanding/question.ts";
import { readCases } from "./cases.ts";

const { yes = [], no = [] } = readCases("question");

test.each(yes)("a question: %s", (message) => {
  expect(looksLikeQuestion(message)).toBe(true);
});

test.each(no)("no question: %s", (message) => {
  expect(looksLikeQuestion(message)).toBe(false);
});
