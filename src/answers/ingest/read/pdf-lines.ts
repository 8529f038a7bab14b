import { cleanCharacters, oneSpaced } from "../repair/characters.ts";
import type { Line } from "./lines.ts";

/** A run of letters as a page sets it: its place from the left and from below, in points. */
export type Piece = { text: string; x: number; y: number; width: number; size: number };
type Cell = { text: string; x: number; end: number };
type Row = { cells: Cell[]; y: number; size: number };

/** The size that most letters have. */
export const bodySize = (pieces: Piece[]): number => {
  const letters = new Map<number, number>();
  for (const { size, text } of pieces) letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
};

const rounded = (size: number): number => Math.round(size * 2) / 2;

/**
 * The lines of a page in reading order: two columns of prose one after the other, columns of a table as cells. `gap`
 * parts it from the page before: a slide begins something, a page may go on.
 */
export const pageLines = (pieces: Piece[], body: number, page: number, gap: 2 | 3): Line[] => {
  const rows = rowsOfPage(pieces);
  const gutter = gutterOf(rows, body);
  const ordered = gutter === undefined ? [rows] : columns(rows, gutter);
  return ordered.flatMap((part, at) => toLines(part, body, page, at === 0 ? gap : 1));
};

const rowsOfPage = (pieces: Piece[]): Row[] => {
  const rows: { pieces: Piece[]; y: number; size: number }[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.findLast(({ y, size }) => Math.abs(y - piece.y) < Math.min(size, piece.size) * 0.4);
    if (row) row.pieces.push(piece);
    else rows.push({ pieces: [piece], y: piece.y, size: piece.size });
  }
  return rows.map((row) => ({ y: row.y, size: Math.max(...row.pieces.map(({ size }) => size)), cells: cellsOf(row.pieces) }));
};

const cellsOf = (pieces: Piece[]): Cell[] => {
  const cells: Cell[] = [];
  for (const { text, x, width, size } of [...pieces].sort((a, b) => a.x - b.x)) {
    const last = cells.at(-1);
    const gap = last ? x - last.end : 0;
    if (!last || gap > size * 1.6) cells.push({ text, x, end: x + width });
    else {
      last.text += gap > size * 0.2 && !last.text.endsWith(" ") && !text.startsWith(" ") ? ` ${text}` : text;
      last.end = Math.max(last.end, x + width);
    }
  }
  return cells.map((cell) => ({ ...cell, text: cleanCharacters(cell.text).trim() })).filter(({ text }) => text !== "");
};

const proseLetters = 25;

/** Where the second column begins, if a page is set in two columns of prose and not as a table. */
const gutterOf = (rows: Row[], body: number): number | undefined => {
  const pairs = rows.filter(({ cells }) => cells.length === 2);
  if (pairs.length < 4 || pairs.length < rows.length * 0.4) return undefined;
  const starts = pairs.map(({ cells }) => cells[1]!.x).sort((a, b) => a - b);
  const middle = starts[Math.floor(starts.length / 2)]!;
  const aligned = starts.filter((x) => Math.abs(x - middle) < body * 2).length >= pairs.length * 0.8;
  const letters = pairs.reduce((sum, { cells }) => sum + Math.min(cells[0]!.text.length, cells[1]!.text.length), 0) / pairs.length;
  return aligned && letters >= proseLetters ? middle - body : undefined;
};

/** A line over both columns ends those above it. */
const columns = (rows: Row[], gutter: number): Row[][] => {
  const parts: Row[][] = [];
  let left: Row[] = [];
  let right: Row[] = [];
  const close = () => { parts.push(left, right); left = []; right = []; };
  for (const row of rows) {
    if (row.cells.some(({ x, end }) => x < gutter && end > gutter + row.size)) {
      close();
      parts.push([row]);
      continue;
    }
    const [before, after] = [row.cells.filter(({ x }) => x < gutter), row.cells.filter(({ x }) => x >= gutter)];
    if (before.length > 0) left.push({ ...row, cells: before });
    if (after.length > 0) right.push({ ...row, cells: after });
  }
  close();
  return parts.filter((part) => part.length > 0);
};

const toLines = (rows: Row[], body: number, page: number, firstGap: number): Line[] => {
  const lines: Line[] = [];
  let table: { starts: number[]; last: Line; y: number } | undefined;
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    const gap = above === undefined ? firstGap : gapBetween(above, row);
    if (table && gap === 0 && isRest(row, table.starts)) { append(table, row); return; }
    const continues = table !== undefined && table.y - row.y < row.size * 4 && row.cells.length > 1;
    const starts = continues ? table!.starts : row.cells.map(({ x }) => x);
    const cells = row.cells.length > 1 ? placed(row.cells, starts) : undefined;
    const text = cells ? cells.join("\t") : oneSpaced(row.cells[0]?.text ?? "");
    const line: Line = { text, page, gap: continues ? 0 : gap, size: row.size / body, ...(cells ? { cells } : {}) };
    lines.push(line);
    table = cells ? { starts, last: line, y: row.y } : undefined;
  });
  return lines;
};

const gapBetween = (above: Row, row: Row): number => {
  const distance = above.y - row.y;
  const line = Math.max(above.size, row.size);
  if (distance > line * 4) return 2;
  return distance > line * 1.75 || Math.abs(above.size - row.size) > row.size * 0.12 ? 1 : 0;
};

const columnOf = (x: number, starts: number[]): number => {
  let best = 0;
  starts.forEach((start, at) => { if (Math.abs(start - x) < Math.abs(starts[best]! - x)) best = at; });
  return best;
};

const placed = (cells: Cell[], starts: number[]): string[] => {
  const row = starts.map(() => "");
  for (const { text, x } of cells) {
    const at = columnOf(x, starts);
    row[at] = row[at] === "" ? text : `${row[at]} ${text}`;
  }
  return row;
};

/** The second line of cells whose text was broken: nothing in the first column, or nothing but its rest in lower case. */
const isRest = (row: Row, starts: number[]): boolean => {
  const at = row.cells.map(({ x }) => columnOf(x, starts));
  const aligned = row.cells.every(({ x }, cell) => Math.abs(starts[at[cell]!]! - x) < row.size * 2);
  return aligned && (!at.includes(0) || (row.cells.length < starts.length && /^\p{Ll}/u.test(row.cells[0]!.text)));
};

const append = (table: { starts: number[]; last: Line; y: number }, row: Row): void => {
  const more = placed(row.cells, table.starts);
  const cells = table.last.cells!.map((cell, at) => [cell, more[at]].filter(Boolean).join(" "));
  table.last.cells = cells;
  table.last.text = cells.join("\t");
  table.y = row.y;
};
