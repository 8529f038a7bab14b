/**
 * How likely it is (0..1) that the likeliest intent is right, and not "none of these": a logistic regression whose
 * weights were learned with whole intents held out to stand for messages out of scope.
 *
 * `logit`: of the likeliest intent. `coverage`: share of the message's words that training has seen, by rarity.
 */
export const inScope = ({ logit, coverage }: { logit: number; coverage: number }): number =>
  1 / (1 + Math.exp(-(1.106 * logit + 1.34 * coverage - offset)));

/** Held-out intents were half of what the weights were learned on; among citizens' messages they are about a fifth. */
const offset = 8.13 - Math.log(4);
