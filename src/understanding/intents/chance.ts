/** Gives the next number in [0, 1). */
export type Chance = () => number;

/** The same seed gives the same numbers (a linear congruential generator). */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** 0..length-1 in an order given by `chance`. */
export const shuffled = (length: number, chance: Chance): Int32Array => {
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};
