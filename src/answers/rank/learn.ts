import { join } from "node:path";
import { answerDefaults } from "../options.ts";
import { loadKnowledge } from "../knowledge.ts";
import { subjectOf } from "./candidate.ts";
import { strengthOf, sureFacts } from "./strength.ts";
import { examplesOf, type Example } from "./learn/examples.ts";
import { listwise, logistic } from "./learn/regress.ts";
import { rankWeights, sureWeights } from "./weights.ts";
import type { Features } from "./features.ts";

/**
 * Learns the weights of `weights.ts` from the knowledge's own asks and prints them: `node src/answers/rank/learn.ts`.
 * Two thirds of the made questions teach, one third tells how well.
 */
const { knowledge } = loadKnowledge(join(import.meta.dirname, "..", "..", "..", "knowledge"));
const [first, second, kept] = [1, 2, 3].map((seed) => examplesOf(knowledge, seed, 1500)) as [Example[], Example[], Example[]];
const names = Object.keys(rankWeights) as (keyof Features)[];

/** What an answer shows besides the best passage counts as well. */
const shownBeside = answerDefaults.beside;

const rows = ({ candidates }: Example) => candidates.map(({ features }) => names.map((name) => features[name]));
const lists = (examples: Example[]) => examples.filter(({ right }) => right >= 0).map((one) => ({ rows: rows(one), right: one.right }));
const ranking = listwise(lists([...first, ...second]), names.length);
const learned: Partial<Features> = Object.fromEntries(names.map((name, i) => [name, rounded(ranking[i]!)]));
console.log("rankWeights", learned);

const judged = (examples: Example[]) => examples.flatMap(({ candidates, reading, right, strange }) => {
  const ranked = candidates.map((one) => ({ ...one, strength: strengthOf(one.features, learned) })).sort((a, b) => b.strength - a.strength);
  const [best] = ranked;
  if (!best) return [];
  const wanted = candidates[right];
  const shown = ranked.filter(({ passage, strength }) => subjectOf(passage) === subjectOf(best.passage) && strength >= best.strength - shownBeside).slice(0, 2);
  const label = shown.some(({ passage }) => passage === wanted?.passage) ? 1 : 0;
  return [{ row: Object.values(sureFacts(best, ranked, reading)), label, strange, hit: wanted?.passage === best.passage }];
});
/** Foreign questions are few among the made ones and many among those that come. */
const teaching = judged([...first, ...second]).flatMap((one) => Array<typeof one>(one.strange ? 4 : 1).fill(one));
const deciding = logistic(teaching.map(({ row }) => row), teaching.map(({ label }) => label), Object.keys(sureWeights).length);
console.log("sureWeights", Object.fromEntries(Object.keys(sureWeights).map((name, i) => [name, rounded(deciding[i]!)])));

const tried = judged(kept);
console.log({ questions: tried.length, best: share(tried, ({ hit }) => hit), shown: share(tried, ({ label }) => label === 1), strange: share(tried, ({ strange }) => strange) });

function share<T>(list: T[], holds: (one: T) => boolean): number {
  return rounded(list.filter(holds).length / list.length);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
