import { editDistance, tokens } from "../words.ts";
import type { Entry, EntryKind } from "./types.ts";

/** What is looked for: words, and what an entry must be. */
export type Wanted = { q: string; kind?: EntryKind; need?: string; city?: string };

/** An entry with its words, folded: those of its name weigh most, then its other names. */
type Shelved = { entry: Entry; name: string[]; called: string[]; words: string[] };

export const shelve = (entries: readonly Entry[]): Shelved[] => entries.map((entry) => {
  const { name, alsoCalled, about, group, provider, parts } = entry;
  const rest = [about.es, about.en, group?.es, group?.en, provider?.name.es, provider?.name.en, ...[...parts.es, ...parts.en].flatMap(({ heading, text }) => [heading, text])];
  return { entry, name: distinct([name.es, name.en]), called: distinct(alsoCalled), words: distinct(rest) };
});

const distinct = (texts: readonly (string | undefined)[]): string[] => [...new Set(texts.flatMap((text) => (text ? tokens(text) : [])))];

/** What fits, best first; without words in the order of the shelf. Every word that tells something must be found; `fillers` tell nothing. */
export const find = (shelf: readonly Shelved[], fillers: ReadonlySet<string>, { q, kind, need, city }: Wanted): Entry[] => {
  const fitting = shelf.filter(({ entry }) =>
    (kind === undefined || entry.kind === kind)
    && (need === undefined || (entry.needs as readonly string[]).includes(need))
    && (city === undefined || entry.cities === "all" || entry.cities.includes(city)));
  const asked = telling(q, fillers);
  const scored = fitting.map((shelved) => ({ entry: shelved.entry, score: scoreOf(shelved, asked) + (city !== undefined && shelved.entry.cities !== "all" ? 0.5 : 0) }));
  // Where names say it, what only mentions it is left out.
  const least = Math.max(1, ...scored.map(({ score }) => score / 2));
  return scored.filter(({ score }) => asked.length === 0 || score >= least).toSorted((a, b) => b.score - a.score).map(({ entry }) => entry);
};

/** Unless there is nothing else ("CE"). */
const telling = (q: string, fillers: ReadonlySet<string>): string[] => {
  const all = tokens(q).slice(0, 12);
  const told = all.filter((word) => word.length > 2 && !fillers.has(word));
  return told.length > 0 ? told : all;
};

const scoreOf = ({ name, called, words }: Shelved, asked: readonly string[]): number => {
  let sum = 0;
  for (const word of asked) {
    const found = Math.max(4 * likest(name, word), 3 * likest(called, word), likest(words, word));
    if (found === 0) return 0;
    sum += found;
  }
  return asked.length === 0 ? 0 : Math.max(1, sum);
};

/** 1 for the word itself, less for its beginning, less again for a slip of the finger. */
const likest = (known: readonly string[], word: string): number => {
  if (known.includes(word)) return 1;
  if (word.length >= 4 && known.some((each) => each.startsWith(word) || (each.length >= 4 && word.startsWith(each)))) return 0.8;
  return word.length >= 5 && known.some((each) => each.length >= 5 && editDistance(each, word, 1) <= 1) ? 0.6 : 0;
};
