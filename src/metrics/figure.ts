import type { Measured, Row } from "./types.ts";

export type Counted = { by: string; n: number };
export type Shared = { by: string; part: number; whole: number };
/** `whole`: of all groups together. */
export type Ranked = { by: string; value: number | null; n: number; whole: boolean };

/** How many there are, of groups that share nothing; nothing counted is 0. */
export const counted = (rows: Counted[]): Measured => {
  const n = sum(rows.map((row) => row.n));
  return { value: n, n, rows: rows.map(({ by, n: count }) => ({ by, value: count, n: count })) };
};

/** Which share of the whole a part is, of groups that share nothing. */
export const shared = (rows: Shared[]): Measured => {
  const [part, whole] = [sum(rows.map((row) => row.part)), sum(rows.map((row) => row.whole))];
  return { ...share(part, whole), rows: rows.map((row): Row => ({ by: row.by, ...share(row.part, row.whole) })) };
};

/** The same where every group is a part of one whole. */
export const ofWhole = (rows: Counted[], whole: number): Measured => ({
  ...share(sum(rows.map(({ n }) => n)), whole),
  rows: rows.map(({ by, n }): Row => ({ by, ...share(n, whole) })),
});

/** A value at a rank, which groups do not add up to. */
export const ranked = (rows: Ranked[]): Measured => {
  const { value, n } = rows.find(({ whole }) => whole)!;
  return { value, n, rows: rows.filter(({ whole }) => !whole).map(({ by, value: own, n: count }) => ({ by, value: own, n: count })) };
};

export const share = (part: number, whole: number): { value: number | null; n: number } => ({ value: whole === 0 ? null : part / whole, n: whole });

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
