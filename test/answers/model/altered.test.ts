import { join } from "node:path";
import { expect, it } from "vitest";
import { loadKnowledge } from "../../../src/answers/knowledge.ts";
import { createMeaning } from "../../../src/answers/model/check/meaning.ts";
import { doubtOf } from "../../../src/answers/model/check/sentence.ts";
import { evidenceOf } from "../../../src/answers/model/evidence.ts";
import type { Locale } from "../../../src/locale.ts";

const { knowledge } = loadKnowledge(join(import.meta.dirname, "../../../knowledge"));
const meaning = createMeaning(knowledge.lexicon);
const cited = knowledge.passages.filter((_, i) => i % 5 === 0).map((passage) => ({ passage, evidence: evidenceOf([passage], meaning) }));

let seed = 7;
const below = (n: number): number => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % n;

const digit = (text: string): string => {
  const digits = [...text.matchAll(/\d/g)];
  const at = digits[below(digits.length || 1)];
  return at ? `${text.slice(0, at.index)}${(Number(at[0]) + 1 + below(8)) % 10}${text.slice(at.index + 1)}` : text;
};
const negated = (text: string, locale: Locale): string => (locale === "es"
  ? text.replace(/(?<!\p{L})(puede|debe|tiene|necesita)(?!\p{L})/u, "no $1") : text.replace(/\b(can|must|is|are)\b(?! not)/, "$1 not"));
const unit = (text: string, locale: Locale): string => text.replace(/(\d+|quince|fifteen) (?:días hábiles|días|business days|days)/, locale === "es" ? "$1 meses" : "$1 months");
const more = (text: string, locale: Locale): string => text.replace(/[.;:]?$/, locale === "es" ? " y se paga en efectivo." : " and you pay in cash.");

it.each([["a figure", digit, 0.98], ["a denial", negated, 0.95], ["a unit", unit, 0.99], ["a claim", more, 0.99]] as const)(
  "of the published sentences with %s altered, nearly none passes",
  (name, alter, least) => {
    let tried = 0;
    let caught = 0;
    for (const { passage, evidence } of cited) {
      for (const { text } of evidence[0]!.units) {
        const altered = alter(text, passage.locale);
        if (altered === text || passage.text.includes(altered)) continue;
        tried++;
        if (doubtOf({ text: altered, cites: ["p1"] }, evidence, passage.locale, meaning)) caught++;
      }
    }
    console.log(`${name} altered: ${caught} of ${tried} caught`);
    expect(tried).toBeGreaterThan(20);
    expect(caught / tried).toBeGreaterThanOrEqual(least);
  },
);

it("of the published sentences themselves, nearly all pass", () => {
  const all = cited.flatMap(({ passage, evidence }) => evidence[0]!.units.map(({ text }) => doubtOf({ text, cites: ["p1"] }, evidence, passage.locale, meaning)));
  expect(all.filter((doubt) => doubt === undefined).length / all.length).toBeGreaterThan(0.97);
});
