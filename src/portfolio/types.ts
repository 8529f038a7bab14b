import type { Bilingual, Locale } from "../locale.ts";
import type { Need } from "../care/needs.ts";

export const entryKinds = ["service", "route", "institution", "office"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A part of an entry: a heading, and text in light markdown. */
export type Part = { heading: string; text: string };

export type EntrySource = { title: Bilingual; publisher?: string; url?: string; published?: string; seen?: string };

/** Something that the portfolio lists, in both languages. */
export type Entry = {
  /** Its kind and its id: "service/ppt". */
  id: string;
  kind: EntryKind;
  name: Bilingual;
  about: Bilingual;
  /** The topic of a service, the kind of an office; null for what has none. */
  group: Bilingual | null;
  needs: Need[];
  /** Ids of cities; "all": wherever one is. */
  cities: "all" | string[];
  provider: { name: Bilingual; url?: string; government: boolean } | null;
  cost: Bilingual | null;
  /** A price that all sources agree on. */
  price: { amount: number; currency: string } | null;
  /** Where it is done on the web. */
  online: string | null;
  parts: Record<Locale, Part[]>;
  sources: EntrySource[];
  demonstration: boolean;
  /** More words by which people look for it. */
  alsoCalled: string[];
};
