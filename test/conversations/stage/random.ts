/** Numbers from 0 to below 1, the same for the same seed (mulberry32, a public-domain recipe). */
export const seeded = (seed: number) => {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { next, below, one: <T>(of: readonly T[]): T => of[below(of.length)]! };
};
export type Chance = ReturnType<typeof seeded>;
