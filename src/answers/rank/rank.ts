import { locales, type Locale } from "../../locale.ts";
import type { AspectReader } from "../aspects.ts";
import { passageDocs, serviceNames } from "../documents.ts";
import type { Knowledge } from "../knowledge.ts";
import { behindArticles, retoldIn, withRetold } from "../retold.ts";
import { indexOf, type Hit } from "../retrieve.ts";
import type { Aspect, Passage } from "../types.ts";
import { entitiesIn, entitiesOfLabel, type Entities } from "./entities.ts";
import { featuresOf, type Features } from "./features.ts";
import { kindsAsked } from "./kinds.ts";
import { printOf, runLength, type Phrase, type Print } from "./print.ts";
import { readQuestion, type Reading } from "./question.ts";
import { createSaid } from "./said.ts";
import { createTerms } from "./terms.ts";
import { strengthOf, sureOf } from "./strength.ts";
import { isDocument, subjectOf, themeOf, type Candidate } from "./candidate.ts";
import { tokens } from "../../words.ts";
import { stemsOf } from "../index/stem.ts";
import { letterRuns } from "../index/runs.ts";

/** A passage, how much speaks for it, and how sure (0..1) it is that its subject is what was asked. */
export type Ranked = Candidate & { strength: number; sure: number };
export type Hint = { service: string; score: number };

const searched = 30;
const searchedOther = 12;
const searchedDocuments = 8;
const searchedDeep = 400;

/** What else is known of a question: where it is a part, `whole` is what speaks for each passage in all of it. */
export type Near = {
  hint?: Hint | undefined;
  context?: Context | undefined;
  whole?: Support | undefined;
  /** How near (0..1) passages are by their sense, by pair. */
  nearby?: ReadonlyMap<string, number> | undefined;
  /** What is asked where the question itself does not say: "how much is A, and how much B?". */
  aspects?: Aspect[] | undefined;
};
/** A passage that was talked about, the words of it that a question leaves out, and whether the question says so itself ("and …?"). */
export type Context = { passage: Passage; words: string; leans: boolean };
export type Rank = {
  (question: string, locale: Locale, near?: Near): Ranked[];
  /** The question with its shorthand written out and its slips mended. */
  mend: (question: string, locale: Locale) => string;
};

/** The passages that may answer, the likeliest first. With `context`, as what is asked next after that passage. */
export const createRank = (knowledge: Knowledge, readAspects: AspectReader, snapshots?: string): Rank => {
  const find = createCandidates(knowledge, readAspects, snapshots);
  const families = new Map(knowledge.services.map(({ id, family }) => [id, family]));
  const readSaid = createSaid(knowledge.passages);
  const rank = (question: string, locale: Locale, near: Near = {}): Ranked[] => {
    const { candidates, reading } = find.search(question, locale, near);
    const { context, whole, nearby } = near;
    const said = readSaid(question, locale);
    const ranked = candidates
      .map((one) => ({ ...one, strength: strengthOf(one.features) + (isDocument(one.passage) ? ofDocument : 0) - against(one.features) + (context?.leans ? 0 : ofHint * one.features.hint)
        + (context ? leaning(one.passage, context, families) : 0) + (one.passage.unknown && asksToday(question) ? ofToday : 0)
        + (whole ? whole(one.passage) : 0) + ofSense * (nearby?.get(one.passage.pair) ?? 0)
        + (said.verbatim(one.passage) ? ofVerbatim : said.defines(one.passage) ? ofDefinition : 0) }))
      .sort((a, b) => b.strength - a.strength);
    const lifted = behindArticles(ranked, find.retold);
    return lifted.map((one) => ({ ...one, sure: said.verbatim(one.passage) ? 1 : sureOf(one, lifted, reading) }));
  };
  return Object.assign(rank, { mend: find.mend });
};

/** How much more speaks for a passage that is known to answer this very question, or says what the thing is that is asked about. */
const ofVerbatim = 6;
const ofDefinition = 4;

