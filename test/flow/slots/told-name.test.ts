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
