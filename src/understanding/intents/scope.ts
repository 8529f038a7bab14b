/** What is known about the likeliest intent of a message. */
export type Signals = {
  /** Its logit as a share of the most that training aims at (about 0..1, seldom over). */
  strength: number;
  /** Cosine with its nearest example. */
  nearest: number;
  /** Share of the message's words that training has seen, weighted by rarity. */
  coverage: number;
};

/**
 * How likely it is (0..1) that the likeliest intent is right, and not "none of these": a logistic regression whose
 * weights were learned with whole intents held out to stand for messages out of scope.
 */
export const inScope = ({ strength, nearest, coverage }: Signals): number =>
  1 / (1 + Math.exp(-(8.2 * strength + 2.2 * nearest + 1.34 * coverage - offset)));

/** Held-out intents were half of what the weights were learned on; among citizens' messages they are about a fifth. */
const offset = 8.3 - Math.log(4);
