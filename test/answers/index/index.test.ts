import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyLexicon } from "../../../src/answers/content/lexicon.ts";
import { buildIndex, type Doc } from "../../../src/answers/index/build.ts";
import { nearWords } from "../../../src/answers/index/near.ts";
import { retrieve } from "../../../src/answers/retrieve.ts";
import { editDistance, tokens } from "../../../src/words.ts";

const plain = { near: 0, synonym: 0, pairs: 0, runs: 0, coverage: 0, together: 0, fields: { title: 2, text: 1 } };
const [k1, b] = [0.9, 0.75];

/** BM25F straight from its definition, over words that Spanish and English stemming leave as they are. */
const oracle = (docs: Doc[], question: string): Map<string, number> => {
  const weights: Record<string, number> = plain.fields;
  const words = docs.map((doc) => Object.entries(doc.fields).map(([name, text]) => ({ name, words: tokens(text) })));
  const average = (name: string) =>
    words.flat().filter((field) => field.name === name).reduce((sum, field) => sum + field.words.length, 0) / docs.length;
  const scores = new Map<string, number>();
  docs.forEach((doc, at) => {
    let score = 0;
    for (const word of new Set(tokens(question))) {
      const holding = words.filter((fields) => fields.some((field) => field.words.includes(word))).length;
      const frequency = words[at]!.reduce((sum, field) => sum + (weights[field.name]! * field.words.filter((one) => one === word).length)
        / (1 - b + b * (field.words.length / (average(field.name) || 1))), 0);
      score += Math.log(1 + (docs.length - holding + 0.5) / (holding + 0.5)) * (frequency * (k1 + 1)) / (frequency + k1);
    }
    if (score > 0) scores.set(doc.id, score);
  });
  return scores;
};

