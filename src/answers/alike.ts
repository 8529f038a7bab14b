import { tokens } from "../words.ts";
import { letterRuns } from "./index/runs.ts";
import { runLength } from "./rank/print.ts";
import { runLikeness } from "./rank/likeness.ts";

/** From this share of letters or words in common on, two questions are taken for the same. */
const same = 0.5;

/**
 * Puts texts together that ask alike, by their letters (slips of the finger) or their words (another order): the places of
 * each group's texts, the largest group first. Each text is compared with the first of each group.
 */
export const groupAlike = (texts: readonly string[]): number[][] => {
  const groups: { first: Print; places: number[] }[] = [];
  texts.forEach((text, place) => {
    const print = printOf(text);
    const [nearest] = groups.map((group) => ({ group, alike: alike(group.first, print) })).sort((a, b) => b.alike - a.alike);
    if (nearest && nearest.alike >= same) nearest.group.places.push(place);
    else groups.push({ first: print, places: [place] });
  });
  return groups.map(({ places }) => places).sort((a, b) => b.length - a.length);
};

type Print = { runs: Set<string>; words: Set<string> };

const printOf = (text: string): Print => {
  const words = tokens(text);
  return { runs: new Set(letterRuns(words, runLength)), words: new Set(words) };
};

const alike = (a: Print, b: Print): number => Math.max(runLikeness(a.runs, b.runs), runLikeness(a.words, b.words));

/** How alike two texts are, 0 to 1. */
export const likenessOf = (a: string, b: string): number => alike(printOf(a), printOf(b));