/** How much more speaks for a passage of a document as it stands: the asks that others are found by are missing from it. */
const ofDocument = 2;

/** How much more speaks for a passage that vectors find nearest by its sense. */
const ofSense = 2;

/** How much more speaks for a passage of the subject, or of the look-alikes, that are talked about; the same again is no answer. */
const leaning = (passage: Passage, { passage: before, leans }: Context, families: ReadonlyMap<string, string | undefined>): number => {
  if (passage.pair === before.pair) return leans ? sameAgain : 0;
  if (subjectOf(passage) === subjectOf(before)) return leans ? ofContext : ofShort;
  const family = families.get(before.service ?? "");
  return family !== undefined && family === families.get(passage.service ?? "") ? ofShort : 0;
};
const ofContext = 3;
const ofShort = 1.5;
const sameAgain = 2;

/** What the whole question says for or against a passage as the answer to a part of it: by its theme, and a little by itself. */
export type Support = (passage: Passage) => number;

export const supportOf = (ranked: Ranked[]): Support => {
  const pairs = new Map(ranked.map(({ passage, strength }) => [passage.pair, strength]));
  const themes = new Map<string, number>();
  for (const { passage, strength } of ranked) themes.set(themeOf(passage), Math.max(strength, themes.get(themeOf(passage)) ?? -Infinity));
  const most = ranked[0]?.strength ?? 0;
  const behind = (strength = -Infinity) => Math.max(-mostBehind, strength - most);
  return (passage) => ofTheme * behind(themes.get(themeOf(passage))) + ofPair * behind(pairs.get(passage.pair));
};
const ofTheme = 0.5;
const ofPair = 0.15;
const mostBehind = 6;

/** How much more speaks for the service that the words were taken to be about. */
const ofHint = 1;

/** Where people ask for what holds today, a passage that says it is not known competes with old figures. */
const today = /\b(?:hoy|actual(?:es|mente)?|ahora|vigentes?|este a[nñ]o|todav[ií]a|sigue|right now|current(?:ly)?|today|nowadays|still|this year|as of)\b/i;
const asksToday = (question: string) => today.test(question) && entitiesIn(question).years.size === 0;
const ofToday = 1.5;

/** Another place, year or number than the one asked about is no answer: held-out asks are too few to learn it from. */
const against = ({ offPlace, offYear, offCode }: Features): number => otherThing * (offPlace + offYear + offCode);
const otherThing = 4;

