/** Numbers from 0 to 1 that are the same each time (mulberry32). */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  /** One of them, each as often as its weight says. */
  const weighted = <T>(of: readonly (readonly [T, number])[]): T => {
    let left = next() * of.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of of) if ((left -= weight) < 0) return value;
    return of[0]![0];
  };
  return { next, below, one, weighted };
};

export type Random = ReturnType<typeof randomFrom>;
