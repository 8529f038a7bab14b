import { fold } from "../../../words.ts";
import type { Block } from "../blocks.ts";
import { isFunctionWord } from "../language.ts";
import { oneSpaced } from "../repair/characters.ts";
import type { Join } from "../repair/hyphens.ts";
import type { Line } from "./lines.ts";
import { rowsOf, type TableRow } from "./tables.ts";

/** A run of lines that belong together: a paragraph, an item of a list, a possible heading. */
type Group = { text: string; kind: "strong" | "weak" | "text" | "item"; page?: number; gap: number };

/** Lines of a text without marks of its own → headings, paragraphs, lists, tables. */
export const structureOf = (lines: Line[], join: Join): Block[] => {
  const blocks: Block[] = [];
  let groups: Group[] = [];
  const close = (table = false) => { blocks.push(...settle(groups, table)); groups = []; };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const rows = tableAt(lines, at);
    if (rows.length > 0) {
      close(!listsPages(rows));
      if (line.gap >= 3) blocks.push({ kind: "break" });
      if (!listsPages(rows)) blocks.push(...rowsOf(rows));
      at += rows.length - 1;
    } else if (!isContents(line.text) && !contentsTitle.test(line.text.trim())) {
      add(groups, { ...line, text: oneSpaced(line.text) }, join, lines[at + 1]);
    }
  }
  close();
  return blocks;
};

/** The rows of the table that begins here; one of the same width after a gap goes on with it. */
const tableAt = (lines: Line[], from: number): TableRow[] => {
  const header = lines[from]?.cells;
  if (!header || header.filter((cell) => cell.trim() !== "").length < 2) return [];
  const rows: TableRow[] = [tableRow(lines[from]!, false)];
  for (let at = from + 1; lines[at]?.cells; at++) {
    const { cells = [], gap } = lines[at]!;
    if (gap >= 3 || (gap > 0 && cells.length !== header.length)) break;
    rows.push(tableRow(lines[at]!, gap > 0));
  }
  return rows.length < 2 ? [] : rows;
};

const tableRow = ({ cells = [], page }: Line, turned: boolean): TableRow => ({ cells, turned, ...(page === undefined ? {} : { page }) });

/** Titles and ascending page numbers: a table of contents. */
const listsPages = (rows: TableRow[]): boolean => {
  const numbers = rows.map(({ cells }) => (cells.length === 2 && /^\s*\d{1,4}\s*$/.test(cells[1]!) ? Number(cells[1]) : NaN));
  return rows.length >= 3 && numbers.every((number, at) => number >= (numbers[at - 1] ?? 0));
};

/** A line of a table of contents. */
const isContents = (text: string): boolean => /\S.*(?:\.{4,}|(?:\. ){4,}|…{2,})\s*\d{1,4}\s*$/u.test(text) || /^\S.{15,}?(?:\.{2,}|\t)\s*\d{1,3}\s*$/.test(text);

const contentsTitle = /^(?:#+ )?(?:contenidos?|[ií]ndice(?: general)?|tabla de contenidos?|(?:table of )?contents)$/i;

const itemMark = /^(?:[-–—•·●○▪■◦‣►❖➢✓✔❑o*]\s+)+/;
const numbered = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-z]\))\s+/;

