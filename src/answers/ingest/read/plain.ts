import type { Parsed } from "../blocks.ts";
import { cleanCharacters, withoutMarks } from "../repair/characters.ts";
import { createJoin } from "../repair/hyphens.ts";
import { withoutRepeated } from "../repair/repeated.ts";
import { joinSpaced } from "../repair/spaced.ts";
import { decode } from "./decode.ts";
import type { Line } from "./lines.ts";
import { structureOf } from "./structure.ts";

/** Plain text, perhaps once set as pages (form feeds) or slides, with tabs between the cells of tables. */
export const readPlain = (bytes: Uint8Array, words: Iterable<string>): Parsed => {
  const pages = decode(bytes).replace(/\r\n?/g, "\n").replace(/\f+$/, "").split("\f");
  const lines = pages.flatMap((text, at) => linesOf(text, pages.length > 1 ? at + 1 : undefined));
  const blocks = blocksOf(lines, words);
  return { blocks, meta: {}, ...(pages.length > 1 ? { pages: "page" as const } : {}) };
};

/** Mends the lines of a document and finds its headings, paragraphs, lists and tables. */
export const blocksOf = (lines: Line[], words: Iterable<string>): Parsed["blocks"] => {
  const mended = joinSpaced(lines.map(({ text }) => text), words);
  const whole = lines.map((line, at) => withText(line, mended[at]!));
  return structureOf(withoutRepeated(whole), createJoin(mended.join("\n")));
};

const linesOf = (text: string, page: number | undefined): Line[] => {
  const lines: Line[] = [];
  let gap = page === undefined ? 0 : 3;
  for (const raw of text.split("\n")) {
    const line = withoutMarks(cleanCharacters(raw)).replace(/ +$/, "");
    if (line.trim() === "") { gap++; continue; }
    lines.push({ text: line, gap: begins(line) ? Math.max(gap, 1) : gap, ...(isBold(raw) ? { bold: true } : {}), ...(page === undefined ? {} : { page }) });
    gap = 0;
  }
  return lines;
};

/** A line set in by one space begins something. */
const begins = (line: string): boolean => /^ \S/.test(line);

const isBold = (raw: string): boolean => /^[^\p{L}*]*\*\*[^*]+\*\*[.:]?\s*$/u.test(raw);

const withText = (line: Line, text: string): Line => {
  const cells = text.includes("\t") ? text.split("\t") : undefined;
  return { ...line, text, ...(cells ? { cells } : {}) };
};
