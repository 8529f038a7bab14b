type Cell = string | number | boolean | Date | null | undefined;
type Rows = readonly Record<string, unknown>[];

/** RFC 4180 with a heading; an instant is written in UTC, what is missing is empty. */
export const writeCsv = (columns: readonly string[], rows: Rows): string => written(columns, rows, quoted);

/** The same for a spreadsheet, with a byte order mark. What a spreadsheet would run as a formula is text in it. */
export const writeSheet = (columns: readonly string[], rows: Rows): string => `\ufeff${written(columns, rows, inert)}`;

const written = (columns: readonly string[], rows: Rows, cell: (text: string) => string): string =>
  [columns.join(","), ...rows.map((row) => columns.map((column) => cell(textOf(row[column] as Cell))).join(","))].join("\r\n") + "\r\n";

const textOf = (value: Cell): string => (value === null || value === undefined ? "" : value instanceof Date ? value.toISOString() : String(value));

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? inQuotes(text) : text);

/** A cell that a spreadsheet takes for text, whatever it begins with. */
export const inert = (text: string): string => inQuotes(/^[\s\u200b-\u200f\ufeff]*[=+\-@\t\r|%＝＋－＠]/.test(text) ? `'${text}` : text);

const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Rows of a CSV text by its heading. Throws when a quote is left open or a row has more or fewer cells than the heading. */
export const readCsv = (text: string): { columns: string[]; rows: Record<string, string>[] } => {
  const [columns = [], ...lines] = cells(text.replace(/^\ufeff/, ""));
  const rows = lines.map((line, i) => {
    if (line.length !== columns.length) throw new Error(`line ${i + 2}: ${line.length} cells where the heading has ${columns.length}`);
    return Object.fromEntries(columns.map((column, at) => [column, line[at]!]));
  });
  return { columns, rows };
};

const cells = (text: string): string[][] => {
  const lines: string[][] = [];
  let line: string[] = [];
  const next = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  while (next.lastIndex < text.length) {
    const found = next.exec(text);
    if (!found) throw new Error(`line ${lines.length + 1}: a quote stands where none may, or is never closed`);
    const [, quoted, plain, after] = found;
    line.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (after === ",") continue;
    if (line.length > 1 || line[0] !== "") lines.push(line);
    line = [];
  }
  return lines;
};
