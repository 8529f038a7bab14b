import type { Features } from "./features.ts";

/** Learned by `node src/answers/rank/learn.ts` from the knowledge's own asks, held out of it in turn. */
export const rankWeights: Partial<Features> = {
  score: 1.75, confidence: 1.72, otherScore: 7.59, held: 1.12, clauseLabel: 1.26, all: 0.9, service: 1, aspect: 2.05,
  offAspect: -0.92, figures: 0.65, place: 1.44, year: 1.43, labelHeld: 1.92, kin: 1.82, code: 0.49, kind: 0.69, clauseAll: 2.02,
};

/** How sure it is that the best one is about what is asked. */
export const sureWeights = {
  bias: -2.92, strength: 2.13, margin: 2.84, clauseLikeness: -0.51, all: -1.52, confidence: 0.77, held: -0.53, kin: 1.2,
  unseen: -0.79, clauseAll: 0.42, service: 0.08,
};
