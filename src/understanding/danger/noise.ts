import { shuffled, type Chance } from "../intents/chance.ts";

/**
 * A message as somebody in a hurry would spell it: about every third word is misspelt in one of the ways of
 * `habits`. The learned layer sees each example so as well, so that bad spelling does not hide a danger.
 */
export const misspelt = (words: readonly string[], chance: Chance): string[] =>
  words.map((word) => {
    if (chance() > share) return word;
    const first = shuffled(habits.length, chance).find((i) => habits[i]!(word, chance) !== word);
    return first === undefined ? word : habits[first]!(word, chance);
  });

const share = 0.35;

type Habit = (word: string, chance: Chance) => string;

const sounds: [RegExp, string][] = [
  [/qu(?=[ei])/u, "k"], [/c(?=[aou])/u, "k"], [/ll/u, "y"], [/v/u, "b"], [/b/u, "v"], [/c(?=[ei])/u, "s"], [/z/u, "s"],
  [/g(?=[ei])/u, "j"], [/^h/u, ""], [/x/u, "s"], [/ck/u, "k"], [/ing$/u, "in"], [/ph/u, "f"], [/ee/u, "ea"], [/ei/u, "ie"], [/ie/u, "ei"],
  [/gh/u, ""], [/d$/u, ""], [/s$/u, ""], [/([a-z])\1/u, "$1"],
];

const bySound: Habit = (word, chance) => {
  const fitting = sounds.filter(([found]) => found.test(word));
  const sound = fitting[Math.floor(chance() * fitting.length)];
  return word.length < 3 || !sound ? word : word.replace(...sound);
};
const atLetter = (least: number, change: (word: string, at: number) => string): Habit => (word, chance) =>
  word.length < least ? word : change(word, 1 + Math.floor(chance() * (word.length - 2)));

const habits: Habit[] = [
  bySound,
  bySound,
  atLetter(5, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  atLetter(5, (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)),
  atLetter(4, (word, at) => word.slice(0, at) + word[at] + word.slice(at)),
];
