import { writeCsv } from "../csv.ts";

/** A column. Days are ISO text; decimals have a point. */
export type Field = { name: string; type: "string" | "date" | "integer" | "number"; required?: boolean; values?: readonly string[] };
export type Cell = string | number | null;

/** What is published as one CSV and one JSON file. Its words stand in locales/opendata.yaml under its name. */
export type Table = { name: string; fields: readonly Field[]; key: readonly string[]; rows: Record<string, Cell>[]; refers?: { field: string; table: string; to: string } };

/** A header, commas, CR LF; nothing is an empty cell. */
export const csvOf = ({ fields, rows }: Table): string => writeCsv(fields.map(({ name }) => name), rows);

/** An object a line, with every column. */
export const jsonOf = ({ fields, rows }: Table): string =>
  `[\n${rows.map((row) => JSON.stringify(Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null])))).join(",\n")}\n]\n`;
