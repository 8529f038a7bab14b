import type { Locale } from "../locale.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Passage } from "./types.ts";

/** Passages by their pair, in a language. */
export const createShelves = (knowledge: Knowledge) => {
  const byId = new Map(knowledge.passages.map((passage) => [passage.id, passage]));
  return {
    passage: (pair: string, locale: Locale): Passage | undefined =>
      byId.get(`${locale}:${pair}`) ?? byId.get(`${locale === "es" ? "en" : "es"}:${pair}`),
  };
};
