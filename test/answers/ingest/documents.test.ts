import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { passageDocs } from "../../../src/answers/documents.ts";
import { loadKnowledge } from "../../../src/answers/knowledge.ts";
import { isDocument } from "../../../src/answers/rank/candidate.ts";
import { retoldIn } from "../../../src/answers/retold.ts";
import { indexOf, retrieve } from "../../../src/answers/retrieve.ts";
import type { Passage } from "../../../src/answers/types.ts";
import { findDocuments } from "../../../src/answers/ingest/files.ts";
import { readIngested } from "../../../src/answers/ingest/store.ts";
import { ingestFile, type Outcome } from "../../../src/answers/ingest/update.ts";
import { tokens } from "../../../src/words.ts";
import { folder } from "./made.ts";
import { questions, type Question } from "./questions.ts";

const root = join(import.meta.dirname, "../../..");
const documents = join(root, "../shared/documents");
const there = existsSync(documents);
const blindSet = (name: string) => readFileSync(join(root, "test/eval", name), "utf8").trim().split("\n").map((line) => JSON.parse(line) as Question);
if (!there) console.log(`the published documents are not in ${documents}: their tests are skipped`);

describe.skipIf(!there)("the five published documents", () => {
  const { knowledge } = loadKnowledge(join(root, "knowledge"));
  const words = [...new Set(knowledge.passages.flatMap((passage) => tokens(`${passage.heading} ${passage.text}`)))];
  const outcomes: Outcome[] = [];
  let passages: Passage[] = [];
  let found: (question: Question) => Passage[] = () => [];

  beforeAll(async () => {
    const dir = join(folder(), "knowledge");
    for (const file of findDocuments([documents]).files) {
      outcomes.push(await ingestFile(file, { dir, today: "2026-11-23", sources: knowledge.sources, words }));
    }
    passages = readIngested(dir);
    found = finder([...knowledge.passages, ...passages]);
  });

  const finder = (all: Passage[]) => {
    const index = indexOf(passageDocs({ ...knowledge, passages: all }), knowledge.lexicon);
    const byId = new Map(all.map((passage) => [passage.id, passage]));
    const retold = retoldIn(all);
    const deep = 1000;
    return ({ ask, lang }: Question): Passage[] => retrieve(index, ask, lang, deep, retold).map(({ id }) => byId.get(id)!);
  };

  it("are all taken, under the keys that the articles cite", () => {
    expect(outcomes.map(({ status }) => status)).toEqual(["new", "new", "new", "new", "new"]);
    for (const { cites } of passages) expect(knowledge.sources.get(cites[0]!.source.key)).toEqual(cites[0]!.source);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  });

  it("are taken whole: next to no word of theirs is in no passage", () => {
    for (const name of readdirSync(documents)) {
      const key = basename(name, ".txt");
      const plain = (text: string) => tokens(text.replace(/<\/?p>|\*\*/g, " ")).join("");
      const said = plain(passages.filter((passage) => passage.pair.startsWith(`${key}#`)).map(({ heading, text }) => `${heading} ${text}`).join(" "));
      const lines = readFileSync(join(documents, name), "utf8").split(/[\n\t]/)
        .filter((line) => !/\.{2,}\d*$|\d$/.test(line)).map(plain).filter((line) => line.length > 12);
      const lost = lines.filter((line) => !said.includes(line));
      expect(lost.length / lines.length, `${key}: ${lost.slice(0, 8).join(" | ")}`).toBeLessThan(0.03);
    }
  });

  it("have whole words where they were torn", () => {
    const torn = passages.filter((passage) => passage.pair.startsWith("2-"));
    const text = torn.map(({ heading, text: said }) => `${heading} ${said}`).join(" ");
    for (const whole of ["Verificación del Quórum", "Actividades destacadas", "Barreras identificadas", "nivel de madurez", "Varios y cierre"]) expect(text).toContain(whole);
    expect(text).not.toMatch(/(?<=\s)[b-df-hj-np-tv-xz]\s\p{Ll}/u);
  });

  it("keep each row of a table with what it shares with those above", () => {
    const row = passages.find(({ text }) => text.includes("Apertura de Embajadas de Colombia."))!;
    expect(row.text).toMatch(/Objetivos: OBJETIVO 3\..*Estrategias: 3\. Aumento de la presencia.*\n- Iniciativas: Apertura de Embajadas de Colombia\.; Área: Viceministerio/);
    expect(passages.some(({ text }) => text.includes("Línea Base: 127; Meta Cuatrienio: 142"))).toBe(true);
  });

  it("have their passages in their own languages", () => {
    const inEnglish = passages.filter(({ locale }) => locale === "en").map(({ pair }) => pair.split("#")[0]);
    expect([...new Set(inEnglish)].map((key) => key!.slice(0, 2))).toEqual(["1-", "4-"]);
    expect(passages.find(({ text }) => text.includes("8,683"))!.locale).toBe("en");
    expect(passages.find(({ text }) => text.includes("8.683"))!.locale).toBe("es");
  });

  it("are found by what readers ask", () => {
    const alone = ranks(answers, questions);
    const among = ranks((passage, question) =>
      answers(passage, question) || passage.cites.some(({ source }) => source.key.startsWith(question.in)), questions, () => true);
    console.log([
      `passages of documents: ${figures(alone)}`,
      `among all passages, an article that cites the document counts too: ${figures(among)}`,
      ...questions.flatMap(({ ask }, at) => (alone[at] === 0 ? [] : [`not first: ${ask} (${alone[at]! + 1})`])),
    ].join("\n"));
    expect(alone.filter((rank) => rank === 0).length / questions.length).toBeGreaterThanOrEqual(0.8);
    expect(alone.filter((rank) => rank < 5).length / questions.length).toBeGreaterThanOrEqual(0.9);
  });

  // Aimed at are 85 % and 95 %; the README has what was measured, and here it only may not fall. The second set has not been read.
  it.each([["documents.jsonl", 0.78, 0.94], ["documents-2.jsonl", 0.7, 0.9]])("are found by the 150 questions of %s, by somebody who saw nothing but the documents", (name, first, withinFive) => {
    const blind = blindSet(name);
    const placed = ranks(answers, blind);
    console.log([
      `${name}, passages of documents: ${figures(placed)}`,
      ...["0-", "1-", "2-", "3-", "4-"].map((key) => `  ${key} ${figures(placed.filter((_, at) => blind[at]!.in === key))}`),
    ].join("\n"));
    expect(placed.filter((rank) => rank === 0).length / blind.length).toBeGreaterThanOrEqual(first);
    expect(placed.filter((rank) => rank < 5).length / blind.length).toBeGreaterThanOrEqual(withinFive);
  });

  const answers = ({ pair, heading, text }: Passage, question: Question): boolean =>
    pair.startsWith(question.in) && `${heading} ${text}`.includes(question.says);

  /** Of the passages that count, in the order in which the index of all finds them. */
  const ranks = (fits: (passage: Passage, question: Question) => boolean, asked: Question[], counts = isDocument): number[] =>
    asked.map((question) => {
      const rank = found(question).filter(counts).findIndex((passage) => fits(passage, question));
      return rank < 0 ? Infinity : rank;
    });

  const figures = (placed: number[]): string => [1, 5]
    .map((depth) => `recall@${depth} ${(placed.filter((rank) => rank < depth).length / placed.length).toFixed(3)}`).join(", ");
});
