import { type Locale, locales } from "../../locale.ts";
import { editDistance, tokens } from "../../words.ts";
import type { Choice } from "../types.ts";
import { ordinal } from "./ordinal.ts";
import { isUnsure, yesOrNo } from "./yesno.ts";

type Title = (title: Choice["title"], locale: Locale) => string;

/**
 * Which option a citizen means: its value or title in either language, its number ("2", "la segunda"), yes or no
 * where one option is that, or words that only one title has, typos allowed. Null: none of them.
 */
export const matchChoice = (options: Choice[], text: string, title: Title): { value: string } | { ambiguous: string[] } | null => {
  const words = tokens(text);
  if (words.length === 0) return null;
  const named = options.map(({ value, title: name }) => (
    { value, names: [tokens(value), ...locales.map((locale) => tokens(title(name, locale)))] }
  ));
  const exact = named.filter(({ names }) => names.some((name) => name.join(" ") === words.join(" ")));
  if (exact.length) return chosen(exact);
  const place = ordinal(text, withoutBeside(options).length) ?? ordinal(text, options.length);
  if (place !== null) return { value: options[place]!.value };
  if (isUnsure(text) && options.some(({ value }) => value === "unsure")) return { value: "unsure" };
  const reply = yesOrNo(text);
  const replied = reply ? options.filter(({ value, title: name }) => replies[reply].has(value) || begins(reply, value, locales.map((locale) => title(name, locale)))) : [];
  if (replied.length === 1) return chosen(replied);
  return reply || isQuestion(text, words) ? null : byWords(named, words.filter((word) => !filler.has(word)));
};

/** "The last one" is the last of what is offered, not the way round it below. */
export const withoutBeside = (options: Choice[]): Choice[] => {
  const last = options.findLastIndex(({ value }) => value !== "other" && value !== "list");
  return last > 0 ? options.slice(0, last + 1) : options;
};

const replies = {
  yes: new Set(["yes", "accept", "agree", "send", "confirm", "continue", "correct", "keep"]),
  no: new Set(["no", "decline", "reject", "refuse", "disagree", "never", "none"]),
};

/** "Sí, hace tres años": whoever says yes means that one, if it is the only one. "No sé" is no "no". */
const begins = (reply: "yes" | "no", value: string, titles: string[]): boolean =>
  value !== "unsure" && titles.some((title) => /^(?:sí|no|yes)(?=,)/iu.test(title) && yesOrNo(title.split(",")[0]!) === reply);

const chosen = (found: { value: string }[]) =>
  found.length === 1 ? { value: found[0]!.value } : { ambiguous: found.map(({ value }) => value) };

const asking = new Set([
  "que", "como", "cuando", "donde", "cuanto", "cuanta", "cuantos", "cuantas", "cual", "cuales", "quien", "porque",
  "what", "how", "when", "where", "which", "who", "why", "can", "could", "does", "do", "is", "are",
]);

/** A question is answered, not taken as a choice for a word in it; "¿y los requisitos?" only names one. */
const isQuestion = (text: string, words: string[]): boolean =>
  words.filter((word) => !filler.has(word) && !asking.has(word)).length > 1
  && (text.includes("?") || text.includes("¿") || asking.has(words[0]!));

const filler = new Set([
  "el", "la", "los", "las", "lo", "un", "una", "de", "del", "por", "para", "favor", "quiero", "quisiera", "seria", "es", "mi", "me",
  "en", "a", "y", "con", "gracias", "opcion", "numero", "esa", "ese", "escojo", "elijo", "prefiero", "deseo", "necesito", "creo", "que", "cual", "cuales",
  "the", "an", "of", "i", "want", "would", "like", "to", "please", "my", "is", "it", "in", "and", "with", "thanks", "option",
  "number", "that", "one", "choose", "prefer", "need", "think", "for", "d", "what", "which",
]);

const negations = new Set(["no", "ni", "sin", "nunca", "tampoco", "not", "dont", "don", "without", "never", "neither"]);

type Named = { value: string; names: string[][] };

/** Words weigh more the fewer options have them. More than half of what was said must be in the title. */
const byWords = (options: Named[], words: string[]) => {
  if (words.length === 0) return null;
  const negated = (option: Named) => words.some((word) => negations.has(word) && !likeness(option, word));
  const scored = options.filter((option) => !negated(option)).map((option) => {
    const marks = words.map((word) => likeness(option, word) / options.filter((other) => likeness(other, word)).length || 0);
    return { value: option.value, hits: marks.filter(Boolean).length, score: marks.reduce((sum, mark) => sum + mark, 0) };
  }).filter(({ hits }) => hits * 2 > words.length);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const near = scored.filter(({ score }) => score > best - 0.1);
  return near.length ? chosen(near) : null;
};

/** How well a word stands for one of an option's: 1 the same, less for its beginning or a typo, 0 not. */
const likeness = ({ names }: Named, word: string): number =>
  Math.max(0, ...names.flat().filter((own) => !filler.has(own)).map((own) => {
    if (own === word) return 1;
    if (word.length >= 4 && (own.startsWith(word) || (own.length >= 4 && word.startsWith(own)))) return 0.9;
    const typos = Math.min(word.length, own.length) >= 8 ? 2 : Math.min(word.length, own.length) >= 4 ? 1 : 0;
    return typos && editDistance(word, own, typos) <= typos ? 0.8 : 0;
  }));
