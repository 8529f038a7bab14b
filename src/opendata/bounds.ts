/** A sum that is known: Σ times·x = total, where every x is a count, so none is below 0. */
export type KnownSum = { terms: { unknown: number; times: number }[]; total: number };

/** Between which numbers each unknown must lie, for somebody who knows the sums. */
export type Bounds = {
  /** Infinity where nothing limits it. Stops at the first number found that is at least `enough`. */
  most: (unknown: number, enough?: number) => number;
  /** Stops at the first number found that is at most `enough`. */
  least: (unknown: number, enough?: number) => number;
};

const tiny = 1e-7;

/** The range of each of `count` unknowns, by the simplex method on one tableau. Throws when no counts satisfy the sums. */
export const boundsOf = (sums: KnownSum[], count: number): Bounds => {
  const tableau = feasible(sums, count);
  const seen = Array.from({ length: count }, () => ({ most: 0, least: Infinity }));
  const note = () => {
    const values = new Array<number>(count).fill(0);
    tableau.basis.forEach((unknown, row) => { if (unknown < count) values[unknown] = last(tableau.rows[row]!); });
    seen.forEach((range, unknown) => {
      range.most = Math.max(range.most, values[unknown]!);
      range.least = Math.min(range.least, values[unknown]!);
    });
  };
  note();
  const pushed = (unknown: number, way: 1 | -1, enough: number): number => {
    const end = push(tableau, unknown, way, enough);
    note();
    return end;
  };
  return {
    most: (unknown, enough = Infinity) => (seen[unknown]!.most >= enough ? seen[unknown]!.most : pushed(unknown, 1, enough)),
    least: (unknown, enough = 0) => (seen[unknown]!.least <= enough ? seen[unknown]!.least : pushed(unknown, -1, enough)),
  };
};

/** Each row says what its basic unknown is: it + Σ row·others = the last number of the row. */
type Tableau = { rows: Float64Array[]; basis: number[]; width: number };

const last = (row: Float64Array): number => row[row.length - 1]!;

/** A first solution: each row begins with an unknown of its own, which is driven to 0 and out. */
const feasible = (sums: KnownSum[], count: number): Tableau => {
  const width = count + sums.length;
  const rows = sums.map(({ terms, total }, at) => {
    const row = new Float64Array(width + 1);
    const sign = total < 0 ? -1 : 1;
    for (const { unknown, times } of terms) row[unknown]! += sign * times;
    row[count + at] = 1;
    row[width] = sign * total;
    return row;
  });
  const tableau: Tableau = { rows, basis: rows.map((_, at) => count + at), width: count };
  const goal = new Float64Array(width + 1);
  for (const row of rows) for (let at = 0; at < count; at++) goal[at]! += row[at]!;
  const helpful = () => goal.subarray(0, count).findIndex((times) => times > tiny);
  for (let entering = helpful(); entering >= 0; entering = helpful()) pivot(tableau, leaving(tableau, entering), entering, goal);
  if (tableau.basis.some((unknown, row) => unknown >= count && last(rows[row]!) > 1e-4)) throw new Error("open data: no counts satisfy the published sums");
  for (const row of tableau.basis.keys()) {
    const entering = tableau.basis[row]! < count ? -1 : rows[row]!.subarray(0, count).findIndex((times) => Math.abs(times) > tiny);
    if (entering >= 0) pivot(tableau, row, entering);
  }
  const kept = tableau.basis.map((unknown, row) => ({ unknown, row: rows[row]! })).filter(({ unknown }) => unknown < count);
  return { rows: kept.map(({ row }) => shortened(row, count)), basis: kept.map(({ unknown }) => unknown), width: count };
};

const shortened = (row: Float64Array, count: number): Float64Array => {
  const short = new Float64Array(count + 1);
  short.set(row.subarray(0, count));
  short[count] = last(row);
  return short;
};

/** Makes an unknown as large or as small as the sums let it be, or `enough`. */
const push = (tableau: Tableau, unknown: number, way: 1 | -1, enough: number): number => {
  for (;;) {
    const row = tableau.basis.indexOf(unknown);
    const value = row < 0 ? 0 : last(tableau.rows[row]!);
    if (way > 0 ? value >= enough : value <= Math.max(enough, tiny)) return value;
    const entering = row < 0 ? unknown : tableau.rows[row]!.subarray(0, tableau.width).findIndex((times, at) => at !== unknown && way * times < -tiny);
    if (entering < 0) return value;
    const out = leaving(tableau, entering);
    if (out < 0) return Infinity;
    pivot(tableau, out, entering);
  }
};

/** The row whose basic unknown is the first to reach 0 when another grows; of several, the lowest, so that it ends. */
const leaving = ({ rows, basis }: Tableau, entering: number): number => {
  let found = -1;
  let least = Infinity;
  rows.forEach((row, at) => {
    if (row[entering]! <= tiny) return;
    const ratio = last(row) / row[entering]!;
    if (ratio < least - tiny || (ratio < least + tiny && basis[at]! < basis[found]!)) [found, least] = [at, Math.min(ratio, least)];
  });
  return found;
};

/** The unknown of a row leaves the basis for another. `goal`: what is to become 0, as one more row. */
const pivot = ({ rows, basis }: Tableau, out: number, entering: number, goal?: Float64Array): void => {
  const pivotRow = rows[out]!;
  const by = pivotRow[entering]!;
  for (let at = 0; at < pivotRow.length; at++) pivotRow[at]! /= by;
  for (const row of goal ? [...rows, goal] : rows) {
    const times = row[entering]!;
    if (row === pivotRow || Math.abs(times) < 1e-12) continue;
    for (let at = 0; at < row.length; at++) if (pivotRow[at] !== 0) row[at]! -= times * pivotRow[at]!;
    row[entering] = 0;
  }
  basis[out] = entering;
};
