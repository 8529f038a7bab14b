/** What is known about the likeliest intent of a message. */
export type Signals = {
  /** Its logit, before it is made a probability. */
  logit: number;
  /** Its probability among all intents. */
  probability: number;
  /** Cosine with its nearest example. */
  nearest: number;
  /** Share of the message's words that training has seen, weighted by rarity. */
  coverage: number;
  words: number;
};

/** How likely it is (0..1) that the likeliest intent is the right one, and not "none of these". */
export const inScope = ({ logit, probability, nearest, coverage, words }: Signals): number => {
  const odds = Math.log(probability / (1 - probability + 1e-6));
  const sum = 0.17 * logit + 0.6 * odds + 6 * nearest + 1.4 * coverage + 0.54 * Math.log(1 + words) - 6;
  return 1 / (1 + Math.exp(-sum));
};
