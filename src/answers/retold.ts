import { stemsOf } from "./index/stem.ts";
import type { Hit } from "./index/build.ts";
import { isDocument, subjectOf } from "./rank/candidate.ts";
import type { Passage } from "./types.ts";

/** By the id of an article's passage: the passages of the documents which it cites that it retells, and how nearly (0..1). */
export type Retold = ReadonlyMap<string, readonly { id: string; share: number }[]>;

/**
 * What articles say in plain words of published documents: by the words that both hold. Where the documents have
 * nothing of it in an article's language, it retells what its translation retells.
 */
export const retoldIn = (passages: readonly Passage[]): Retold => {
  const bySource = new Map<string, Print[]>();
  for (const passage of passages.filter(isDocument)) {
    const key = `${passage.locale}:${subjectOf(passage)}`;
    bySource.set(key, [...(bySource.get(key) ?? []), printOf(passage)]);
  }
  if (bySource.size === 0) return new Map();
  const articles = passages.filter((one) => !isDocument(one));
  const cited = articles.flatMap((passage) => {
    const sources = [...new Set(passage.cites.map(({ source }) => `${passage.locale}:${source.key}`))];
    const prints = sources.flatMap((key) => bySource.get(key) ?? []);
    return prints.length > 0 ? [{ article: printOf(passage), prints }] : [];
  });
  const weigh = rarityIn([...cited.map(({ article }) => article), ...[...bySource.values()].flat()]);
  const found = new Map(cited.map(({ article, prints }) => [article.passage.id, nearest(article, prints, weigh)]));
  for (const { id, pair, locale } of articles) {
    const translation = found.get(`${locale === "es" ? "en" : "es"}:${pair}`);
    if (!found.get(id)?.length && translation) found.set(id, translation);
  }
  return found;
};

/** How much of an article's score a passage gains that the article retells. */
const ofRetold = 0.45;

/** Passages of documents also by the articles that retell them in the words that people use; best first. */
export const withRetold = (hits: Hit[], retold: Retold): Hit[] => {
  if (retold.size === 0) return hits;
  const gained = gainsOf(hits, retold);
  const found = new Set(hits.map(({ id }) => id));
  const more = [...gained.keys()].filter((id) => !found.has(id)).map((id): Hit => ({ id, score: 0, confidence: 0 }));
  return [...hits, ...more].map((hit) => ({ ...hit, score: hit.score + ofRetold * (gained.get(hit.id) ?? 0) })).sort((a, b) => b.score - a.score);
};

/** A passage that an article retells, by its own words and by the article's strength; never before the article, which is easier to read. */
export const behindArticles = <T extends { passage: Passage; strength: number }>(ranked: T[], retold: Retold): T[] => {
  if (retold.size === 0) return ranked;
  const gained = gainsOf(ranked.map(({ passage: { id }, strength }) => ({ id, score: strength })), retold);
  return ranked
    .map((one) => ({ one, gain: gained.get(one.passage.id) ?? 0 }))
    .map(({ one, gain }) => ({ ...one, strength: Math.max(one.strength, Math.min(one.strength + lift * gain, gain - behind)) }))
    .sort((a, b) => b.strength - a.strength);
};
const behind = 0.01;
const lift = 0.5;

/** By the passage of a document, the best score of an article that retells it. */
const gainsOf = (hits: readonly Pick<Hit, "id" | "score">[], retold: Retold): Map<string, number> => {
  const gained = new Map<string, number>();
  for (const { id: article, score } of hits) {
    for (const { id, share } of retold.get(article) ?? []) gained.set(id, Math.max(gained.get(id) ?? 0, score * share));
  }
  return gained;
};

type Print = { passage: Passage; stems: Set<string> };

const printOf = (passage: Passage): Print => ({ passage, stems: new Set(stemsOf(`${passage.heading} ${passage.text}`, passage.locale)) });

type Weigh = (stems: Iterable<string>) => number;

const rarityIn = (prints: Print[]): Weigh => {
  const holding = new Map<string, number>();
  for (const { stems } of prints) for (const stem of stems) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  return (stems) => {
    let sum = 0;
    for (const stem of stems) sum += Math.log(1 + prints.length / (holding.get(stem) ?? 1));
    return sum;
  };
};

const leastAlike = 0.1;
const leastShare = 0.5;

/** Those alike at least half as much as the one most alike. */
const nearest = (article: Print, prints: Print[], weigh: Weigh): { id: string; share: number }[] => {
  const mass = weigh(article.stems);
  const alike = prints.map(({ passage, stems }) => ({
    id: passage.id, alike: weigh([...article.stems].filter((stem) => stems.has(stem))) / Math.sqrt(mass * weigh(stems)),
  }));
  const most = Math.max(...alike.map((one) => one.alike));
  return most < leastAlike ? [] : alike.filter((one) => one.alike >= leastShare * most).map((one) => ({ id: one.id, share: one.alike / most }));
};
