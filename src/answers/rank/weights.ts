import type { Features } from "./features.ts";

/** Learned by `node src/answers/rank/learn.ts` from the knowledge's own asks, held out of it in turn. */
export const rankWeights: Partial<Features> = {
  score: 1.83, confidence: 1.66, otherScore: 6.52, held: 1.4, clauseLabel: 1.41, all: 0.57, service: 1.32, aspect: 2.16, offAspect: -0.87,
  figures: 1.2, place: 1.3, year: 0.43, labelHeld: 1.81, kin: 2.1, code: 1.06, kind: 0.59, clauseAll: 2.29,
};

/** How sure it is that what is shown first answers. */
export const sureWeights = {
  bias: -4.26, strength: 2.81, margin: 1.87, lone: 0.96, clauseLikeness: -0.82, all: -1.56, confidence: 0.59,
  held: -0.13, kin: 1.7, unseen: -1.8, outside: -2.6, clauseAll: 0.85, service: -0.29,
};