const add = (groups: Group[], line: Line, join: Join, next: Line | undefined): void => {
  if (line.text === "") return;
  const last = groups.at(-1);
  const kind = kindOf(line, next);
  const text = line.text.replace(itemMark, "").replace(/^#{1,6} +/, "").replace(line.bold ? /[.:]$/ : /$^/, "");
  if (last && continues(last, line, kind)) {
    last.text = join(last.text, text);
    if (last.kind === "weak" || last.kind === "strong") last.kind = together(last, kind);
    return;
  }
  groups.push({ text, kind, gap: line.gap, ...(line.page === undefined ? {} : { page: line.page }) });
};

const kindOf = (line: Line, next: Line | undefined): Group["kind"] => {
  const { text } = line;
  if (line.bold && text.length <= 90) return "weak";
  if (/^#{1,6} +\S/.test(text)) return "strong";
  if (itemMark.test(text)) return "item";
  const words = text.split(" ").length;
  if ((line.size ?? 1) >= 1.15 && words <= 20) return "strong";
  if (numbered.test(text)) return isAlone(line, next) && words <= 20 && !/[.;,]$/.test(text) ? "strong" : "item";
  if (isCapitals(text) && words <= 15) return "strong";
  return isTitle(text, words) ? "weak" : "text";
};

const isAlone = (line: Line, next: Line | undefined): boolean => line.gap > 0 && (next === undefined || next.gap > 0);

const isCapitals = (text: string): boolean =>
  (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4 && !/\p{Ll}{2}/u.test(text) && !/[.;,:]$|[@/]/.test(text);

const isTitle = (text: string, words: number): boolean =>
  words <= 12 && text.length <= 90 && /^(?:[¿¡“"(]?\p{Lu}|\d+ de )/u.test(text) && /\p{L}{3}/u.test(text)
  && !/[.;,:]$|@|https?:|www\.|,.*,/.test(text) && !dangles(text);

/** It ends in a word that must go on. */
const dangles = (text: string): boolean => /,$/.test(text) || isFunctionWord(fold(text.split(" ").at(-1)!));

/** No paragraph is longer; what is, has lost its gaps. */
const longestGroup = 4000;

/** A line goes on with the one above where no gap parts them, or where a sentence plainly does. */
const continues = (last: Group, line: Line, kind: Group["kind"]): boolean => {
  if (kind === "item" || last.text.length > longestGroup) return false;
  const open = !/[.:;!?”"]$/.test(last.text);
  if (line.gap > 0) return line.gap < 3 && open && last.kind !== "strong" && (dangles(last.text) || (kind === "text" && /^\p{Ll}/u.test(line.text)));
  if (last.kind === "strong") return kind === "strong";
  if (last.kind === "item") return open || kind === "text";
  return true;
};

/** What two lines of a heading make together. */
const together = (last: Group, kind: Group["kind"]): Group["kind"] => {
  if (last.kind === "strong" && kind === "strong") return "strong";
  return isTitle(last.text, last.text.split(" ").length) ? "weak" : "text";
};

/** Short lines are headings where text follows them; three or more in a row are a list under the first one. */
const settle = (groups: Group[], beforeTable: boolean): Block[] => {
  const said = new Map<string, number>();
  for (const { text } of groups) said.set(fold(text), (said.get(fold(text)) ?? 0) + 1);
  const blocks: Block[] = [];
  for (let at = 0; at < groups.length;) {
    const run = Math.max(1, runLength(groups, at));
    const after = groups[at + run];
    const followed = after === undefined ? beforeTable : after.gap < 3 && (after.kind === "text" || after.kind === "item");
    groups.slice(at, at + run).forEach((group, place) => {
      const page = group.page === undefined ? {} : { page: group.page };
      if (group.gap >= 3) blocks.push({ kind: "break", ...page });
      const { text, kind } = group;
      if (kind === "strong") blocks.push({ kind: "heading", level: 1, text, ...page });
      else if (kind !== "weak") blocks.push({ kind, text, ...page });
      else if (heads(run, place, followed, said.get(fold(text))! > 1)) blocks.push({ kind: "heading", level: place === 0 ? 2 : 3, text, ...page });
      else blocks.push({ kind: "text", text, ...page });
    });
    at += run;
  }
  return blocks;
};

/** How many possible headings stand together from here on. */
const runLength = (groups: Group[], first: number): number => {
  let length = 0;
  while (groups[first + length]?.kind === "weak" && (length === 0 || groups[first + length]!.gap < 3)) length++;
  return length;
};

/** A title alone that is said again further on is a slide's, even without words of its own. */
const heads = (run: number, place: number, followed: boolean, again: boolean): boolean => {
  if (run >= 3) return place === 0;
  return run === 2 ? place === 0 || followed : followed || again;
};
