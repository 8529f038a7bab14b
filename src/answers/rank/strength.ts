import type { Features } from "./features.ts";
import type { Reading } from "./question.ts";
import { themeOf, type Candidate } from "./candidate.ts";
import { rankWeights, sureWeights } from "./weights.ts";

type Strong = Candidate & { strength: number };

/** How much speaks for a passage. */
export const strengthOf = (features: Features, weights: Partial<Features> = rankWeights): number =>
  Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name as keyof Features], 0);

/** How sure it is, 0..1, that a passage's subject is what was asked. */
export const sureOf = (one: Strong, ranked: Strong[], reading: Reading): number => {
  const facts = sureFacts(one, ranked, reading);
  const sum = Object.entries(facts).reduce((total, [name, value]) => total + value * sureWeights[name as keyof typeof facts], 0);
  return 1 / (1 + Math.exp(-sum));
};

/** What that is judged by; the margin is over the best passage of another theme, `lone` over the next of its own. */
export const sureFacts = (one: Strong, ranked: Strong[], { unseen, outside }: Reading): Record<keyof typeof sureWeights, number> => {
  const next = ranked.find((other) => other !== one && themeOf(other.passage) === themeOf(one.passage))?.strength ?? 0;
  const rival = ranked.find((other) => themeOf(other.passage) !== themeOf(one.passage))?.strength ?? 0;
  const { clauseLikeness, all, confidence, held, kin, clauseAll, service } = one.features;
  return {
    bias: 1, strength: one.strength / 10, margin: Math.min(1, (one.strength - rival) / 5), lone: Math.min(1, (one.strength - next) / 5),
    clauseLikeness, all, confidence, held, kin, unseen, outside, clauseAll, service,
  };
};