const word = fc.constantFrom("bac", "dop", "fut", "gam", "hul", "jip", "kob", "lud");
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
const corpus = fc.array(fc.record({ title: sentence, text: sentence }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((fields, at): Doc => ({ id: `d${at}`, lang: "es", fields })));

describe("the index", () => {
  test("without its tricks, ranks and scores as BM25 does by definition", () => {
    fc.assert(fc.property(corpus, sentence, (docs, question) => {
      const hits = buildIndex(docs, plain).search(question, { from: "es", limit: docs.length });
      const expected = oracle(docs, question);
      expect(new Set(hits.map(({ id }) => id))).toEqual(new Set(expected.keys()));
      for (const { id, score } of hits) expect(score).toBeCloseTo(expected.get(id)!, 3);
      const ranked = hits.map(({ id }) => expected.get(id)!);
      ranked.slice(1).forEach((score, at) => { expect(score).toBeLessThanOrEqual(ranked[at]! + 1e-4); });
    }), { numRuns: 150 });
  });

  test("confidence is a share, and whole for a question that a document is", () => {
    fc.assert(fc.property(corpus, sentence, (docs, question) => {
      const index = buildIndex([...docs, { id: "same", lang: "es", fields: { text: question } }]);
      const hits = index.search(question, { from: "es", limit: 50 });
      for (const { confidence } of hits) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1.0001);
      }
      expect(hits.find(({ id }) => id === "same")!.confidence).toBeGreaterThan(0.55);
    }), { numRuns: 50 });
  });

  test("any text can be asked", () => {
    const index = buildIndex([{ id: "a", lang: "es", fields: { text: "la cita" } }]);
    fc.assert(fc.property(fc.string({ unit: "binary" }), (question) => {
      expect(index.search(question, { from: "es" }).length).toBeLessThanOrEqual(1);
    }));
  });

  test("where a search takes short cuts, what it finds has the scores of the whole lists", () => {
    fc.assert(fc.property(corpus, sentence, fc.integer({ min: 1, max: 4 }), (docs, question, longest) => {
      const whole = new Map(buildIndex(docs).search(question, { from: "es", limit: docs.length }).map((hit) => [hit.id, hit]));
      const short = buildIndex(docs, { longest }).search(question, { from: "es", limit: docs.length });
      expect(short.length > 0).toBe(whole.size > 0);
      for (const hit of short) {
        expect(hit.score).toBeCloseTo(whole.get(hit.id)!.score, 3);
        expect(hit.confidence).toBeCloseTo(whole.get(hit.id)!.confidence, 4);
      }
    }), { numRuns: 150 });
  });

  test("opened from its snapshot it finds the same; a damaged snapshot is made anew", () => {
    const snapshots = mkdtempSync(join(tmpdir(), "index-"));
    const hits = () => buildIndex(docs, { snapshots }).search("cita en el banco", { from: "es" });
    const first = hits();
    const [file] = readdirSync(snapshots).map((name) => join(snapshots, name));
    expect(hits()).toEqual(first);
    const bytes = readFileSync(file!);
    for (const damaged of [bytes.subarray(0, bytes.length >> 1), Buffer.from("not a snapshot"), Buffer.alloc(0)]) {
      writeFileSync(file!, damaged);
      expect(hits()).toEqual(first);
      expect(readFileSync(file!)).toEqual(bytes);
    }
    buildIndex([...docs, { id: "more", lang: "es", fields: { text: "otra cita" } }], { snapshots });
    expect(readdirSync(snapshots)).toHaveLength(2);
    rmSync(snapshots, { recursive: true });
  });

  const docs: Doc[] = [
    { id: "cita", lang: "es", fields: { text: "El salvoconducto se pide con cita previa" } },
    { id: "pago", lang: "es", fields: { text: "El pasaporte se paga en el banco" } },
    { id: "duelo", lang: "es", fields: { text: "Banco, previa, cita: palabras sueltas con salvoconducto lejos" } },
    { id: "fee", lang: "en", fields: { text: "The passport fee is paid at the bank" } },
  ];
  const top = (question: string, from: "es" | "en", to: "es" | "en", options = {}) =>
    buildIndex(docs, options).search(question, { from, to })[0]?.id;

  test("mends slips, and only where it is told to", () => {
    expect(top("pazaporte", "es", "es", { runs: 0 })).toBe("pago");
    expect(top("pazaporte", "es", "es", { runs: 0, near: 0 })).toBeUndefined();
  });

  test("neighbours in the question count where they are neighbours", () => {
    expect(top("cita previa", "es", "es", { runs: 0, pairs: 1 })).toBe("cita");
  });

  test("synonyms find what was said in other words", () => {
    const lexicon = { ...emptyLexicon, synonyms: { es: [["turno", "cita previa"]], en: [] } };
    expect(top("turno", "es", "es", { lexicon, runs: 0, near: 0 })).toBe("cita");
    expect(top("turno", "es", "es", { runs: 0, near: 0 })).toBeUndefined();
  });

  test("the glossary finds passages of the other language", () => {
    const lexicon = { ...emptyLexicon, glossary: [{ es: ["pasaporte"], en: ["travel booklet"] }] };
    expect(top("my travel booklets", "en", "es", { lexicon, runs: 0, near: 0 })).toBe("pago");
    expect(top("my travel booklets", "en", "es", { runs: 0, near: 0 })).toBeUndefined();
  });

  test("what is held loosely finds in both languages, and never more than the word itself would", () => {
    const lexicon = { ...emptyLexicon, wide: [{ es: ["libreta", "pasaporte"], en: ["booklet", "passport"] }] };
    expect(top("libretas", "es", "es", { lexicon, runs: 0, near: 0 })).toBe("pago");
    expect(top("booklet", "en", "es", { lexicon, runs: 0, near: 0 })).toBe("pago");
    expect(top("libretas", "es", "es", { runs: 0, near: 0 })).toBeUndefined();
    const both: Doc[] = [...docs, { id: "own", lang: "es", fields: { text: "La libreta es azul" } }];
    expect(buildIndex(both, { lexicon, runs: 0 }).search("libreta", { from: "es" }).map(({ id }) => id)).toEqual(["own", "pago"]);
  });

  test("of documents with the same words, the one that has them in one place is nearer", () => {
    const far = Array.from({ length: 30 }, (_, at) => `relleno${at}`).join(" ");
    const scattered: Doc[] = [
      { id: "apart", lang: "es", fields: { text: `El permiso ${far} vence` } },
      { id: "together", lang: "es", fields: { text: `El permiso ya vence ${far}` } },
    ];
    const order = (together: number) => buildIndex(scattered, { together, runs: 0, pairs: 0 }).search("permiso vence", { from: "es" }).map(({ id }) => id);
    expect(order(1)).toEqual(["together", "apart"]);
    expect(order(0)).toEqual(["apart", "together"]);
  });

  test("a word that only asks brings next to nothing", () => {
    const lexicon = { ...emptyLexicon, asking: { es: ["cuanto"], en: [] } };
    const asked: Doc[] = [
      { id: "asks", lang: "es", fields: { text: "Cuanto antes" } },
      { id: "answers", lang: "es", fields: { text: "El permiso vale cien pesos y se paga en cualquier oficina del banco" } },
    ];
    expect(buildIndex(asked, { lexicon, runs: 0 }).search("cuánto permiso", { from: "es" })[0]!.id).toBe("answers");
    expect(buildIndex(asked, { runs: 0 }).search("cuánto permiso", { from: "es" })[0]!.id).toBe("asks");
  });

  test("what was asked before changes nothing, in whatever mixture of languages", () => {
    const mixed = fc.array(fc.constantFrom("cita", "pasaporte", "banco", "just", "so", "fee", "passport", "that", "was", "paga"), { minLength: 2, maxLength: 8 }).map((words) => words.join(" "));
    const lexicon = {
      ...emptyLexicon, fillers: { es: ["que"], en: ["just", "so", "that", "was"] },
      synonyms: { es: [], en: [] }, glossary: [{ es: ["cita", "banco"], en: ["just", "so", "was that"] }],
    };
    const used = buildIndex(docs, { lexicon });
    fc.assert(fc.property(mixed, mixed, (before, question) => {
      used.search(before, { from: "es" });
      expect(used.search(question, { from: "es" })).toEqual(buildIndex(docs, { lexicon }).search(question, { from: "es" }));
    }), { numRuns: 60 });
  });

  test("questions are answered from both languages, their own first among equals", () => {
    const lexicon = { ...emptyLexicon, glossary: [{ es: ["pasaporte"], en: ["passport"] }, { es: ["salvoconducto"], en: ["safe conduct"] }] };
    const index = buildIndex(docs, { lexicon });
    expect(retrieve(index, "passport", "en", 3).map(({ id }) => id)).toEqual(["fee", "pago"]);
    expect(retrieve(index, "safe conduct", "en", 1)[0]!.id).toBe("cita");
  });

  test("accents and inflection do not matter", () => {
    expect(top("PASAPORTES", "es", "es", { runs: 0, near: 0 })).toBe("pago");
    expect(top("páguelo en bancos", "es", "es", { runs: 0, near: 0 })).toBe("pago");
  });
});

describe("near words", () => {
  const vocabulary = fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 3, maxLength: 10 }), { minLength: 1, maxLength: 30 });
  test("are all those at the smallest distance allowed", () => {
    fc.assert(fc.property(vocabulary, fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 4, maxLength: 10 }), (words, asked) => {
      const allowed = asked.length <= 7 ? 1 : 2;
      const distances = words.map((one) => editDistance(asked, one));
      const least = Math.min(...distances);
      const expected = least > allowed ? [] : words.filter((_, at) => distances[at] === least);
      expect(new Set(nearWords(words)(asked))).toEqual(new Set(expected));
    }));
  });
});
