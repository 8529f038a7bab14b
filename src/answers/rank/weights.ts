import type { Features } from "./features.ts";

/** Learned by `node src/answers/rank/learn.ts` from the knowledge's own asks, held out of it in turn. */
export const rankWeights: Partial<Features> = {
  score: 1.65, confidence: 1.43, otherScore: 7, held: 1.25, clauseLabel: 1.58, all: 1.39, service: 0.89, aspect: 2.2, offAspect: -1.15,
  figures: 0.97, place: 1.67, year: 0.86, labelHeld: 2.18, kin: 1.99, code: 0.31, kind: 0.79, clauseAll: 2.34,
};

/** How sure it is that the best one is about what is asked. */
export const sureWeights = {
  bias: -3.07, strength: 2.51, margin: 2.34, clauseLikeness: -0.68, all: -1.77, confidence: 0.97,
  held: 0.2, kin: 0.75, unseen: -1.02, outside: -1.85, clauseAll: 0.47, service: 0.2,
};
