import { inert } from "../../csv.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** A sheet as RFC 4180 with a byte order mark. What a spreadsheet would run as a formula is text in it; numbers stay numbers. */
export const csvOf = ({ columns, rows }: Sheet): Uint8Array =>
  Buffer.from(`\ufeff${[columns.map(({ head }) => head), ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`);

const cell = (value: Cell): string => (typeof value === "number" ? String(value) : value === null ? "" : inert(value));
