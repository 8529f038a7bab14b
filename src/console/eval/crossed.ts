import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { passageDocs } from "../../answers/documents.ts";
import type { Knowledge } from "../../answers/knowledge.ts";
import { indexOf } from "../../answers/retrieve.ts";
import { locales } from "../../locale.ts";
import { evalFolder } from "./question.ts";

const row = z.object({ id: z.string(), lang: z.enum(locales), kind: z.literal("crossed"), question: z.string(), relevant: z.array(z.string()).min(1) });
const depth = 5;

/**
 * Asks the questions of `crossed.jsonl` of the passages of the other language alone, and prints how often a right one
 * is first, and among the first five. @throws where a row cannot be read or names a passage that is not there
 */
export const crossedTable = (knowledge: Knowledge): string => {
  const index = indexOf(passageDocs(knowledge), knowledge.lexicon);
  const pairs = new Set(knowledge.passages.map(({ pair }) => pair));
  const rows = readFileSync(join(evalFolder, "crossed.jsonl"), "utf8").trim().split("\n").map((line) => row.parse(JSON.parse(line)));
  const found = rows.map(({ id, lang, question, relevant }) => {
    const gone = relevant.filter((pair) => !pairs.has(pair));
    if (gone.length > 0) throw new Error(`crossed.jsonl: ${id}: no passage called ${gone.join(", ")}`);
    const hits = index.search(question, { from: lang, to: lang === "es" ? "en" : "es", limit: depth });
    return { lang, rank: hits.findIndex((hit) => relevant.includes(hit.id.slice("es:".length))) };
  });
  const line = (name: string, of: typeof found) => `| ${name} | ${of.length} | ${within(of, 1)} | ${within(of, depth)} |`;
  return ["| question on passages of the other language | n | first | within five |", "|---|---|---|---|", line("all", found),
    ...locales.map((locale) => line(locale, found.filter(({ lang }) => lang === locale)))].join("\n");
};

const within = (rows: { rank: number }[], most: number): string =>
  `${((100 * rows.filter(({ rank }) => rank >= 0 && rank < most).length) / rows.length).toFixed(1)} %`;
