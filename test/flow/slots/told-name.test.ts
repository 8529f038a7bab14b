import { name } from "../../../src/flow/slots/name.ts";
import { expect, it } from "vitest";
import { toldName } from "../../../src/flow/slots/told-name.ts";

it.each([
  ["soy Ana Ruiz y quiero una cita", false, "Ana Ruiz"],
  ["I need a time for my son Leo Ruiz Mora", false, "Leo Ruiz Mora"],
  ["me, ana ruiz , ", true, "Ana Ruiz"],
  ["soy venezolana y vivo en Cali", true, undefined],
  ["es para mi hijo", true, undefined],
  ["ana ruiz", false, undefined],
])("%s: beside other data %s: %s", (words, beside, name) => {
  expect(toldName(words, beside)?.value).toBe(name);
});

it.each([
  ["Lars Henrik Aasgaard, sorry for the delay", "Lars Henrik Aasgaard"], ["Rosalba Giraldo de Henao q es mi mama", "Rosalba Giraldo de Henao"], ["yo soy el papa, Andres Rojas", "Andres Rojas"],
  ["soy Pedro Gómez, la cita es para mi mamá, Rosalba Giraldo", "Rosalba Giraldo"], ["Gomez Ruiz, Ana", "Ana Gomez Ruiz"],
])("%s: only the name", (said, expected) => { expect(name.parse(said, {}, { locale: "es", now: new Date(0) })).toEqual({ ok: expected }); });

it.each(["for me", "ella", "mejor en la tarde", "soy Pedro Gómez, la cita es para ella"])("%s is no name", (said) => {
  expect(name.parse(said, {}, { locale: "es", now: new Date(0) })).toHaveProperty("problem");
});
