import { editDistance, fold } from "../../words.ts";
import { lexicon } from "../language/lexicon.ts";
import { worlds } from "../worlds.ts";
import { concepts } from "./concepts.ts";
import { sounded } from "./sound.ts";

/**
 * What folded words are about: each concept that they stand for, each two in one message (`kid+lost`), and each two
 * that stand near one another, in order (`visa nation`). Words of another world tell only which.
 */
export const meaningOf = (words: readonly string[]): Set<string> => {
  const met = words.flatMap((word, at) => conceptsOf(word).map((concept) => ({ concept, at })));
  const meant = new Set<string>();
  met.forEach(({ concept, at }, i) => {
    meant.add(concept);
    for (const other of met.slice(i + 1)) {
      if (other.at === at || concept in worlds || other.concept in worlds) continue;
      if (other.at - at <= reach) meant.add(`${concept} ${other.concept}`);
      if (other.concept !== concept) meant.add([concept, other.concept].sort().join("+"));
    }
  });
  return meant;
};

const reach = 3;

const conceptsOf = (word: string): readonly string[] => {
  const known = remembered.get(word);
  if (known) return known;
  const begun = beginnings.filter(([start]) => word.startsWith(start)).map(([, concept]) => concept);
  const own = [...(exact.get(word) ?? []), ...begun];
  const all = [...new Set(own.length > 0 ? own : misspelt(word))];
  if (remembered.size < mostRemembered) remembered.set(word, all);
  return all;
};

const mostRemembered = 20_000;
const remembered = new Map<string, readonly string[]>();

/** The concepts of a known word that sounds the same, or else that is a slip or two away. */
const misspelt = (word: string): readonly string[] => {
  const same = bySound.get(sounded(word));
  if (same || word.length < fewestLetters || everyday.has(word)) return same ?? [];
  const slips = word.length < 9 ? 1 : 2;
  for (const [known, names] of exact) {
    if (known.length >= fewestLetters && known[0] === word[0] && editDistance(known, word, slips) <= slips) return names;
  }
  return [];
};

const fewestLetters = 6;
const everyday = new Set([...lexicon.es, ...lexicon.en]);

const exact = new Map<string, string[]>();
const bySound = new Map<string, string[]>();
const beginnings: [string, string][] = [];

const put = (map: Map<string, string[]>, word: string, concept: string) => map.set(word, [...(map.get(word) ?? []), concept]);

for (const [concept, list] of [...Object.entries(concepts), ...Object.entries(worlds)]) {
  for (const word of list.split(" ").map(fold)) {
    if (word.endsWith("*")) beginnings.push([word.slice(0, -1), concept]);
    else {
      put(exact, word, concept);
      put(bySound, sounded(word), concept);
    }
  }
}
