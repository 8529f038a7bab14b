import { seeded } from "../../answers/rank/learn/noise.ts";

const editedShare = 0.3;
const letters = "abcdefghijklmnopqrstuvwxyz";

/** A question without its accents and with one random edit in 30 % of its words; the same for the same seed. */
export const noised = (text: string, seed: number): string => {
  const chance = seeded(seed * 7919 + 17);
  for (let i = 0; i < 3; i++) chance();
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\p{L}{2,}/gu, (word) => (chance() < editedShare ? edited(word, chance) : word));
};

const edited = (word: string, chance: () => number): string => {
  const at = Math.floor(chance() * word.length);
  const letter = letters[Math.floor(chance() * letters.length)]!;
  const kind = Math.floor(chance() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  return at + 1 < word.length ? word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2) : word.slice(0, at);
};
