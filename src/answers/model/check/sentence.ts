import type { Locale } from "../../../locale.ts";
import { tokens } from "../../../words.ts";
import { languageOf } from "../../ingest/language.ts";
import type { Evidence, Stretch, Unit } from "../evidence.ts";
import { figuresIn, isAmong, type Figure } from "./figures.ts";
import { agrees, isPriceWord, marksOf, type Marks } from "./marks.ts";
import { holds, type Meaning, type Said, type Vocabulary } from "./meaning.ts";
import { clausesOf, flat, plain } from "./plain.ts";

export type Sentence = { text: string; cites: string[] };
export type Doubt = "source" | "length" | "markup" | "link" | "language" | "figure" | "swapped" | "unsupported" | "sense" | "undated";

const longest = 400;
/** How many words of a clause the passages may lack: none of a short one, at most this share of a longer one. */
const mostUnheld = 0.2;

/** Holds a sentence of a model against the passages that it cites; undefined when they say all of it. */
export const doubtOf = ({ text: written, cites }: Sentence, all: Evidence[], locale: Locale, meaning: Meaning): Doubt | undefined => {
  const cited = all.filter(({ id }) => cites.includes(id));
  if (cites.length === 0 || cited.length < new Set(cites).size) return "source";
  const text = plain(withoutTokens(written, cited));
  if (text.length > longest) return "length";
  if (text.startsWith("#") || /[^\p{Script=Latin}\p{P}\p{Sc}\p{Zs}\p{M}0-9%+°º]/u.test(text) || /[<>[\]{}\\`|*_]/.test(text)) return "markup";
  if (isLink.test(text)) return "link";
  const spoken = languageOf(text);
  if (spoken !== undefined && spoken !== locale) return "language";
  if (cited.some(({ units }) => units.some((unit) => flat(unit.text) === flat(text)))) return undefined;
  return figureDoubt(text, cited, locale, meaning)
    ?? (clausesOf(text).some((clause) => !isHeld(clause, cited, locale, meaning)) ? "unsupported" : undefined)
    ?? (clausesOf(text).some((clause) => !hasSense(clause, text, cited, locale, meaning)) ? "sense" : undefined);
};

const withoutTokens = (written: string, cited: Evidence[]): string =>
  cited.flatMap(({ links }) => [...links.keys()]).reduce((text, token) => text.replaceAll(token, ""), written);

const isLink = /https?:|www\.|:\/\/|(?<![\p{L}\p{N}@.])[\p{L}\p{N}-]{2,}\.(?:[\p{L}\p{N}-]+\.)*\p{Ll}{2,}(?![\p{L}\p{N}])/u;

/** Each figure must stand in a published clause that is about the same; and no other such clause may be nearer. */
const figureDoubt = (text: string, cited: Evidence[], locale: Locale, meaning: Meaning): Doubt | undefined => {
  const units = cited.flatMap((one) => one.units);
  const parts = clausesOf(text);
  const isParted = parts.flatMap(figuresIn).length === figuresIn(text).length;
  for (const part of isParted ? parts : [text]) {
    const figures = figuresIn(part).filter((figure) => !cited.some(({ sourceFigures }) => isAmong(figure, sourceFigures)));
    const words = meaning.read(part, locale);
    if (words.length === 0 && figures.length > 1) {
      if (!units.some((one) => figures.every((figure) => isAmong(figure, one.figures)))) return "figure";
      continue;
    }
    const alone = words.length < 2 || !isParted;
    for (const figure of figures) {
      const doubt = alone ? oneDoubt(figure, meaning.read(text, locale), units) : oneDoubt(figure, words, units.flatMap((one) => [one, ...one.clauses]));
      if (doubt) return doubt;
    }
  }
  return undefined;
};

const oneDoubt = (figure: Figure, words: Said[], stretches: Stretch[]): Doubt | undefined => {
  const holding = stretches.filter((one) => isAmong(figure, one.figures));
  if (holding.length === 0) return "figure";
  const rivals = stretches.filter((one) => !isAmong(figure, one.figures) && one.figures.some((other) => isKind(other, figure)));
  const nearness = (some: Stretch[]) => Math.max(-1, ...some.map(({ vocabulary }) => heldCount(words, vocabulary)));
  return nearness(rivals) > nearness(holding) ? "swapped" : undefined;
};

const isKind = (one: Figure, other: Figure): boolean =>
  one.kind === other.kind && (one.kind === "number" ? one.unit : undefined) === (other.kind === "number" ? other.unit : undefined);

const heldCount = (words: Said[], vocabulary: Vocabulary): number => words.filter((word) => holds(vocabulary, word)).length;

/** Whether the passages say the words of a clause; a name that they do not say is never held. */
const isHeld = (clause: string, cited: Evidence[], locale: Locale, meaning: Meaning): boolean => {
  const words = meaning.read(clause, locale);
  const unheld = words.filter((word) => !cited.some(({ vocabulary }) => holds(vocabulary, word)));
  return unheld.every(({ name }) => !name) && unheld.length <= Math.floor(words.length * mostUnheld);
};

/** Whether the published clause nearest to this one has the same sense: what is free, denied, ordered, allowed, limited. */
const hasSense = (clause: string, sentence: string, cited: Evidence[], locale: Locale, meaning: Meaning): boolean => {
  const marks = marksOf(clause);
  const read = (text: string) => meaning.read(text, locale).filter(({ words }) => !words.every(isPriceWord));
  const own = read(clause);
  if (own.length === 0 && marks.price === undefined) return isSaid(clause, cited) || isUnmarked(marks);
  const words = own.length > 0 ? own : read(sentence);
  const units = cited.flatMap((one) => one.units);
  const plainly = own.length > 0 ? nearestUnits(words, units) : nearest(words, units);
  const joined = nearest(words, cited.flatMap((one) => one.joined));
  if (joined.share > plainly.share) return joined.found.some((one) => agrees(marks, one.marks));
  return plainly.found.some((one) => agrees(marks, one.marks))
    || (joined.share === plainly.share && plainly.found.some((one) => agrees({ ...marks, price: undefined }, one.marks)) && joined.found.some((one) => agrees(marks, one.marks)));
};

type Near<T> = { share: number; found: T[] };

const nearest = <T extends Stretch>(words: Said[], some: T[]): Near<T> => {
  const held = some.map(({ vocabulary }) => heldCount(words, vocabulary));
  const share = Math.max(-1, ...held);
  return { share, found: some.filter((_, i) => held[i] === share) };
};

/** The nearest sentences; of each only the clause that alone is as near, where there is one. */
const nearestUnits = (words: Said[], units: Unit[]): Near<Stretch> => {
  const { share, found } = nearest(words, units);
  return { share, found: found.flatMap((unit): Stretch[] => {
    const clauses = nearest(words, unit.clauses);
    return clauses.share === share ? clauses.found : [unit];
  }) };
};

/** Small words alone: they stand together somewhere, as they are. */
const isSaid = (clause: string, cited: Evidence[]): boolean => {
  const words = tokens(clause);
  return cited.some(({ units }) => units.some(({ text }) => {
    const said = new Set(tokens(text));
    return words.every((word) => said.has(word));
  }));
};

const isUnmarked = ({ price, denials, duties, bounds }: Marks): boolean =>
  price === undefined && denials === "none" && duties.size === 0 && bounds.size === 0;

const verdict = /^(?:sí|si|yes|no)(?:[.,;:!]\s+)(?=\p{L})/iu;

/** A sentence without the "yes" or "no" that its passages do not say: what follows must stand by itself. */
export const withoutVerdict = ({ text, cites }: Sentence, all: Evidence[]): Sentence => {
  const said = verdict.exec(text.trim())?.[0];
  if (said === undefined) return { text, cites };
  const word = new RegExp(`^${/^no/i.test(said) ? "no" : "(?:si|yes)"}(?!\\p{L})`, "u");
  if (all.some(({ id, units }) => cites.includes(id) && units.some((unit) => word.test(flat(unit.text))))) return { text, cites };
  const rest = text.trim().slice(said.length);
  return { text: rest.charAt(0).toUpperCase() + rest.slice(1), cites };
};
