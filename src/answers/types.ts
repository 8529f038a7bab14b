import type { Bilingual, Locale } from "../locale.ts";
import type { Confusable } from "./content/confusable.ts";

/** Where a fact was published. Dates are ISO days, months or years. */
export type Source = {
  key: string;
  title: Bilingual;
  publisher: string;
  url?: string;
  published?: string;
  seen: string;
  kind: "law" | "official" | "document" | "press" | "guide";
};

/** The smallest thing that is found and quoted: a heading of an article, or one aspect of a service. */
export type Passage = {
  /** Language and pair: `es:derecho-de-peticion#terms`. */
  id: string;
  /** What a passage shares with its translation: `derecho-de-peticion#terms`, `service:sc-1#cost`. */
  pair: string;
  locale: Locale;
  title: string;
  heading: string;
  text: string;
  asks: string[];
  cites: { source: Source; article?: string }[];
  topic: string;
  service?: string;
  aspect?: Aspect;
  /** True where the passage says that the datum is not known. */
  unknown: boolean;
  reviewed: string;
};

export const aspects = ["summary", "who", "requirements", "steps", "cost", "where", "time", "validity", "fact"] as const;
export type Aspect = (typeof aspects)[number];

/**
 * found: `passages` answer, best first · lookalike: the services of `family`, or the choices of `which`, must be told apart first ·
 * unknown: the passage says that the datum is not published · none: nothing is near enough.
 */
export type Answer =
  | { kind: "found"; passages: Passage[]; score: number }
  | { kind: "lookalike"; family: string; services: string[]; aspect?: Aspect; which?: Confusable; score: number }
  | { kind: "unknown"; passages: Passage[]; score: number }
  | { kind: "none"; near: Passage[]; score: number };
