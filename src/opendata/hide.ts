import { boundsOf, type Bounds, type KnownSum } from "./bounds.ts";
import { fewest, type Cell, type Relation } from "./cells.ts";

/**
 * Which fresh cells must be hidden: those under five, and so many others that none of these can be told from what is shown, in
 * this version or an earlier one. Whoever knows all shown cells and all relations must be left with a range at least as wide
 * as "under five" is, that reaches five or more: then they cannot even know that it is a small one.
 */
export const hide = async (cells: Cell[], relations: Relation[], complements = true): Promise<Set<string>> => {
  const all = new Map(cells.map((cell) => [cell.id, cell]));
  const hidden = new Set(cells.filter(({ is, count }) => is === "hidden" || is === "untold" || (is === "fresh" && count < fewest)).map(({ id }) => id));
  const fresh = (): Set<string> => new Set([...hidden].filter((id) => all.get(id)!.is === "fresh"));
  if (!complements) return fresh();
  const sums = relations.map((relation) => relation.filter(({ cell }) => all.has(cell)));
  const isOpen = (part: Relation[]) => part.some((sum) => sum.some(({ cell }) => all.get(cell)!.is === "fresh"));
  for (let parts = connected(sums, hidden).filter(isOpen); parts.length > 0;) {
    const touched = new Set<string>();
    for (const part of parts) {
            const exposed = await exposedIn(part, all, hidden);
      const victim = exposed.length > 0 ? nearest(exposed, part, all, hidden) : undefined;
      if (exposed.length > 0 && victim === undefined) throw new Error(`open data: "${exposed[0]}" can be told from what is published, and nothing is left to hide`);
      if (victim !== undefined) touched.add(victim);
    }
    for (const victim of touched) hidden.add(victim);
    parts = connected(sums, hidden).filter((part) => part.some((sum) => sum.some(({ cell }) => touched.has(cell))));
  }
  await showAgain(sums, all, hidden);
  return fresh();
};

/** Shows each total, the largest first, that need not have been hidden after all that was hidden later. */
const showAgain = async (relations: Relation[], all: Map<string, Cell>, hidden: Set<string>): Promise<void> => {
  const totals = [...hidden].map((id) => all.get(id)!).filter(({ is, isTotal, count }) => is === "fresh" && isTotal && count >= fewest);
  for (const { id } of totals.sort((a, b) => b.count - a.count)) {
    const part = connected(relations, hidden).find((sums) => sums.some((sum) => sum.some(({ cell }) => cell === id)));
    hidden.delete(id);
    if (part && (await exposedIn(part, all, hidden, true)).length > 0) hidden.add(id);
  }
};

/** Lets whoever waits for this process go first: it takes seconds when much is published at once. */
const others = () => new Promise((resolve) => setImmediate(resolve));

/** The sums with something hidden in them, in groups that share no hidden cell. */
const connected = (relations: Relation[], hidden: Set<string>): Relation[][] => {
  const root = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    while (root.get(at) !== undefined) at = root.get(at)!;
    if (at !== id) root.set(id, at);
    return at;
  };
  const open = relations.map((relation) => ({ relation, first: relation.find(({ cell }) => hidden.has(cell))?.cell })).filter(({ first }) => first !== undefined);
  for (const { relation, first } of open) {
    for (const { cell } of relation) if (hidden.has(cell) && rootOf(cell) !== rootOf(first!)) root.set(rootOf(cell), rootOf(first!));
  }
  const groups = new Map<string, Relation[]>();
  for (const { relation, first } of open) groups.set(rootOf(first!), [...(groups.get(rootOf(first!)) ?? []), relation]);
  return [...groups.values()];
};

const exposedIn = async (relations: Relation[], all: Map<string, Cell>, hidden: Set<string>, first = false): Promise<string[]> => {
  const unknowns = new Map<string, number>();
  for (const { cell } of relations.flat()) if (hidden.has(cell) && !unknowns.has(cell)) unknowns.set(cell, unknowns.size);
  const sums = relations.map((relation): KnownSum => ({
    terms: relation.filter(({ cell }) => hidden.has(cell)).map(({ cell, times }) => ({ unknown: unknowns.get(cell)!, times })),
    total: -relation.filter(({ cell }) => !hidden.has(cell)).reduce((sum, { cell, times }) => sum + times * all.get(cell)!.count, 0),
  }));
  await others();
  const bounds = boundsOf(sums, unknowns.size);
  const exposed: string[] = [];
  for (const [id, unknown] of unknowns) {
    if (all.get(id)!.count >= fewest) continue;
    await others();
    if (!isSafe(bounds, unknown)) exposed.push(id);
    if (first && exposed.length > 0) break;
  }
  return exposed;
};

const isSafe = (bounds: Bounds, unknown: number): boolean => {
  const most = (enough: number) => Math.floor(bounds.most(unknown, enough) + rounding);
  if (most(fewest) < fewest) return false;
  const least = Math.ceil(bounds.least(unknown) - rounding);
  return most(least + fewest) >= least + fewest;
};

/** Counts are whole numbers; what the solver gives is not, quite. */
const rounding = 1e-6;

/** The smallest cell, totals last, that may still be hidden in a sum with an exposed one, or with what is hidden beside it, and so on. */
const nearest = (exposed: string[], relations: Relation[], all: Map<string, Cell>, hidden: Set<string>): string | undefined => {
  let reached = new Set(exposed);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    const near = relations.filter((relation) => relation.some(({ cell }) => reached.has(cell))).flat().map(({ cell }) => all.get(cell)!);
    const free = near.filter(({ id, is }) => is === "fresh" && !hidden.has(id)).sort((a, b) => Number(a.isTotal ?? false) - Number(b.isTotal ?? false) || a.count - b.count || (a.id < b.id ? -1 : 1));
    if (free[0]) return free[0].id;
    reached = new Set([...reached, ...near.filter(({ id }) => hidden.has(id)).map(({ id }) => id)]);
  }
  return undefined;
};
