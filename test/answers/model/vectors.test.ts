import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createEndpoint } from "../../../src/answers/model/endpoint.ts";
import { createVectors } from "../../../src/answers/model/vectors.ts";
import { tokens } from "../../../src/words.ts";
import { startModel } from "../../support/model.ts";
import { publishedContent } from "../../support/content.ts";

const { answers, knowledge } = publishedContent();
const now = new Date("2026-11-23T15:00:00Z");

/** Words that the knowledge never says ("zk" and a word backwards), whose sense the stand-in knows, as a real model would. */
const strange = (text: string): string => {
  let n = 0;
  return text.replace(/\p{L}{5,}/gu, (word) => (n++ % 2 === 0 ? `zk${[...tokens(word)[0]!].reverse().join("")}` : word));
};
const senseOf = (word: string): string => (word.startsWith("zk") ? [...word.slice(2)].reverse().join("") : word);

const size = 4096;

/** A bag of meanings: what means the same falls on the same number. */
const embed = (text: string): number[] => {
  const vector = new Array<number>(size).fill(0);
  vector[0] = 0.01;
  for (const word of tokens(text)) {
    const meaning = senseOf(word);
    if (meaning.length > 3) vector[hash(meaning)]! += 1;
  }
  return vector;
};
const hash = (word: string): number => [...word].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % (size - 1), 7) + 1;

const folders: string[] = [];
afterEach(() => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true }); });
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "vectors-"));
  folders.push(folder);
  return folder;
};

const begin = async (folder: string | undefined, isOn = true) => {
  const model = await startModel({ embed });
  const endpoint = createEndpoint({ apiKey: "k", baseUrl: model.url, model: undefined, embeddingModel: "bag", mostTokens: 1 });
  const faults: string[] = [];
  const passages = knowledge.passages.slice(0, 400);
  const vectors = createVectors({ endpoint, isOn: () => Promise.resolve(isOn), passages, model: "bag", folder, onFault: (fault) => faults.push(fault), restMs: 50 });
  return { model, vectors, faults, passages, end: async () => { vectors.close(); await model.close(); } };
};

describe("vectors of passages", () => {
  it("are made once, in batches, kept on disk, and made again where a line is damaged", async () => {
    const folder = newFolder();
    const first = await begin(folder);
    await first.vectors.ready;
    expect(first.model.requests.length).toBeLessThan(20);
    await first.end();
    const second = await begin(folder);
    await second.vectors.ready;
    expect(second.model.requests).toEqual([]);
    await second.end();
    const [file] = readdirSync(folder).map((name) => join(folder, name));
    writeFileSync(file!, readFileSync(file!, "utf8").slice(0, -40));
    const third = await begin(folder);
    await third.vectors.ready;
    expect(third.model.requests).toHaveLength(1);
    await third.end();
  });

  it("tell nothing while they are made, while the endpoint is away, and when they are switched off", async () => {
    const { model, vectors, faults, end } = await begin(undefined);
    expect(await vectors.nearest("¿Qué es una petición?")).toBeUndefined();
    await vectors.ready;
    expect((await vectors.nearest("¿Qué es una petición?"))!.size).toBeGreaterThan(0);
    model.behave({ status: 500 });
    expect(await vectors.nearest("¿Qué es una petición?")).toBeUndefined();
    expect(faults).toContain("away");
    await end();
    const off = await begin(undefined, false);
    expect(await off.vectors.nearest("x")).toBeUndefined();
    expect(off.model.requests).toEqual([]);
    await off.end();
  });

  it("send a question without what names a person", async () => {
    const { model, vectors, end } = await begin(undefined);
    await vectors.ready;
    model.requests.length = 0;
    await vectors.nearest("Soy Ana Ruiz, mi correo es ana@x.co");
    expect(model.requests[0]!.body).not.toMatch(/Ruiz|ana@/);
    await end();
  });

  it("find passages that words alone do not, and move none that words find", async () => {
    const { vectors, passages, end } = await begin(undefined);
    await vectors.ready;
    const asked = passages.filter(({ unknown }) => !unknown).filter((_, i) => i % 10 === 0);
    const found = async (words: (heading: string) => string, fused: boolean) => {
      let right = 0;
      for (const { heading, pair, locale } of asked) {
        const question = words(heading);
        const nearby = fused ? await vectors.nearest(question) : undefined;
        const answer = answers.answer(question, { locale, now, ...(nearby ? { nearby } : {}) });
        if ("passages" in answer && answer.passages.some((one) => one.pair === pair)) right++;
      }
      return right;
    };
    const same = (heading: string) => heading;
    const counts = { same: [await found(same, false), await found(same, true)], strange: [await found(strange, false), await found(strange, true)] };
    console.log(`${asked.length} headings asked for, found by words and with vectors: ${counts.same.join(", ")}; every second word unknown: ${counts.strange.join(", ")}`);
    expect(counts.same[1]).toBeGreaterThanOrEqual(counts.same[0]! - 1);
    expect(counts.strange[1]).toBeGreaterThan(counts.strange[0]! * 1.15);
    await end();
  });

  it("bring no answer to what is asked of something else", async () => {
    const { vectors, end } = await begin(undefined);
    await vectors.ready;
    for (const question of ["¿Cuál es la receta del ajiaco?", "Who won the world cup?", "cuéntame un chiste de gatos"]) {
      const nearby = await vectors.nearest(question);
      expect([question, answers.answer(question, { locale: "es", now, ...(nearby ? { nearby } : {}) }).kind]).toEqual([question, "none"]);
    }
    await end();
  });
});
