import type { AnswerOptions } from "./options.ts";
import { subjectOf } from "./rank/candidate.ts";
import type { Ranked } from "./rank/rank.ts";
import type { Answer, Aspect, Passage } from "./types.ts";

/**
 * The best passage, and others of its subject for which nearly as much speaks; of its service, also what else was asked
 * (cost and place); for each thing numbered (SC-1 and SC-2) one.
 */
export const beside = (best: Ranked, ranked: Ranked[], options: AnswerOptions, asked: Aspect[], several = false): Passage[] => {
  const near = ranked.filter((one) => one !== best && !one.passage.unknown && one.strength >= best.strength - options.beside
    && subjectOf(one.passage) === subjectOf(best.passage));
  const twin = several ? ranked.find((one) => one.features.code === 1 && subjectOf(one.passage) !== subjectOf(best.passage)) : undefined;
  const others = asked.length < 2 ? [] : asked.flatMap((aspect) =>
    ranked.find(({ passage }) => passage.aspect === aspect && passage.service === best.passage.service) ?? []);
  const close = near.filter(({ strength }, at) => at === 0 || strength >= best.strength - options.close).slice(0, 2);
  return [...new Set([best, ...(twin ? [twin] : []), ...others, ...close])].slice(0, options.most).map(({ passage }) => passage);
};

export const found = (passages: Passage[], score: number): Answer =>
  passages[0]!.unknown ? { kind: "unknown", passages, score } : { kind: "found", passages, score };

export const none = (ranked: Ranked[], { most }: AnswerOptions): Answer =>
  ({ kind: "none", near: ranked.slice(0, most).map(({ passage }) => passage), score: ranked[0]?.sure ?? 0 });
