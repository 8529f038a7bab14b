import type { Evidence } from "../evidence.ts";
import { figuresIn, isAmong, isAmount, yearsOf } from "./figures.ts";
import { plain } from "./plain.ts";
import type { Sentence } from "./sentence.ts";

const longest = 1400;

/** What is wrong with an answer although each of its sentences is right: it says nothing, too much, or leaves out the year of an amount. */
export const wholeDoubt = (sentences: Sentence[], all: Evidence[]): "empty" | "length" | "undated" | undefined => {
  if (sentences.length === 0) return "empty";
  const text = sentences.map((one) => plain(one.text)).join(" ");
  if (text.length > longest) return "length";
  const years = new Set(yearsOf(figuresIn(text)));
  return sentences.some((sentence) => lacksYear(sentence, years, all)) ? "undated" : undefined;
};

/** Whether an amount is said without the year that stands beside it wherever it was published. */
const lacksYear = ({ text, cites }: Sentence, years: Set<number>, all: Evidence[]): boolean => {
  const units = all.filter(({ id }) => cites.includes(id)).flatMap((one) => one.units);
  return figuresIn(plain(text)).filter(isAmount).some((figure) => {
    const holding = units.filter((unit) => isAmong(figure, unit.figures));
    return holding.length > 0 && holding.every((unit) => yearsOf(unit.figures).some((year) => !years.has(year)));
  });
};
