import { groups } from "./groups.ts";
import { information, rules, sayings, type Rules } from "./rules.ts";
import { compilePhrases, type Phrases } from "../phrases.ts";
import type { Danger } from "../types.ts";

/** The dangers that the fixed phrases of the rules find in folded words, in the order of `rules`. No training. */
export const dangersSaid = (words: readonly string[]): Danger[] => {
  if (words.length === 0) return [];
  const rest = withoutSayings(words);
  const asksOnly = about.find(words) !== undefined;
  return compiled
    .filter(({ danger }) => danger !== "self-harm" || !isByOthers(words))
    .filter(({ says, mentions }) => says.find(rest) ?? (asksOnly ? undefined : mentions.find(rest)))
    .map(({ danger }) => danger);
};

/** "Quiere matarme" is one letter from "quiere matarse", which a slip may be. */
const isByOthers = (words: readonly string[]): boolean =>
  words.some((word, i) => killed.has(word) && words.slice(Math.max(0, i - 4), i).some((before) => others.has(before)));

const killed: ReadonlySet<string> = new Set(["matarme", "matarnos"]);
const others: ReadonlySet<string> = new Set(["quiere", "quieren", "quiso", "va", "van", "iba", "iban", "trato", "trataron", "amenaza", "amenazo", "amenazan", "juro", "jura", "dice", "dijo", "dicen", "prometio"]);

/** The words with each saying as one mark. */
export const plainWords = (words: readonly string[]): string[] =>
  withoutSayings(words).filter((word, i, all) => word !== mark || all[i - 1] !== mark);

/** Takes sayings out and leaves a word that no phrase has, so that what stood apart stays apart. */
const withoutSayings = (words: readonly string[]): string[] => {
  const rest = [...words];
  for (const [from, to] of innocent.findAll(words)) rest.fill(mark, from, to);
  return rest;
};

const mark = "_";

const compileRules = ([danger, { says, mentions = [] }]: [Danger, Rules]): { danger: Danger; says: Phrases; mentions: Phrases } => ({
  danger,
  says: compilePhrases(says, groups),
  mentions: compilePhrases(mentions, groups),
});

const compiled = rules.map(compileRules);
const innocent = compilePhrases(sayings, groups);
const about = compilePhrases(information);
