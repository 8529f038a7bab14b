import type { Locale } from "../locale.ts";
import type { Lexicon } from "./content/lexicon.ts";
import { buildIndex, type Doc, type Hit, type Index } from "./index/build.ts";
import { withRetold, type Retold } from "./retold.ts";

export type { Doc, Hit } from "./index/build.ts";

/** What the words of a field weigh: a heading says in a few words what its passage is about. */
const fields = { title: 2.4, heading: 3, asks: 2, names: 1.6, service: 4, text: 0.6, named: 2.4, under: 1.5, again: 0.4 };

/** The index of answers, with everyday synonyms and the translations of civic words. */
export const indexOf = (docs: Doc[], lexicon: Lexicon, snapshots?: string): Index => buildIndex(docs, { fields, lexicon, snapshots });

/**
 * The documents nearest to a question, best first, of both languages: one of the other language must be nearer by some.
 * A small shelf tells words apart less, so scores are taken by what a word is worth there that no document holds. A
 * passage of a document is also found by the articles that retell it, where `retold` names them.
 */
export const retrieve = (index: Index, question: string, from: Locale, limit: number, retold: Retold = new Map()): Hit[] => {
  const to: Locale = from === "es" ? "en" : "es";
  const share = (ofOther * index.terms(from).unseenIdf) / index.terms(to).unseenIdf;
  const others = index.search(question, { from, to, limit }).map((hit) => ({ ...hit, score: hit.score * share }));
  return withRetold([...index.search(question, { from, limit }), ...others].sort((a, b) => b.score - a.score), retold).slice(0, limit);
};

const ofOther = 0.85;
