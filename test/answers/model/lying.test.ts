import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createMeaning } from "../../../src/answers/model/check/meaning.ts";
import { createCompose, type ComposeParts } from "../../../src/answers/model/compose.ts";
import { createEndpoint } from "../../../src/answers/model/endpoint.ts";
import { createGate } from "../../../src/answers/model/gate.ts";
import { loadKnowledge } from "../../../src/answers/knowledge.ts";
import type { Passage } from "../../../src/answers/types.ts";
import { startModel, type ModelStandIn } from "../../support/model.ts";
import { startService, type Talking } from "./talking.ts";
import { kinds, lieOf } from "./lies.ts";

const { knowledge } = loadKnowledge(join(import.meta.dirname, "../../../knowledge"));
const meaning = createMeaning(knowledge.lexicon);

const questions: Record<"es" | "en", string[]> = {
  es: [
    "¿Cuánto cuesta la cédula de extranjería por primera vez?", "¿Qué es la carta de trato digno?", "¿Qué es un día hábil?",
    "¿Necesito abogado para un derecho de petición?", "¿Puedo trabajar con el SC-1?", "¿Qué es el derecho de petición?",
  ],
  en: [
    "How much is the first cédula de extranjería?", "Do I need a lawyer for a petition?", "Can I ask them to delete my data?",
    "How long does the accompaniment for a returnee last?", "What is the National System of Migrations?", "What number do I call in an emergency?",
  ],
};
const asked = (["es", "en"] as const).flatMap((locale) => questions[locale].map((question) => ({ locale, question })));

let model: ModelStandIn;
beforeAll(async () => { model = await startModel(); });
afterAll(() => model.close());

const parts = (): ComposeParts => ({
  endpoint: createEndpoint({ apiKey: "k", baseUrl: model.url, model: "m", embeddingModel: undefined, mostTokens: 500 }),
  gate: createGate({ ledger: { isOn: () => Promise.resolve(true), reserve: () => Promise.resolve(true), giveBack: () => Promise.resolve() } }),
  meaning, timeoutMs: 5000, mostTokens: 500,
});

describe("a model that lies", () => {
  let service: Talking;
  beforeAll(async () => { service = await startService(model); }, 300_000);
  afterAll(() => service.close());

  it("brings none of 60 lies to the person, neither at once nor as it grows", async () => {
    const reached: string[] = [];
    const doubts = new Map<string, number>();
    for (const kind of kinds) {
      for (const [n, { locale, question }] of asked.entries()) {
        const lie = lieOf(kind, locale, n);
        model.behave({ writes: lie.writes });
        const before = model.requests.length;
        const { texts, grown, outcome, model: did } = await service.ask(question, locale);
        expect([question, model.requests.length - before, outcome]).toEqual([question, 1, "answered"]);
        doubts.set(did!, (doubts.get(did!) ?? 0) + 1);
        if ([...texts, ...grown].some((text) => flat(text).includes(flat(lie.text)))) reached.push(`${kind}: ${lie.text}`);
      }
    }
    console.log(`${reached.length} of ${kinds.length * asked.length} lies reached the person; ${[...doubts].map(([what, count]) => `${what} ${count}`).join(", ")}`);
    expect(reached).toEqual([]);
    expect(doubts.get("used")).toBeUndefined();
  }, 300_000);

  it("is really told by the stand-in: without the check all of them come out", async () => {
    const compose = createCompose({ ...parts(), doubt: () => undefined });
    let out = 0;
    for (const kind of kinds) {
      for (const [n, { locale }] of asked.entries()) {
        const lie = lieOf(kind, locale, n);
        model.behave({ writes: lie.writes });
        const passages = [knowledge.passages.filter((one) => one.locale === locale && !one.unknown)[n * 7]!];
        const written = await compose({ question: "?", passages, locale });
        if (written.status === "used" && flat(written.composed.text).includes(flat(lie.text))) out++;
      }
    }
    expect(out).toBe(60);
  });
});

type Row = Pick<Passage, "locale" | "title" | "heading" | "text"> & { question: string; sentences: string[] };
const passageOf = (row: Row): Passage =>
  ({ ...row, id: `${row.locale}:x#y`, pair: "x#y", asks: [], cites: [], topic: "test", unknown: false, reviewed: "2026-11-23" });

describe("an honest model", () => {
  const rows = parse(readFileSync(join(import.meta.dirname, "honest.yaml"), "utf8")) as Row[];

  it("is let through with at least 80 % of 20 answers in its own words", async () => {
    const compose = createCompose(parts());
    const kept: string[] = [];
    for (const row of rows) {
      model.behave({ writes: () => row.sentences.map((text) => ({ text, cites: ["p1"] })) });
      const written = await compose({ question: row.question, passages: [passageOf(row)], locale: row.locale });
      if (written.status === "fallback") kept.push(`${row.heading} ${written.reason}`);
    }
    console.log(`${rows.length - kept.length} of ${rows.length} honest answers pass${kept.length > 0 ? `; not: ${kept.join("; ")}` : ""}`);
    expect(rows).toHaveLength(20);
    expect(kept.length).toBeLessThanOrEqual(4);
  });
});

const flat = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").replace(/[.]$/, "");
