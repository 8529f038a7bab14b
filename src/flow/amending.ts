import { fold, tokens } from "../words.ts";

/** What a correction in free words says: what stood there, what it becomes, and all its words. */
export type Amendment = { old: string; now: string; words: string };

/** "It is 2023 and 2024, not 2022 and 2023", "the window is wrong: it was not 3, it was 4", wherever it stands in the words. */
export const amendmentIn = (words: string): Amendment | undefined => {
  const said = fold(words);
  for (const form of forms) {
    const { old, now } = form.exec(said)?.groups ?? {};
    if (old !== undefined && now !== undefined && tokens(old).join(" ") !== tokens(now).join(" ")) return { old: asWritten(words, old), now: asWritten(words, now), words };
  }
  return undefined;
};

/** A text with the change made wherever the old words, or each of their numbers, stand in it; undefined where they do not. */
export const amended = (held: string, { old, now, words }: Amendment): string | undefined => {
  const before = tokens(old);
  const places = placesOf(held, before).filter(([from]) => !isSmall(old) || follows(held, from, words));
  if (places.length > 0) return places.toReversed().reduce((all, [from, to]) => all.slice(0, from) + now + all.slice(to), held);
  const [figures, others] = [numbers(old), numbers(now)];
  const isPaired = figures.length > 1 && figures.length === others.length && figures.every((figure) => numbers(held).includes(figure));
  return isPaired ? held.replace(/\d+/g, (figure) => others[figures.indexOf(figure)] ?? figure) : undefined;
};

/** "Better since 2020", "change the years: of 2023 and 2024": the text with its years changed, where as many stand there. */
export const withYears = (held: string, words: string): string | undefined => {
  const now = [...new Set(years(words))];
  const preposition = sinceYear.exec(fold(words))?.groups?.["before"];
  if (preposition !== undefined) {
    const stood = new RegExp(`(?<![\\p{L}])(${preposition}) (?:19|20)\\d\\d(?!\\d)`, "giu");
    return stood.test(held) ? held.replace(stood, `$1 ${now[0]!}`) : undefined;
  }
  const then = [...new Set(years(held))];
  if (now.length === 0 || now.length !== then.length || !changes.test(fold(words)) || now.join() === then.join()) return undefined;
  return held.replace(year, (one) => now[then.indexOf(one)] ?? one);
};

const linking = "(?:(?:en|el|la|los|las|lo|de|del|un|una|in|on|at|the|of|a|an)\\s+)*";
const is = "(?:es|era|fue|son|eran|va|debe ser|it is|it's|its|it was|they are|they were|is|was|are|were|should be)";
const forms = [
  `(?:^|[\\s,;:.])(?:no|not) ${is}\\s+${linking}(?<old>[^,;.]{1,60}?)(?:[,;.]\\s*|\\s+)(?:sino|but|${is})\\s+${linking}(?<now>\\S.{0,80}?)[\\s.!]*$`,
  `(?:^|[\\s,;:.])(?:${is} not|wasn't|isn't|wasnt|isnt)\\s+${linking}(?<old>[^,;.]{1,60}?)(?:[,;.]\\s*|\\s+)(?:but|${is})\\s+${linking}(?<now>\\S.{0,80}?)[\\s.!]*$`,
  `(?:^|[\\s,;:.])${is}\\s+${linking}(?!mal|wrong|incorrect|equivocad|errad|mistaken)(?<now>\\S.{0,80}?)[\\s,;.]+(?:y |and )?(?:no|not)\\s+(?:${is}\\s+)?${linking}(?<old>\\S.{0,60}?)[\\s.!]*$`,
  `(?:^|[\\s,;:.])(?:dice|dije|puse|escribi|says|said|i put|i wrote)\\s+${linking}(?<old>\\S.{0,60}?)[\\s,;.]+(?:(?:y|pero|and|but) )?${is}\\s+${linking}(?<now>\\S.{0,80}?)[\\s.!]*$`,
].map((form) => new RegExp(form, "u"));

const sinceYear = /^(?:(?:no|mejor|rather|better|make it|que sea|actually|perdon|sorry)[\s,]+)+(?<before>desde|since|from|hasta|until|en|in) (?:19|20)\d\d[\s.!]*$/u;
const changes = /(?:cambi|corri|corre|chang|fix|wrong|mal|equivoc|mistake|mix|years?|anos?)/u;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

const years = (text: string): string[] => text.match(year) ?? [];
const numbers = (text: string): string[] => text.match(/\d+/g) ?? [];

/** A small number stands in many places: only where the word before it was said too. */
const isSmall = (old: string): boolean => /^\d{1,2}$/.test(old.trim());

const follows = (held: string, from: number, words: string): boolean => {
  const before = tokens(held.slice(0, from)).at(-1);
  return before !== undefined && tokens(words).includes(before);
};

/** Folded words as they were written, with capitals and accents. */
const asWritten = (words: string, folded: string): string => {
  const place = placesOf(words, tokens(folded)).at(-1);
  return place ? words.slice(...place) : folded;
};

const placesOf = (text: string, words: string[]): [number, number][] => {
  const all = [...text.normalize("NFC").matchAll(/[\p{L}\p{N}]+/gu)];
  return all.flatMap((_, i): [number, number][] => {
    const here = all.slice(i, i + words.length);
    const fits = words.length > 0 && here.length === words.length && here.every(([word], j) => fold(word) === words[j]);
    return fits ? [[here[0]!.index, here.at(-1)!.index + here.at(-1)![0].length]] : [];
  });
};
