import { hyphenateSync } from "hyphen/es";
import { describe, expect, it } from "vitest";
import { isFigure, sentencesOf } from "../../src/reading/plain.ts";
import { readingLevel } from "../../src/reading/level.ts";
import { spanishSyllables } from "../../src/reading/syllables.ts";
import { byHand } from "./by-hand.ts";

const wordOf = (syllabified: string): string => syllabified.replaceAll("-", "");
const countOf = (syllabified: string): number => syllabified.split("-").length;

describe("Spanish syllables", () => {
  it("are counted as by hand", () => {
    expect(byHand.length).toBeGreaterThanOrEqual(60);
    const counted = byHand.map((word) => [word, spanishSyllables(wordOf(word))]);
    expect(counted).toEqual(byHand.map((word) => [word, countOf(word)]));
  });

  it("are not what a hyphenator breaks a line at, hence a counter of our own", () => {
    const parts = (word: string) => hyphenateSync(word, { hyphenChar: "|", minWordLength: 1 }).split("|").length;
    const right = byHand.filter((word) => parts(wordOf(word)) === countOf(word)).length;
    console.log(`hyphen/es counts ${right} of ${byHand.length} words right`);
    expect(right).toBeLessThan(byHand.length * 0.9);
  });
});

describe("sentences", () => {
  it("end at marks, lines and items", () => {
    expect(sentencesOf("Son tres. ¿Cuáles?\n- La cédula\n- **El** recibo", "es").map((words) => words.length)).toEqual([2, 1, 2, 2]);
  });

  it("do not end at a shortened word, a figure or an hour", () => {
    for (const one of ["Vea el art. 28 de la ley", "Cuesta 2.400 pesos", "Abre a las 8 a. m. y cierra", "Va por la Carrera 6 No. 9-46"]) {
      expect([one, sentencesOf(one, "es").length]).toEqual([one, 1]);
    }
    expect(sentencesOf("No. Gracias.", "es")).toHaveLength(2);
  });

  it("leave out citations in brackets, marks and comments", () => {
    expect(sentencesOf("Puede pedirlo (Ley 1581 de 2012, art. 9). <!-- asks: x --> [Abra la página](https://a.co/b)", "es")).toEqual([["Puede", "pedirlo"], ["Abra", "la", "página"]]);
  });

  it("take figures, codes, addresses and params for one short word", () => {
    const words = sentencesOf("{{name}} paga 294.000 pesos por el PPT en https://a.gov.co/b el 3", "es").flat();
    expect(words.filter(isFigure)).toEqual(["0", "294.000", "PPT", "0", "3"]);
    expect(isFigure("Bogotá")).toBe(false);
  });
});

describe("the level", () => {
  it("is INFLESZ in Spanish", () => {
    const { words, sentences, syllables, score } = readingLevel("La casa es roja. El perro duerme.", "es");
    expect([words, sentences, syllables]).toEqual([7, 2, 11]);
    expect(score).toBeCloseTo(206.835 - 62.3 * (11 / 7) - 3.5, 6);
  });

  it("is the Flesch-Kincaid grade in English", () => {
    const { words, sentences, syllables, score } = readingLevel("The house is red. The dog is sleeping now.", "en");
    expect([words, sentences, syllables]).toEqual([9, 2, 10]);
    expect(score).toBeCloseTo(0.39 * 4.5 + 11.8 * (10 / 9) - 15.59, 6);
  });

  it("tells easy from hard in both languages", () => {
    expect(readingLevel("Vaya a la oficina. Lleve su cédula. Allí le ayudan.", "es").easy).toBe(true);
    expect(readingLevel("La administración pública reconocerá oportunamente las correspondientes solicitudes de regularización migratoria.", "es").easy).toBe(false);
    expect(readingLevel("Go to the office. Take your card. They help you there.", "en").easy).toBe(true);
    expect(readingLevel("The competent administrative authority will subsequently determine the applicability of humanitarian considerations.", "en").easy).toBe(false);
  });

  it("of a text without words is easy", () => {
    expect(readingLevel("**{{}}**", "es").words + readingLevel("—", "en").words).toBeLessThanOrEqual(1);
    expect(readingLevel("", "es").easy).toBe(true);
  });
});