/** Finds the passages that may answer, and what speaks for each. */
export const createCandidates = (knowledge: Knowledge, readAspects: AspectReader, snapshots?: string) => {
  const index = indexOf(passageDocs(knowledge), knowledge.lexicon, snapshots);
  const terms = createTerms(index, knowledge.lexicon);
  const retold = retoldIn(knowledge.passages);
  const byId = new Map(knowledge.passages.map((passage) => [passage.id, passage]));
  const prints = new Map<string, Print>();
  const known = new Map<string, { entities: Entities; aspects: Aspect[] }>();
  const named = new Map<string, Phrase[]>();
  const services = new Map(knowledge.services.map((service) => [service.id, service]));

  const outside = Object.fromEntries(locales.map((locale) =>
    [locale, knowledge.lexicon.outside[locale].map((said) => new Set(letterRuns(tokens(said), runLength)))])) as Record<Locale, Set<string>[]>;

  const printFor = (passage: Passage): Print => kept(prints, passage.id, () => printOf(ownAsks(passage), terms, ""));
  const ownAsks = (passage: Passage): Passage => {
    const generic = passage.aspect && passage.aspect !== "fact" ? knowledge.aspectWords?.[passage.aspect].aliases[passage.locale] : undefined;
    return generic ? { ...passage, asks: passage.asks.filter((ask) => !generic.includes(ask)) } : passage;
  };
  const knownOf = (passage: Passage) => kept(known, passage.id, () => ({
    entities: entitiesOfLabel(passage),
    aspects: passage.aspect && passage.aspect !== "fact" ? [passage.aspect]
      : readAspects(`${passage.heading}; ${passage.asks.slice(0, 3).join("; ")}`, passage.locale).aspects.filter((one) => one !== "summary"),
  }));
  const namesOf = (id: string | undefined, locale: Locale): Phrase[] => {
    const service = services.get(id ?? "");
    return service ? kept(named, `${locale}:${service.id}`, () => [...serviceNames(service, locale), ...service.asks[locale]].map((said): Phrase => {
      const ids = new Set(stemsOf(said, locale).flatMap((one) => terms.id(one, locale)));
      return { terms: ids, mass: [...ids].reduce((sum, one) => sum + terms.weight(one, locale), 0), runs: new Set(letterRuns(tokens(said), runLength)) };
    })) : [];
  };

  /** The nearest of all, and the nearest of the documents: what nobody wrote asks for is found by its text, and by what retells it. */
  const withDocuments = (hits: Hit[], most: number): Hit[] => {
    const place = new Map(withRetold(hits, retold).map(({ id }, at) => [id, at]));
    const documents = hits.slice(most).filter(({ id }) => isDocument(byId.get(id)!)).sort((a, b) => place.get(a.id)! - place.get(b.id)!);
    return [...hits.slice(0, most), ...documents.slice(0, searchedDocuments)];
  };

  const search = (question: string, locale: Locale, { hint, context, aspects = [], nearby }: Near = {}): { candidates: Candidate[]; reading: Reading } => {
    const other: Locale = locale === "es" ? "en" : "es";
    const searchedFor = context ? `${question}. ${context.words}` : question;
    const found = withDocuments(index.search(searchedFor, { from: locale, limit: searchedDeep }), searched);
    const others = withDocuments(index.search(searchedFor, { from: locale, to: other, limit: searchedDeep }), searchedOther);
    const reading = readQuestion(question, locale, locale, index, terms, outside[locale]);
    const own = readAspects(question, locale).aspects;
    const asked = { reading, aspects: own.length > 0 ? own : aspects, kinds: kindsAsked(question), entities: entitiesIn(question), hint };
    const shares = new Map<string, { score: number; other: number; confidence: number }>();
    for (const { id, score, confidence } of found) shares.set(byId.get(id)!.pair, { score: score / found[0]!.score, other: 0, confidence });
    for (const { id, score, confidence } of others) {
      const pair = byId.get(id)!.pair;
      const before = shares.get(pair) ?? { score: 0, confidence: 0 };
      shares.set(pair, { ...before, other: (score / others[0]!.score) * confidence });
    }
    for (const pair of nearby?.keys() ?? []) if (!shares.has(pair)) shares.set(pair, { score: 0, other: 0, confidence: 0 });
    const candidates = [...shares].flatMap(([pair, share]): Candidate[] => {
      const passage = byId.get(`${locale}:${pair}`) ?? byId.get(`${other}:${pair}`);
      if (!passage) return [];
      const candidate = { passage, print: printFor(passage), service: namesOf(passage.service, locale), ...share };
      return [{ passage, features: featuresOf(candidate, asked, (p) => knownOf(p).entities, (p) => knownOf(p).aspects, terms) }];
    });
    return { candidates: withKin(candidates), reading };
  };
  return { search, mend: index.mend, retold };
};

/** How well the best other passage of the same service or article fits. */
const withKin = (candidates: Candidate[]): Candidate[] => candidates.map((one) => ({
  ...one,
  features: { ...one.features, kin: Math.max(0, ...candidates
    .filter((other) => other !== one && subjectOf(other.passage) === subjectOf(one.passage))
    .map(({ features }) => (features.clauseLikeness + features.score) / 2)) },
}));

const kept = <T>(cache: Map<string, T>, key: string, make: () => T): T => {
  const found = cache.get(key) ?? make();
  cache.set(key, found);
  return found;
};
