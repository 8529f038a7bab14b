import { information, rules, sayings, type Rules } from "./danger/rules.ts";
import { groups } from "./danger/groups.ts";
import { compilePhrases, type Phrases } from "./phrases.ts";
import { readable, wordsIn } from "./spoken.ts";
import type { Danger } from "./types.ts";

/**
 * The danger that a message tells of, in either language, or undefined. Reads only the fixed phrases of `danger/`:
 * no model, no training. Of several dangers it gives the first in the order of `rules`.
 */
export const findDanger = (text: string): Danger | undefined => {
  const words = wordsIn(readable(text));
  if (words.length === 0) return undefined;
  const rest = withoutSayings(words);
  const asksOnly = about.find(words) !== undefined;
  return compiled.find(({ says, mentions }) => says.find(rest) ?? (asksOnly ? undefined : mentions.find(rest)))?.danger;
};

/** Takes sayings out and leaves a word that no phrase has, so that what stood apart stays apart. */
const withoutSayings = (words: string[]): string[] => {
  const rest = [...words];
  for (const [from, to] of innocent.findAll(words)) rest.fill("_", from, to);
  return rest;
};

const compileRules = ([danger, { says, mentions = [] }]: [Danger, Rules]): { danger: Danger; says: Phrases; mentions: Phrases } => ({
  danger,
  says: compilePhrases(says, groups),
  mentions: compilePhrases(mentions, groups),
});

const compiled = rules.map(compileRules);
const innocent = compilePhrases(sayings, groups);
const about = compilePhrases(information);
