import type { Features } from "./features.ts";

/** Learned by `node src/answers/rank/learn.ts` from the knowledge's own asks, held out of it in turn. */
export const rankWeights: Partial<Features> = {
  score: 1.63, confidence: 1.4, otherScore: 6.95, held: 1.25, clauseLabel: 1.55, all: 1.42, service: 0.91, aspect: 2.2,
  offAspect: -1.16, figures: 0.97, place: 1.67, year: 0.87, labelHeld: 2.2, kin: 2.01, code: 0.31, kind: 0.79, clauseAll: 2.37,
};

/** How sure it is that the best one is about what is asked. */
export const sureWeights = {
  bias: -2.48, strength: 2.13, margin: 2.57, clauseLikeness: -0.67, all: -1.6, confidence: 0.8, held: 0.09, kin: 0.67,
  unseen: -0.7, outside: -1.45, clauseAll: 0.3, service: 0.23,
};
