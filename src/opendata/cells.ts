/**
 * A count that is published, or could be told from what is published.
 * - fresh: it is being decided whether it is published
 * - shown, hidden: decided in an earlier version, for good
 * - untold: stands in no file, but others tell it when they are known (those that are *not* on time)
 * - known: is about the service itself and nobody else, so it is shown however small
 */
export type Cell = { id: string; count: number; is: "fresh" | "shown" | "hidden" | "untold" | "known"; /** Totals are missed more than a group of them. */ isTotal?: boolean };

/** Σ times·count = 0: what anybody knows who knows the definitions. A total stands with -1 beside its parts. */
export type Relation = { cell: string; times: number }[];

/** Counts below it are hidden, also 0: that nobody did something is told of everybody. */
export const fewest = 5;

/** A total and its parts. */
export const sumOf = (total: string, parts: string[]): Relation => [{ cell: total, times: -1 }, ...parts.map((cell) => ({ cell, times: 1 }))];
