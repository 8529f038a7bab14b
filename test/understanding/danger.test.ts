import { describe, expect, test } from "vitest";
import { createDangers } from "../../src/understanding/danger.ts";
import { dangers } from "../../src/understanding/types.ts";
import { readCases, readList } from "./cases.ts";

const findDangers = createDangers({ examples: [] });
const first = (message: string) => findDangers(message).told[0];
const said = readCases("danger.said");

describe.each(Object.entries(said))("%s", (danger, messages) => {
  test.each(messages)("%s", (message) => {
    expect(first(message)).toBe(danger);
  });
  test.each(messages)("in capitals and without accents: %s", (message) => {
    expect(first(message.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase())).toBe(danger);
  });
});

test("every danger has cases", () => {
  expect(Object.keys(said).sort()).toEqual([...dangers].sort());
});

test.each(readList("danger.indirect"))("some danger: %s", (message) => {
  expect(first(message)).toBeDefined();
});

test.each(readList("danger.innocent"))("no danger: %s", (message) => {
  expect(first(message)).toBeUndefined();
});

test("a danger at the end of a very long message is found", () => {
  expect(first(`${"la oficina abre a las ocho. ".repeat(5000)} mi marido me pega`)).toBe("violence");
});
