import type { Features } from "./features.ts";

/** Learned by `node src/answers/rank/learn.ts` from the knowledge's own asks, held out of it in turn. */
export const rankWeights: Partial<Features> = {
  score: 1.87, confidence: 1.69, otherScore: 7.1, held: 0.97, clauseLabel: 1.55, all: 1.02, service: 1.05, aspect: 2.15,
  offAspect: -0.94, figures: 0.9, place: 1.2, year: 1.06, labelHeld: 1.9, kin: 1.69, code: 0.26, kind: 0.88, clauseAll: 2.46,
};

/** How sure it is that the best one is about what is asked. */
export const sureWeights = {
  bias: -3.21, strength: 1.92, margin: 2.65, clauseLikeness: -0.89, all: -1.15, confidence: 0.65, held: 0.04, kin: 0.97,
  unseen: -1.1, outside: 0, clauseAll: 0.85, service: 0.51,
};
