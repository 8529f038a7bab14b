import type { Phrase } from "./print.ts";
import type { Part } from "./question.ts";
import type { Terms } from "./terms.ts";
import type { Locale } from "../../locale.ts";

/** Shares, 0..1: of the question that a phrase holds, of the phrase that the question holds, and both together. */
export type Likeness = { asked: number; held: number; both: number };

const none: Likeness = { asked: 0, held: 0, both: 0 };

export const likeness = (part: Part, { terms: said, mass }: Pick<Phrase, "terms" | "mass">, locale: Locale, terms: Terms): Likeness => {
  if (part.mass === 0 || mass === 0) return none;
  let asked = 0;
  const matched = new Map<number, number>();
  for (const unit of part.units) {
    let best = 0;
    for (const way of unit.ways) {
      const found = way.terms.filter((id) => said.has(id));
      if (found.length === 0 || (way.all && found.length < way.terms.length)) continue;
      best = Math.max(best, (way.weight * found.length) / way.terms.length);
      for (const id of found) matched.set(id, Math.max(matched.get(id) ?? 0, way.weight));
    }
    asked += best * unit.weight;
  }
  let held = 0;
  for (const [id, share] of matched) held += share * terms.weight(id, locale);
  const shares = { asked: asked / part.mass, held: Math.min(1, held / mass) };
  return { ...shares, both: Math.sqrt(shares.asked * shares.held) };
};

/** The share (0..1) of runs of letters that two texts have in common. */
export const runLikeness = (a: Set<string>, b: Set<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const run of few) if (many.has(run)) common++;
  return (2 * common) / (a.size + b.size);
};
