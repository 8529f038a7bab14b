import { seeded } from "../answers/rank/learn/noise.ts";

/** As typed in a hurry: no accents, no marks, and one random slip in three words of ten. The same seed gives the same slips. */
export const chatNoise = (text: string, seed: number): string => {
  const chance = seeded(seed * 7919 + 17);
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}\s]/gu, " ");
  return plain.split(/\s+/).filter(Boolean).map((word) => (word.length > 3 && chance() < 0.3 ? slip(word, chance) : word)).join(" ");
};

const slip = (word: string, chance: () => number): string => {
  const at = Math.floor(chance() * (word.length - 1));
  const letter = "abcdefghijklmnopqrstuvwxyz"[Math.floor(chance() * 26)]!;
  const [head, here, next, rest] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  const slips = [`${head}${next}${rest}`, `${head}${next}${here}${rest}`, `${head}${letter}${next}${rest}`, `${head}${letter}${here}${next}${rest}`];
  return slips[Math.floor(chance() * slips.length)]!;
};
