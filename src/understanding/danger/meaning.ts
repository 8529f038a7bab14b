import { fold } from "../../words.ts";
import { concepts } from "./concepts.ts";

/** The concepts of folded words, as numbers, each with its place. */
type Met = { concept: number; at: number };

/**
 * What a message is about, as positions: each concept that its words stand for, and each two that stand
 * near one another, in order: "no respira" is `not`, `breath` and `not breath`. Each also with each of `signs` (see signs.ts).
 */
export const meaningOf = (words: readonly string[], signs: readonly number[]): Set<number> => {
  const met: Met[] = words.flatMap((word, at) => conceptsOf(word).map((concept) => ({ concept, at })));
  const features = new Set<number>();
  for (const sign of signs) features.add(signed(sign));
  met.forEach(({ concept, at }, i) => {
    features.add(concept);
    for (const sign of signs) features.add(signed(sign) + 1 + concept);
    for (let j = i + 1; j < met.length && met[j]!.at - at <= reach; j++) {
      if (met[j]!.at > at) features.add((concept + 1) * most + met[j]!.concept);
    }
  });
  return features;
};

const signed = (sign: number): number => (most + 1 + sign) * most;

const reach = 6;
/** More than there are concepts. */
const most = 100;

const conceptsOf = (word: string): readonly number[] => {
  const known = remembered.get(word);
  if (known) return known;
  const found = exact.get(word) ?? [];
  const begun = beginnings.filter(([start]) => word.startsWith(start)).map(([, concept]) => concept);
  const all = [...new Set([...found, ...begun])];
  if (remembered.size < mostRemembered) remembered.set(word, all);
  return all;
};

const mostRemembered = 20_000;
const remembered = new Map<string, readonly number[]>();

const exact = new Map<string, number[]>();
const beginnings: [string, number][] = [];
Object.values(concepts).forEach((list, concept) => {
  for (const word of list.split(" ").map(fold)) {
    if (word.endsWith("*")) beginnings.push([word.slice(0, -1), concept]);
    else exact.set(word, [...(exact.get(word) ?? []), concept]);
  }
});
