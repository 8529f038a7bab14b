import { describe, expect, test } from "vitest";
import { askIn } from "../../src/actions/case/ask.ts";
import { personIn } from "../../src/actions/case/facts.ts";
import { whenIn } from "../../src/actions/case/when.ts";
import { whereIn } from "../../src/actions/case/where.ts";
import { withoutRemarks } from "../../src/understanding/case-kind/remarks.ts";

const now = new Date("2026-11-23T15:00:00Z");

describe("when", () => {
  test.each([
    ["es", "mi diligencia es el 10 dic 2026", "el 10 dic 2026"], ["en", "on 10 Dec 2026 I go", "on 10 Dec 2026"], ["en", "figures of 2024 and 2025", "of 2024 and 2025"], ["en", "it began in June 2026", "in June 2026"],
    ["es", "desde 2020 hasta 2023", "desde 2020 hasta 2023"], ["es", "el jueves pasado me gritó", "el jueves pasado (19 de noviembre de 2026)"], ["en", "yesterday he shouted", "yesterday (22 November 2026)"],
    ["es", "ayer no, el viernes 20", "el viernes 20 (20 de noviembre de 2026)"],
  ] as const)("%s: %s", (locale, story, when) => { expect(whenIn(story, locale, now)).toBe(when); });
  test.each(["no sé cuándo", "I may come, tell me"])("nothing: %s", (story) => { expect(whenIn(story, "en", now)).toBeUndefined(); });
});

describe("where", () => {
  test.each([
    ["me paró en el puente simon bolivar y me gritó", "puente simon bolivar"], ["at José María Córdova airport they sent me back", "José María Córdova airport"], ["tengo un hostal en Salento, Quindío", "Salento, Quindío"],
    ["entré por Rumichaca, vivo en Ipiales", "Ipiales"], ["en el puesto de Paraguachón", "puesto de Paraguachón"],
  ])("%s", (story, where) => { expect(whereIn(story)).toBe(where); });
  test.each(["estoy en Colombia", "I write in English, in November"])("nothing: %s", (story) => { expect(whereIn(story)).toBeUndefined(); });
});

describe("what is asked for", () => {
  test("a denial keeps its sense", () => { expect(askIn("Un oficial cobra. No deseo que se divulgue mi nombre.")).toBe("No deseo que se divulgue mi nombre."); });
  test("what comes after a denial", () => { expect(askIn("Nadie me trató mal, solo quiero que junten los dos registros")).toBe("quiero que junten los dos registros"); });
  test("neither an insult nor what scolds the bot", () => { expect(askIn("que me respondan, por favor bot bruto")).toBeUndefined(); });
  test.each(["¿Qué? No, yo no dije eso", "no sir i dont look for channel", "Great, thanks!"])("a remark is left out: %s", (said) => { expect(withoutRemarks(said)).toBe(""); });
  test("what stands beside a remark is kept", () => { expect(withoutRemarks("¿Qué? No, yo no dije eso. El 3 de noviembre me gritaron en el filtro.")).toBe("El 3 de noviembre me gritaron en el filtro."); });
});

describe("who", () => {
  test.each(["account in the name of a former employee", "my name is linked to this request", "I'm not contesting anything", "soy venezolano y estoy aquí"])("no name: %s", (story) => { expect(personIn(story, "en", now)).not.toHaveProperty("name"); });
  test.each([["My name is Farid Ahmad Noorzai, passport P02664913", "Farid Ahmad Noorzai"], ["Soy María de la Cruz Peña y pido", "María de la Cruz Peña"], ["Melissa Joy Cárdenas, CC 1020774318. Our account", "Melissa Joy Cárdenas"]])("%s", (story, name) => { expect(personIn(story, "en", now)["name"]).toBe(name); });
  test("figures after a word are no document", () => { expect(personIn("it is 2023 and 2024, not 2022", "en", now)).not.toHaveProperty("document"); });
});
