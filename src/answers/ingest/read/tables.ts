import { fold } from "../../../words.ts";
import type { Block, Cell } from "../blocks.ts";
import { isFunctionWord } from "../language.ts";
import { oneSpaced } from "../repair/characters.ts";

/** `turned`: a page was turned before it, so that its cells may go on with those above. */
export type TableRow = { cells: string[]; turned?: boolean; page?: number };
type RowBlock = Extract<Block, { kind: "row" }>;

/**
 * Rows of cells, the first the header → row blocks, each value with its column. Empty cells at the left of a row are
 * merged ones and take the value above; a header that is repeated on the next page is left out. Rows that do not fit
 * the header keep their bare values.
 */
export const rowsOf = (rows: TableRow[]): Block[] => {
  const cleaned = rows.map(({ cells, turned, page }) => ({ cells: cells.map(oneSpaced), turned: turned === true, page }));
  const { header, body } = withHeader(cleaned);
  const filled = fillRows(header, body);
  return filled.map((row, at) => toBlock(header, row, filled[at - 1], filled[at + 1]));
};

type Clean = { cells: string[]; turned: boolean; page: number | undefined };
type Filled = { cells: string[]; fits: boolean; page: number | undefined };

/** The first row, and the second too where it names the columns under a merged cell of the first. */
const withHeader = ([first, second, ...rest]: Clean[]): { header: string[]; body: Clean[] } => {
  const header = first?.cells ?? [];
  if (!second) return { header: [], body: first ? [first] : [] };
  const names = second.cells;
  const under = names.length === header.length && names[0] === "" && header.includes("")
    && header.every((cell, at) => cell !== "" || names[at] !== "") && names.every((name) => name.length <= longestName);
  if (!under) return { header, body: [second, ...rest] };
  const spread = header.map((cell, at) => (cell === "" ? header.slice(0, at).findLast(Boolean) ?? "" : cell));
  return { header: spread.map((cell, at) => `${cell} ${names[at]}`.trim()), body: rest };
};

const longestName = 40;

const fillRows = (header: string[], body: Clean[]): Filled[] => {
  const found: Filled[] = [];
  const merges = body.some(({ cells }) => cells[0] === "");
  let turned = false;
  for (const row of body) {
    if (same(row.cells, header)) { turned = true; continue; }
    const cells = fitted(row.cells, header.length);
    const above = found.findLast(({ fits }) => fits)?.cells;
    const fits = cells.length === header.length && !(merges && misplaced(cells));
    const next = fits ? fill(cells, above ?? [], turned || row.turned) : cells;
    if ((turned || row.turned) && fits && above && goesOn(cells)) above[firstOwn(cells)] = next[firstOwn(cells)]!;
    else found.push({ cells: next, fits, page: row.page });
    turned = false;
  }
  return found;
};

const same = (cells: string[], header: string[]): boolean => header.length > 0 && cells.join("|") === header.join("|");

/** Empty cells that were lost or added at the end of a row. */
const fitted = (row: string[], width: number): string[] => {
  const cells = [...row];
  while (cells.length > width && cells.at(-1) === "") cells.pop();
  return cells;
};

/** Its cells begin too far left, where the table's first column is a merged one: the row was moved when it was read. */
const misplaced = (cells: string[]): boolean =>
  cells.length > 2 && cells[0] !== "" && cells[1] === "" && cells.at(-1) === "";

const firstOwn = (cells: string[]): number => Math.max(0, cells.findIndex((cell) => cell !== ""));

const fill = (cells: string[], above: string[], turned: boolean): string[] =>
  cells.map((cell, at) => {
    const upper = above[at] ?? "";
    if (cell === "") return at < firstOwn(cells) ? upper : "";
    return turned && upper !== "" && isRest(cell, upper) && (at < cells.length - 1 || goesOn(cells)) ? `${upper} ${cell}` : cell;
  });

/** A cell that begins in lower case, or after a word that must go on, is the rest of the one above. */
const isRest = (cell: string, above: string): boolean =>
  /^\p{Ll}/u.test(cell) || isFunctionWord(fold(above.split(" ").at(-1)!));

const goesOn = (cells: string[]): boolean => {
  const own = cells.filter(Boolean);
  return own.length === 1 && /^\p{Ll}/u.test(own[0]!);
};

/** What a row has in common with its neighbours, from the left, is shared. */
const toBlock = (header: string[], row: Filled, before: Filled | undefined, after: Filled | undefined): RowBlock => {
  const cells = row.cells.map((text, at): Cell => ({ column: row.fits ? header[at] ?? "" : "", text }));
  const shared = row.fits ? Math.min(cells.length - 1, Math.max(inCommon(row, before), inCommon(row, after))) : 0;
  const filled = (some: Cell[]) => some.filter(({ text }) => text !== "");
  const block: RowBlock = { kind: "row", shared: filled(cells.slice(0, shared)), own: filled(cells.slice(shared)) };
  return row.page === undefined ? block : { ...block, page: row.page };
};

const inCommon = (row: Filled, other: Filled | undefined): number => {
  if (!other?.fits) return 0;
  const differs = row.cells.findIndex((cell, at) => cell !== other.cells[at] || cell === "");
  return differs < 0 ? row.cells.length : differs;
};
