import MiniSearch from "minisearch";
import stemmers from "snowball-stemmers";
import { loadKnowledge } from "../answers/knowledge.ts";
import { indexOf, retrieve, type Doc } from "../answers/retrieve.ts";
import { tokens } from "../words.ts";

/**
 * Speed side by side with a peer, in one run: the index that answers use and MiniSearch (Snowball stems, fuzzy 0.2) over
 * the published Spanish passages, repeated with changed words up to each size. `npm run bench -- 1000 10000`.
 */
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const { knowledge } = loadKnowledge("knowledge");
const published = knowledge.passages.filter(({ locale }) => locale === "es");
const questions = published.slice(0, 200).map(({ asks, heading }) => asks[0] ?? heading);
const stem = stemmers.newStemmer("spanish");

/** A passage again with every fifth word replaced: a larger corpus of the same shape. */
const repeated = (n: number): Doc[] =>
  Array.from({ length: n }, (_, i) => {
    const { heading, text } = published[i % published.length]!;
    const round = Math.floor(i / published.length);
    const words = text.split(" ").map((word, at) => (round > 0 && (at + round) % 5 === 0 ? `${word}${round % 97}` : word));
    return { id: String(i), lang: "es", fields: { title: heading, text: words.join(" ") } };
  });

const timed = (ask: (question: string) => unknown) => {
  for (const question of questions.slice(0, 20)) ask(question);
  const times = questions.map((question) => {
    const start = performance.now();
    ask(question);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { p50: times[Math.floor(times.length * 0.5)]!, p99: times[Math.floor(times.length * 0.99)]! };
};

console.log("| passages | ours p50 ms | p99 ms | MiniSearch p50 ms | p99 ms | ratio of the medians |\n|---|---|---|---|---|---|");
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) {
  const docs = repeated(size);
  const ours = indexOf(docs, knowledge.lexicon);
  const peer = new MiniSearch({
    fields: ["title", "text"],
    tokenize: tokens,
    processTerm: (term) => stem.stem(term),
    searchOptions: { fuzzy: 0.2 },
  });
  peer.addAll(docs.map(({ id, fields }) => ({ id, ...fields })));
  const a = timed((question) => retrieve(ours, question, "es", 10));
  const b = timed((question) => peer.search(question));
  console.log(`| ${size} | ${a.p50.toFixed(2)} | ${a.p99.toFixed(2)} | ${b.p50.toFixed(2)} | ${b.p99.toFixed(2)} | ${(b.p50 / a.p50).toFixed(1)} |`);
}
