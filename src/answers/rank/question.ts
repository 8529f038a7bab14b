import { tokens } from "../../words.ts";
import type { Locale } from "../../locale.ts";
import type { Index } from "../index/build.ts";
import { letterRuns } from "../index/runs.ts";
import type { Unit } from "../index/units.ts";
import { runLikeness } from "./likeness.ts";
import { isFigure, runLength } from "./print.ts";
import type { Terms } from "./terms.ts";

/**
 * What is asked, as a whole and clause by clause, in the terms of one language's passages: shares (0..1) of it that no
 * passage says, and that is like what has no answer here.
 */
export type Reading = { locale: Locale; whole: Part; clauses: Part[]; figures: string[]; unseen: number; outside: number };
export type Part = { units: Weighed[]; mass: number; runs: Set<string> };
export type Weighed = Unit & { weight: number };

/** Words of a story that the knowledge never says count no more than this. */
const mostOfUnseen = 2.5;
const leastOfClause = 4;

export const readQuestion = (question: string, from: Locale, to: Locale, index: Index, terms: Terms, outside: Set<string>[]): Reading => {
  const units = index.units(question, from, to).map(meant).map((unit): Weighed => ({ ...unit, weight: weightOf(unit, to, terms) }));
  const words = tokens(question);
  const clauses = clausesOf(question).map(({ from: first, to: last }) =>
    partOf(units.filter(({ at }) => at >= first && at < last), words.slice(first, last)));
  const whole = partOf(units, words);
  const unseen = units.filter(({ ways }) => ways.length === 0).reduce((sum, { weight }) => sum + weight, 0);
  const stretches = [whole, ...clauses];
  return {
    locale: to, whole,
    clauses: clauses.length > 1 ? clauses.filter(({ mass }) => mass >= leastOfClause) : [],
    figures: words.filter(isFigure),
    unseen: whole.mass > 0 ? unseen / whole.mass : 1,
    outside: outside.reduce((most, runs) => Math.max(most, ...stretches.map((part) => runLikeness(part.runs, runs))), 0),
  };
};

/** What finds a passage need not be what it says: only what means the same is weighed. */
const meant = (unit: Unit): Unit => ({ ...unit, ways: unit.ways.filter(({ loose }) => !loose) });

const partOf = (units: Weighed[], words: string[]): Part => ({
  units, mass: units.reduce((sum, { weight }) => sum + weight, 0), runs: new Set(letterRuns(words, runLength)),
});

/** How telling a unit is: by its own words, else by the other words for it; fillers tell little. */
const weightOf = ({ ways, reach }: Unit, locale: Locale, terms: Terms): number => {
  if (ways.length === 0) return Math.min(reach, mostOfUnseen);
  const own = ways.filter(({ all }) => !all);
  const sums = (own.length > 0 ? own : ways).map((way) => way.terms.reduce((sum, id) => sum + terms.weight(id, locale), 0));
  return Math.max(...sums);
};

const joint = /[.?!;:,\n()]+|\s(?:y|e|pero|porque|and|but|because|so)\s/giu;

/** The clauses of a question, as stretches of its words. */
const clausesOf = (question: string): { from: number; to: number }[] => {
  let at = 0;
  const stretches = [];
  let last = 0;
  for (const found of question.matchAll(joint)) {
    const count = tokens(question.slice(last, found.index)).length;
    const joining = tokens(found[0]).length;
    stretches.push({ from: at, to: at + count });
    at += count + joining;
    last = found.index + found[0].length;
  }
  stretches.push({ from: at, to: at + tokens(question.slice(last)).length });
  return stretches.filter(({ from, to }) => to > from);
};
