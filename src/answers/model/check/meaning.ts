import type { Locale } from "../../../locale.ts";
import { locales } from "../../../locale.ts";
import { fold } from "../../../words.ts";
import type { Lexicon } from "../../content/lexicon.ts";
import { stem } from "../../index/stem.ts";
import { softWords } from "./soft-words.ts";

/** A word or known phrase that says something: its stems, and the concepts that it stands for. */
export type Said = { words: string[]; stems: string[]; concepts: number[]; name: boolean };
/** All that a text says. */
export type Vocabulary = { words: Set<string>; stems: Set<string>; concepts: Set<number> };
export type Meaning = {
  read: (text: string, locale: Locale) => Said[];
  vocabulary: (texts: string[], locale: Locale) => Vocabulary;
};

const longestPhrase = 5;

/** Reads what texts say, by the synonyms of each language and the concepts that both share. */
export const createMeaning = (lexicon: Lexicon): Meaning => {
  const book = conceptsByPhrase(lexicon);
  const read = (text: string, locale: Locale): Said[] => {
    const all = wordsOf(text).map((word) => ({ ...word, stem: stem(word.word, locale) }));
    const said: Said[] = [];
    for (let at = 0; at < all.length;) {
      const length = phraseAt(all.map((one) => one.stem), at, book[locale]);
      const part = all.slice(at, at + length);
      const stems = part.map((one) => one.stem);
      at += length;
      if (length === 1 && isSoft(part[0]!.word, locale)) continue;
      said.push({ words: part.map(({ word }) => word), stems, concepts: book[locale].get(stems.join(" ")) ?? [], name: part.some(({ name }) => name) });
    }
    return said;
  };
  const vocabulary = (texts: string[], locale: Locale): Vocabulary => {
    const words = texts.flatMap((text) => wordsOf(text).map(({ word }) => word));
    const concepts = texts.flatMap((text) => {
      const stems = wordsOf(text).map(({ word }) => stem(word, locale));
      return stems.flatMap((_, at) => phrasesAt(stems, at).flatMap((phrase) => book[locale].get(phrase) ?? []));
    });
    return { words: new Set(words), stems: new Set(words.map((word) => stem(word, locale))), concepts: new Set(concepts) };
  };
  return { read, vocabulary };
};

/** Whether a text's vocabulary holds what was said. A name is held only by itself. */
export const holds = ({ words, stems, concepts }: Vocabulary, said: Said): boolean =>
  said.words.every((word, i) => words.has(word) || stems.has(said.stems[i]!) || (!said.name && hasKin(word, words)))
  || said.concepts.some((concept) => concepts.has(concept));

const kinLength = 7;

/** The same long beginning ("solicitar", "solicitud"), or the same word in another form ("pida", "páguela"). */
const hasKin = (word: string, words: Set<string>): boolean => {
  const head = word.length >= kinLength ? word.slice(0, kinLength) : undefined;
  const root = rootOf(word);
  for (const other of words) if ((head !== undefined && other.startsWith(head)) || (root !== undefined && root === rootOf(other))) return true;
  return false;
};

const attached = /(?:se|me|te|le|les|lo|la|los|las|nos){1,2}$/;
const changed: [RegExp, string][] = [[/gu$/, "g"], [/qu$/, "c"], [/z$/, "c"], [/^pid/, "ped"], [/^sirv/, "serv"], [/^entreg.*/, "entreg"], [/ie/, "e"], [/ue(?=\p{L})/u, "o"]];

/** A Spanish verb's root: without its ending and what is attached to it, its spelling and vowel as in the infinitive. */
const rootOf = (word: string): string | undefined => {
  const bare = word.length > 5 ? word.replace(attached, "") : word;
  const root = bare.replace(ending, "");
  return root.length < 3 ? undefined : changed.reduce((text, [from, to]) => text.replace(from, to), root);
};
const ending = /(?<=\p{L}{3})(?:ar|er|ir|an|en|as|es|a|e|o|ando|iendo|ado|ada|ados|adas|ido|ida|idos|idas|ara|era|ira|aran|eran|iran)$/u;

const conceptsByPhrase = ({ glossary, synonyms }: Lexicon): Record<Locale, Map<string, number[]>> => {
  const book: Record<Locale, Map<string, number[]>> = { es: new Map(), en: new Map() };
  let next = 0;
  const add = (phrases: string[], locale: Locale, concept: number) => {
    for (const phrase of phrases) {
      const key = wordsOf(phrase).map(({ word }) => stem(word, locale)).join(" ");
      book[locale].set(key, [...(book[locale].get(key) ?? []), concept]);
    }
  };
  for (const concept of glossary) {
    for (const locale of locales) add(concept[locale], locale, next);
    next++;
  }
  for (const locale of locales) for (const group of synonyms[locale]) add(group, locale, next++);
  return book;
};

const phraseAt = (stems: string[], at: number, book: Map<string, number[]>): number =>
  phrasesAt(stems, at).reduce((longest, phrase, i) => (book.has(phrase) ? i + 1 : longest), 1);

const phrasesAt = (stems: string[], at: number): string[] =>
  Array.from({ length: Math.min(longestPhrase, stems.length - at) }, (_, i) => stems.slice(at, at + i + 1).join(" "));

/** Words without figures; a capital inside a sentence marks a name. */
const wordsOf = (text: string): { word: string; name: boolean }[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((match, i) => ({
    word: fold(match[0]),
    name: i > 0 && /^\p{Lu}/u.test(match[0]) && !/[.!?:¿¡"']\s*$/.test(text.slice(0, match.index)),
  }));

const isSoft = (word: string, locale: Locale): boolean => word.length < 2 || softWords[locale].has(word);
