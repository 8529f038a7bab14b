import type { Aspect, Passage } from "../types.ts";
import type { Entities } from "./entities.ts";
import type { Kind } from "./kinds.ts";
import { likeness, runLikeness, type Likeness } from "./likeness.ts";
import type { Phrase, Print } from "./print.ts";
import type { Part, Reading } from "./question.ts";
import type { Terms } from "./terms.ts";

/** What speaks for a passage, each about 0..1. The order is that of the learned weights. */
export const featureNames = [
  "score", "confidence", "otherScore", "likeness", "clauseLikeness", "held", "asked", "runs", "clauseRuns", "label",
  "clauseLabel", "all", "service", "aspect", "offAspect", "figures", "offFigures", "place", "offPlace", "year", "offYear",
  "labelHeld", "kin", "code", "offCode", "kind", "offKind", "clauseAll", "hint",
] as const;
export type Features = Record<(typeof featureNames)[number], number>;

export type Candidate = {
  passage: Passage; print: Print; service: Phrase[];
  /** Shares (0..1) of the best passage's score, in the person's language and in the other. */
  score: number; other: number; confidence: number;
};
export type Asked = { reading: Reading; aspects: Aspect[]; kinds: Kind[]; entities: Entities; hint?: { service: string; score: number } | undefined };

export const featuresOf = ({ passage, print, service, score, other, confidence }: Candidate, asked: Asked, entitiesOf: (p: Passage) => Entities, aspectsOf: (p: Passage) => Aspect[], terms: Terms): Features => {
  const { reading } = asked;
  const like = (part: Part, phrases: Phrase[]) => best(part, phrases, reading, terms);
  const whole = like(reading.whole, print.phrases);
  const clauses = reading.clauses.map((part) => like(part, print.phrases));
  const clause = clauses.length > 0 ? clauses.reduce((a, b) => (b.both > a.both ? b : a)) : whole;
  const label = likeness(reading.whole, { terms: print.label, mass: massOf(print.label, reading, terms) }, reading.locale, terms);
  const clauseLabels = reading.clauses.map((part) => likeness(part, { terms: print.label, mass: 1 }, reading.locale, terms).asked);
  const all = likeness(reading.whole, { terms: print.all, mass: 1 }, reading.locale, terms);
  const clauseAll = reading.clauses.map((part) => likeness(part, { terms: print.all, mass: 1 }, reading.locale, terms).asked);
  const named = service.length > 0 ? like(reading.whole, service) : { asked: 0, held: 0, both: 0 };
  const namedByClause = Math.max(0, ...(service.length > 0 ? reading.clauses.map((part) => like(part, service).both) : []));
  const runs = (part: Part) => print.phrases.reduce((most, phrase) => Math.max(most, runLikeness(part.runs, phrase.runs)), 0);
  const wholeRuns = runs(reading.whole);
  const own = entitiesOf(passage);
  const held = reading.figures.filter((figure) => print.figures.has(figure)).length;
  const telling = asked.aspects.filter((aspect) => aspect !== "summary");
  const given = aspectsOf(passage);
  const wantedKinds = asked.kinds;
  const givenKinds = wantedKinds.filter((kind) => print.kinds.includes(kind));
  const fits = telling.some((aspect) => given.includes(aspect));
  return {
    score, confidence, otherScore: other,
    likeness: whole.both, clauseLikeness: Math.max(whole.both, clause.both), held: whole.held, asked: whole.asked,
    runs: wholeRuns, clauseRuns: Math.max(wholeRuns, ...reading.clauses.map(runs)),
    label: label.asked, clauseLabel: Math.max(label.asked, ...clauseLabels), all: all.asked, clauseAll: Math.max(all.asked, ...clauseAll), labelHeld: label.held,
    service: Math.max(named.both, namedByClause),
    aspect: fits ? 1 : 0, offAspect: telling.length > 0 && given.length > 0 && !fits ? 1 : 0,
    figures: reading.figures.length > 0 ? held / reading.figures.length : 0,
    offFigures: reading.figures.length > 0 && held === 0 ? 1 : 0,
    ...agreement("place", "offPlace", asked.entities.places, own.places),
    ...agreement("year", "offYear", asked.entities.years, own.years),
    ...agreement("code", "offCode", asked.entities.codes, own.codes),
    ...(asked.kinds.includes("count") && !asked.kinds.includes("span") && [...asked.entities.years].some((year) => !print.figures.has(year)) ? { offYear: 1 } : {}),
    kind: wantedKinds.length > 0 ? givenKinds.length / wantedKinds.length : 0,
    offKind: wantedKinds.length > 0 && givenKinds.length === 0 ? 1 : 0,
    kin: 0,
    hint: asked.hint && passage.service === asked.hint.service ? asked.hint.score : 0,
  } as Features;
};

const best = (part: Part, phrases: Phrase[], { locale }: Reading, terms: Terms): Likeness => {
  let most: Likeness = { asked: 0, held: 0, both: 0 };
  for (const phrase of phrases) {
    const found = likeness(part, phrase, locale, terms);
    if (found.both > most.both) most = found;
  }
  return most;
};

const massOf = (ids: Set<number>, { locale }: Reading, terms: Terms): number => {
  let mass = 0;
  for (const id of ids) mass += terms.weight(id, locale);
  return mass;
};

/** 1 where question and passage name the same; where each names another, it is off. */
const agreement = <A extends string, B extends string>(same: A, off: B, asked: Set<string>, own: Set<string>) => {
  const common = [...asked].some((one) => own.has(one));
  return { [same]: common ? 1 : 0, [off]: asked.size > 0 && own.size > 0 && !common ? 1 : 0 } as Record<A | B, number>;
};
