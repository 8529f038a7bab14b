import type { Locale } from "../locale.ts";

/**
 * A text as sentences of words, without what is not read as language. Markup goes; a line and an item of a list end a
 * sentence; a citation in brackets ("(Ley 1581 de 2012, art. 9)") goes whole, for it is a reference and no sentence.
 */
export const sentencesOf = (text: string, locale: Locale): string[][] =>
  bare(text)
    .split("\n")
    .flatMap((line) => shortenings[locale].reduce((read, [short, whole]) => read.replace(short, whole), line).split(ending))
    .map((sentence) => sentence.match(word) ?? [])
    .filter((words) => words.length > 0);

/**
 * Flesch's own rule for what is not spelled out: figures, abbreviations and symbols count as one word of one syllable.
 * So do addresses of the web and the params of a text, which stand for such values.
 */
export const isFigure = (written: string): boolean => /\p{N}|[@/_]|\w\.\w/u.test(written) || (/^\p{Lu}{2,}s?$/u.test(written));

const bare = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/gu, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/\{\{[^}]*\}\}/gu, "0")
    .replace(/\((?:\d+\s)?(?:leye?s?|decretos?|resoluci[oó]n|arts?\.|art[ií]culos?|cpaca|law|decree|resolution|articles?)\b[^)]*\)/giu, "")
    .replace(/https?:\/\/\S+[\w/]/gu, "0")
    .replace(/\*\*|^#+\s|^\s*(?:-|\d+\.)\s/gmu, "");

/** A mark that ends a sentence, before a blank and what may begin one. */
const ending = /(?<=[.!?…]["»”’)]*)\s+(?=[\p{Lu}\p{N}¿¡«“"(])/u;

/** Whose point ends no sentence. */
const shortenings: Record<Locale, [short: RegExp, whole: string][]> = {
  es: [[/\barts?\. /giu, "artículo "], [/\b([ap])\. m\./giu, "$1m"], [/\bD\. C\./gu, "DC"], [/\bno\. (?=\d)/giu, "número "], [/\bSra?\. /gu, "señor "], [/\bEE\. UU\./gu, "EEUU"]],
  en: [[/\barts?\. /giu, "article "], [/\b([ap])\. m\./giu, "$1m"], [/\bD\. C\./gu, "DC"], [/\bno\. (?=\d)/giu, "number "], [/\bMrs?\. /gu, "mister "]],
};

const word = /[\p{L}\p{N}]+(?:[.,:/@_'’–-][\p{L}\p{N}]+)*/gu;
