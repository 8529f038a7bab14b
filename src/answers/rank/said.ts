import { locales, type Locale } from "../../locale.ts";
import { tokens } from "../../words.ts";
import { stem } from "../index/stem.ts";
import type { Passage } from "../types.ts";

/** What the very words of a question say for a passage, beside what it has in common with them. */
export type Said = {
  /** Somebody who reviewed the passage wrote down this question as one that it answers. */
  verbatim: (passage: Passage) => boolean;
  /** It asks what a thing is, and the passage says what this thing is. */
  defines: (passage: Passage) => boolean;
};

/** Reads a question by its words in their order, of which an index keeps nothing. */
export const createSaid = (passages: readonly Passage[]): ((question: string, locale: Locale) => Said) => {
  const asks = new Map(locales.map((locale) => [locale, asksIn(passages.filter((one) => one.locale === locale))]));
  return (question, locale) => {
    const pairs = asks.get(locale)!.get(keyOf(question));
    const thing = thingAsked(question, locale);
    return {
      verbatim: ({ pair }) => pairs?.has(pair) ?? false,
      defines: (passage) => thing !== undefined && [passage.heading, ...passage.asks].some((said) => isThing(thing, said, passage.locale)),
    };
  };
};

const asksIn = (passages: readonly Passage[]): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { pair, heading, asks } of passages) {
    for (const key of [heading, ...asks].map(keyOf)) found.set(key, (found.get(key) ?? new Set()).add(pair));
  }
  return found;
};

const articles = /^(?:el|la|los|las|un|una|lo|al|del|the|a|an|my|mi)$/;

/** The words without articles, as two people may write the same question. */
const keyOf = (text: string): string => tokens(text).filter((word) => !articles.test(word)).join(" ");

const definition: Record<Locale, RegExp> = {
  es: /^(?:hola )?(?:y )?(?:(?:que|q|k) (?:es eso de|es|son|significa|quiere decir)|a que se refiere|definicion de|significado de) (.+)$/,
  en: /^(?:hi |hello )?(?:and )?(?:what(?: i)?s|what is|what are|whats|meaning of|definition of|what does|what do) (.+?)(?: means?| stand for)?$/,
};
const mostOfThing = 4;

/** The stems of the thing in "what is the PPT?"; undefined for a question that asks more than that. */
const thingAsked = (question: string, locale: Locale): string[] | undefined => {
  const thing = definition[locale].exec(tokens(question).join(" "))?.[1];
  const words = thing?.split(" ").filter((word) => !articles.test(word)) ?? [];
  return words.length > 0 && words.length <= mostOfThing ? words.map((word) => stem(word, locale)) : undefined;
};

/** "¿Qué es el Estatuto y qué es el PPT?" says what both are. */
const isThing = (thing: string[], said: string, locale: Locale): boolean =>
  said.split(/[?;,]|\s(?:y|and)\s/u).some((part) => {
    const other = thingAsked(part, locale);
    return other !== undefined && other.length === thing.length && thing.every((one) => other.includes(one));
  });
