/** A table as a file has it. day: "2026-11-23". */
export type Column = { head: string; kind: "text" | "number" | "day"; width?: number };
export type Cell = string | number | null;
/** `shares`: the places of numbers from 0 to 1 that a file shows as percentages where it can. */
export type Sheet = { name: string; columns: Column[]; rows: Cell[][]; shares?: ReadonlySet<string> };

export const placeOf = (row: number, column: number): string => `${row} ${column}`;
