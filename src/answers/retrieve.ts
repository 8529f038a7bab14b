import type { Locale } from "../locale.ts";
import type { Lexicon } from "./content/lexicon.ts";
import { buildIndex, type Doc, type Hit, type Index } from "./index/build.ts";

export type { Doc, Hit } from "./index/build.ts";

/** What the words of a field weigh: a heading says in a few words what its passage is about. */
const fields = { title: 2.4, heading: 3, asks: 2, names: 1.6, service: 4, text: 0.6 };

/** The index of answers, with everyday synonyms and the translations of civic words. */
export const indexOf = (docs: Doc[], lexicon: Lexicon, snapshots?: string): Index => buildIndex(docs, { fields, lexicon, snapshots });

/**
 * The documents nearest to a question, best first: those of its own language, unless they hold less than `weak` of
 * its telling words and the other language holds more.
 */
export const retrieve = (index: Index, question: string, from: Locale, limit: number, weak = 0.3): Hit[] => {
  const own = index.search(question, { from, limit });
  const best = own[0]?.confidence ?? 0;
  if (best >= weak) return own;
  const other = index.search(question, { from, to: from === "es" ? "en" : "es", limit });
  return (other[0]?.confidence ?? 0) > best ? other : own;
};
