import { expect, test } from "vitest";
import { correctionIn } from "../../src/flow/correction.ts";
import { fileCase, toSummary, upTo } from "./file-case.ts";
import { contextOf, keys } from "./talk.ts";

const told = async (story: string, name = "Ana Gómez Ruiz") =>
  upTo("accept", "complaint", story, "named", name, ...toSummary.slice(5));

const mended = async (story: string, words: string) => {
  const { say, cursor } = await told(story);
  const wanted = correctionIn(fileCase, cursor(), words, contextOf());
  if (!wanted) return undefined;
  const result = await say({ kind: "correct", ...wanted });
  return { keys: keys(result), description: cursor().slots["description"], name: cursor().slots["name"], kind: cursor().slots["kind"] };
};

const shown = ["repair.corrected", "file-case.summary", "file-case.confirm.ask"];

test.each([
  ["where I said Monday it was Tuesday", "On Monday they refused", "On Tuesday they refused"],
  ["donde dije lunes era martes", "El Lunes me negaron la entrada", "El martes me negaron la entrada"],
  ["not 2024, 2025", "On 3 March 2024 they refused", "On 3 March 2025 they refused"],
  ["no fue Pérez, fue Peralta", "El funcionario Perez me gritó", "El funcionario Peralta me gritó"],
  ["cambie Cali por Cúcuta", "En la oficina de Cali, sí, la de Cali", "En la oficina de Cúcuta, sí, la de Cúcuta"],
  ["change passport to visa", "They kept my passport for a week", "They kept my visa for a week"],
])("%s", async (words, story, right) => {
  expect(await mended(story, words)).toEqual({ keys: shown, description: right, name: "Ana Gómez Ruiz", kind: "complaint" });
});

test.each(["it's Gomes with s", "Gomes, con s al final", "mi apellido se escribe Gomes con s"])("%s", async (words) => {
  expect(await mended("They refused me without a reason", words)).toMatchObject({ keys: shown, name: "Ana Gomes Ruiz" });
});

test.each(["quiero ir el lunes", "es con mi hijo", "no, gracias", "where I said Friday it was Tuesday"])("%s corrects nothing", async (words) => {
  expect(await mended("On Monday they refused", words)).toBeUndefined();
});
