import type { Unit } from "./units.ts";

/** By term: which units it stands for, and what it is worth to each. */
type Worth = ReadonlyMap<number, readonly { unit: number; value: number }[]>;

export const worthOfTerms = (units: Unit[], idf: Float32Array): Worth => {
  const worth = new Map<number, { unit: number; value: number }[]>();
  units.forEach(({ ways, worth: most, share }, unit) => {
    for (const { terms, weight } of ways) {
      for (const term of terms) {
        const value = (share * Math.min(weight * idf[term]!, most)) / terms.length;
        const known = worth.get(term);
        if (known) known.push({ unit, value });
        else worth.set(term, [{ unit, value }]);
      }
    }
  });
  return worth;
};

/** What the units are worth that stand in one stretch of a document, where that is most; each unit counts once. */
export const bestStretch = (order: Int32Array, worth: Worth): number => {
  const places: { at: number; unit: number; value: number }[] = [];
  for (let at = 0; at < order.length; at++) {
    for (const { unit, value } of worth.get(order[at]!) ?? []) places.push({ at, unit, value });
  }
  let best = 0;
  for (let first = 0; first < places.length; first++) best = Math.max(best, stretchFrom(places, first));
  return best;
};

const stretch = 24;

const stretchFrom = (places: { at: number; unit: number; value: number }[], first: number): number => {
  const counted = new Map<number, number>();
  let sum = 0;
  for (let next = first; next < places.length && places[next]!.at < places[first]!.at + stretch; next++) {
    const { unit, value } = places[next]!;
    const before = counted.get(unit) ?? 0;
    if (value <= before) continue;
    sum += value - before;
    counted.set(unit, value);
  }
  return sum;
};
