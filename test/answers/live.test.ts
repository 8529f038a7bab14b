import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createLiveAnswers } from "../../src/answers/live.ts";
import { loadKnowledge } from "../../src/answers/knowledge.ts";
import { withdraw } from "../../src/answers/ingest/store.ts";
import { ingestFile } from "../../src/answers/ingest/update.ts";

const root = mkdtempSync(join(tmpdir(), "live-"));
afterAll(() => { rmSync(root, { recursive: true }); });
const folders = { knowledge: join(import.meta.dirname, "..", "..", "knowledge"), ingested: join(root, "knowledge"), snapshots: join(root, "index") };
const now = new Date("2026-11-23T15:00:00Z");
const question = "¿Cuántas hamacas azules hay en la sala de espera de Puerto Inventado?";

test("a document that is taken in is answered from without a new start, and others are answered meanwhile", { timeout: 180_000 }, async () => {
  const answers = createLiveAnswers(loadKnowledge(folders.knowledge).knowledge, folders);
  const pairs = () => {
    const answer = answers.answer(question, { locale: "es", now });
    return "passages" in answer ? answer.passages.map(({ pair }) => pair.split("#")[0]) : [];
  };
  expect(await answers.refresh()).toBe(false);
  expect(pairs()).not.toContain("hamacas");

  const file = join(root, "hamacas.md");
  writeFileSync(file, "# Sala de espera de Puerto Inventado\n\nEn la sala de espera de Puerto Inventado hay 47 hamacas azules y un ventilador.\n");
  await ingestFile(file, { dir: folders.ingested, today: "2026-11-23" });
  let done = false;
  let meanwhile = 0;
  const refreshed = answers.refresh().finally(() => { done = true; });
  while (!done) {
    if (answers.answer("¿cuánto cuesta el pasaporte?", { locale: "es", now }).kind !== "none") meanwhile++;
    await new Promise(setImmediate);
  }
  expect(await refreshed).toBe(true);
  expect(meanwhile).toBeGreaterThan(10);
  expect(pairs()).toContain("hamacas");

  mkdirSync(folders.ingested, { recursive: true });
  writeFileSync(join(folders.ingested, "damaged.json"), "{");
  await expect(answers.refresh()).rejects.toThrow();
  expect(pairs()).toContain("hamacas");
  rmSync(join(folders.ingested, "damaged.json"));

  withdraw(folders.ingested, "hamacas");
  expect(await answers.refresh()).toBe(true);
  expect(pairs()).not.toContain("hamacas");
});
