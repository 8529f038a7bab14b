import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import stemmers from "snowball-stemmers";
import { loadKnowledge } from "../answers/knowledge.ts";
import { indexOf, retrieve, type Doc } from "../answers/retrieve.ts";
import { tokens } from "../words.ts";
import { chatNoise } from "./chat-noise.ts";

/**
 * Speed, memory and recall side by side with a peer, in one run: the index that answers use and MiniSearch (Snowball
 * stems, fuzzy 0.2) over the published Spanish passages, repeated with changed words up to each size.
 * `npm run bench -- 1000 10000`.
 */
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const { knowledge } = loadKnowledge("knowledge");
const published = knowledge.passages.filter(({ locale }) => locale === "es");
const asked = published.slice(0, Math.min(1000, ...sizes)).flatMap(({ asks, heading }, at) =>
  (at % 2 === 0 ? [{ id: String(at), clean: asks[0] ?? heading }] : []));
const questions = asked.map((one, at) => ({ ...one, noisy: chatNoise(one.clean, at) }));
const stem = stemmers.newStemmer("spanish");

/** A passage again with every fifth word replaced: a larger corpus of the same shape. */
const repeated = (n: number): Doc[] =>
  Array.from({ length: n }, (_, i) => {
    const { heading, text } = published[i % published.length]!;
    const round = Math.floor(i / published.length);
    const words = text.split(" ").map((word, at) => (round > 0 && (at + round) % 5 === 0 ? `${word}${round % 97}` : word));
    return { id: String(i), lang: "es", fields: { title: round > 0 ? `${heading} ${round}` : heading, text: words.join(" ") } };
  });

type Ask = (question: string) => string | undefined;

const measured = (ask: Ask, kind: "clean" | "noisy") => {
  for (const question of questions.slice(0, 20)) ask(question[kind]);
  const times: number[] = [];
  let found = 0;
  for (const question of questions) {
    const start = performance.now();
    const first = ask(question[kind]);
    times.push(performance.now() - start);
    if (first === question.id) found++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!;
  return { p50: at(0.5), p99: at(0.99), recall: (100 * found) / questions.length };
};

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const megabytes = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const built = <T>(make: () => T) => {
  const before = megabytes();
  const index = make();
  return { index, memory: megabytes() - before };
};

const row = (name: string, size: number, memory: number, ask: Ask) => {
  const [clean, noisy] = [measured(ask, "clean"), measured(ask, "noisy")];
  console.log(`| ${size} | ${name} | ${clean.p50.toFixed(2)} | ${clean.p99.toFixed(2)} | ${noisy.p99.toFixed(2)} | ${memory.toFixed(0)} | ${clean.recall.toFixed(1)} | ${noisy.recall.toFixed(1)} |`);
  return clean.p50;
};

console.log("| passages | index | p50 ms | p99 ms | p99 noisy | MB | recall@1 | noisy |\n|---|---|---|---|---|---|---|---|");
for (const size of sizes.length > 0 ? sizes : [1000, 100_000]) {
  const docs = repeated(size);
  const ours = built(() => indexOf(docs, knowledge.lexicon));
  const median = row("ours", size, ours.memory, (question) => retrieve(ours.index, question, "es", 10)[0]?.id);
  const peer = built(() => {
    const index = new MiniSearch({ fields: ["title", "text"], tokenize: tokens, processTerm: (term) => stem.stem(term), searchOptions: { fuzzy: 0.2 } });
    index.addAll(docs.map(({ id, fields }) => ({ id, ...fields })));
    return index;
  });
  const other = row("MiniSearch", size, peer.memory, (question) => peer.index.search(question)[0]?.id as string | undefined);
  console.log(`| ${size} | ratio of the medians | ${(other / median).toFixed(1)} | | | | | |`);
}
