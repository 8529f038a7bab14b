import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../../src/answers/knowledge.ts";
import { indexOf, retrieve } from "../../../src/answers/retrieve.ts";
import type { Locale } from "../../../src/locale.ts";

const repo = join(import.meta.dirname, "..", "..", "..");
const folder = join(repo, "..", "shared", "data", "xquad");
const there = existsSync(folder);
const read = <T>(name: string): T[] =>
  readFileSync(join(folder, `${name}.jsonl`), "utf8").trim().split("\n").map((line) => JSON.parse(line) as T);
type Paragraph = { id: string; lang: Locale; text: string };
type Query = { lang: Locale; text: string; relevant: string[] };

/** The bars are a tuned trial's figures; the sets are too large for the repo. */
describe.skipIf(!there)(there ? "XQuAD" : `XQuAD (skipped: ${folder} is not there)`, () => {
  const { lexicon } = loadKnowledge(join(repo, "knowledge")).knowledge;
  test.each([
    ["es", "es", 92.5], ["es.chat", "es", 91], ["en", "en", 94.5], ["en.chat", "en", 93.5], ["en", "es", 46], ["es", "en", 46],
  ])("queries.%s on corpus.%s: recall@1 of at least %d", (asked, corpus, bar) => {
    const docs = read<Paragraph>(`corpus.${corpus}`).map(({ id, lang, text }) => ({ id, lang, fields: { text } }));
    const index = indexOf(docs, lexicon);
    const queries = read<Query>(`queries.${asked}`);
    const found = queries.filter(({ text, lang, relevant }) => relevant.includes(retrieve(index, text, lang, 1)[0]?.id ?? ""));
    expect((100 * found.length) / queries.length).toBeGreaterThanOrEqual(bar);
  });
});
