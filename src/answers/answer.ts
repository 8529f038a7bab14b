import { stem, stemsOf } from "./index/stem.ts";
import { locales, type Locale } from "../locale.ts";
import { tokens } from "../words.ts";
import { aspectReader, type AspectReader } from "./aspects.ts";
import type { Family, Service, Topic } from "./content/catalogue.ts";
import { createShelves } from "./find.ts";
import type { Example } from "./content/examples.ts";
import type { Knowledge } from "./knowledge.ts";
import { createLookalikes } from "./lookalikes.ts";
import { answerDefaults, type AnswerOptions } from "./options.ts";
import { partsOf } from "./parts.ts";
import { entitiesIn } from "./rank/entities.ts";
import { subjectOf } from "./rank/candidate.ts";
import { createRank, type Context, type Hint, type Ranked } from "./rank/rank.ts";
import { withoutPersonalData } from "./redact.ts";
import type { Answer, Passage } from "./types.ts";

/**
 * `about` is the pair of the passage talked about before, `service` the service: a short follow-up ("and how much is
 * it?") is about it. `hint` is what another part of the house takes the question to be about.
 */
export type Asked = { locale: Locale; now: Date; service?: string; about?: string; hint?: Hint };

export type Answers = {
  /** The best answer that published content gives, or an honest lack of one. Never throws on any text. */
  answer: (question: string, asked: Asked) => Answer;
  /** A passage by its pair, in this language, else in the other; undefined when there is none. */
  passage: (pair: string, locale: Locale) => Passage | undefined;
  service: (id: string) => Service | undefined;
  services: () => Service[];
  family: (id: string) => Family | undefined;
  topics: () => Topic[];
  /** How people ask, by service; without one: what this service has nothing to say about. */
  examples: () => Example[];
};

/** Answers from published passages only; all in memory, no network, no state. */
export const createAnswers = (knowledge: Knowledge, changed: Partial<AnswerOptions> = {}): Answers => {
  const options = { ...answerDefaults, ...changed };
  const { passage } = createShelves(knowledge);
  const readAspects = aspectReader(knowledge);
  const rank = createRank(knowledge, readAspects);
  const tellApart = createLookalikes(knowledge, passage, options);
  const fillers = { es: new Set(knowledge.lexicon.fillers.es), en: new Set(knowledge.lexicon.fillers.en) };

  const followUp = followUps({ names: namesIn(knowledge), readAspects, passage, telling: (text, locale) => telling(text, locale) });
  const telling = (question: string, locale: Locale) => tokens(question).filter((word) => !fillers[locale].has(word) && !/^\d+$/.test(word));

  const answerOne = (question: string, { locale, hint }: Asked, context?: Context): Answer => {
    const asks = readAspects(question, locale);
    const ranked = rank(question, locale, { hint, context });
    const [best] = ranked;
    if (!best || best.sure < (context ? options.part : options.enough)) return none(ranked, options);
    if (context && subjectOf(best.passage) === subjectOf(context.passage)) return found(beside(best, ranked, options), best.sure);
    if (best.features.code === 1) return found(beside(best, ranked, options, entitiesIn(question).codes.size > 1), best.sure);
    const told = tellApart(ranked, { text: question, asks, locale });
    if (told.kind === "lookalike") return { ...told, services: told.services.slice(0, options.offered), score: best.sure };
    return found(told.passage === best.passage ? beside(best, ranked, options) : [told.passage], best.sure);
  };

  /** What was talked about before, where the question leans on it. */
  const contextOf = (question: string, { locale, about, service }: Asked): Context | undefined => {
    const before = about === undefined ? service && passage(`service:${service}#summary`, locale) : passage(about, locale);
    const words = telling(question, locale).length;
    const few = words <= fewWords && (question.includes("?") || readAspects(question, locale).aspects.length > 0);
    return before && words > 0 && (leans.test(question) || few)
      ? { passage: before, words: `${before.title}. ${before.heading.replace(before.title, "")}` }
      : undefined;
  };

  return {
    answer: (question, asked) => {
      const words = rank.mend(withoutPersonalData(question), asked.locale);
      const followed = followUp(words, asked, options.most);
      if (followed) return followed;
      const context = contextOf(words, asked);
      if (telling(words, asked.locale).length === 0 && !context) return { kind: "none", near: [], score: 0 };
      const next = context ? answerOne(words, asked, context) : undefined;
      const whole = next && next.kind !== "none" ? next : answerOne(words, asked);
      const parts = partsOf(words, asked.locale, readAspects);
      const first = "passages" in whole ? whole.passages[0] : context?.passage;
      const lead = first && { passage: first, words: first.title };
      return parts.length === 0 || whole.kind === "lookalike" || whole.kind === "none" ? whole
        : together(whole, parts.map((part) => answerPart(part, asked, lead)), options);
    },
    passage,
    service: (id) => knowledge.services.find((service) => service.id === id),
    services: () => knowledge.services,
    family: (id) => knowledge.families.find((family) => family.id === id),
    topics: () => knowledge.topics,
    examples: () => knowledge.examples,
  };

  /** A part stands alone, or is about the subject of the whole; whichever is surer. */
  function answerPart(part: string, asked: Asked, lead: Context | undefined): Answer {
    const alone = answerOne(part, asked);
    const led = lead ? answerOne(part, asked, lead) : alone;
    return alone.kind === "found" && alone.score > led.score ? alone : led;
  }
};

const leans = /^\s*(?:¿\s*)?(?:y|e|and|n|ok|but|pero|what if|what about|how about|entonces|so)\b/i;
const fewWords = 2;
const fewOthers = 3;

type FollowUpParts = {
  names: Set<string>;
  readAspects: AspectReader;
  passage: Answers["passage"];
  telling: (text: string, locale: Locale) => string[];
};

/** Aspects of the service just shown, where the question names no other: "and how much is it?". */
const followUps = ({ names, readAspects, passage, telling }: FollowUpParts) =>
  (question: string, { locale, about }: Asked, most: number): Answer | undefined => {
    const service = /^service:([\w-]+)#/.exec(about ?? "")?.[1];
    const { aspects, rest } = readAspects(question, locale);
    const others = telling(rest, locale);
    if (!service || aspects.length === 0 || others.length > fewOthers) return undefined;
    if (others.some((word) => names.has(stem(word, locale)))) return undefined;
    const passages = aspects.flatMap((aspect) => passage(`service:${service}#${aspect}`, locale) ?? []).slice(0, most);
    return passages.length > 0 ? found(passages, 1) : undefined;
  };

/** What services and families are called: a question that says one of these is about that one. */
const namesIn = ({ services, families }: Knowledge): Set<string> =>
  new Set(locales.flatMap((locale) => stemsOf([...services, ...families].map(({ name }) => name[locale]).join(" "), locale)));

/** The best passage, and another of its subject for which nearly as much speaks: for each thing numbered (SC-1 and SC-2) one. */
const beside = (best: Ranked, ranked: Ranked[], options: AnswerOptions, several = false): Passage[] => {
  const near = ranked.filter((one) => one !== best && !one.passage.unknown && one.strength >= best.strength - options.beside
    && subjectOf(one.passage) === subjectOf(best.passage));
  const twin = !several ? undefined : ranked.find((one) => one.features.code === 1 && subjectOf(one.passage) !== subjectOf(best.passage));
  return [best, ...(twin ? [twin] : []), ...near.slice(0, 1)].slice(0, options.most).map(({ passage }) => passage);
};

/** What the parts say, in their order, then what the whole says; a part that is not known is said as well. */
const together = (whole: Answer, parts: Answer[], { most }: AnswerOptions): Answer => {
  const answered = parts.filter((part) => part.kind === "found" || part.kind === "unknown");
  if (answered.length === 0) return whole;
  const all = [...answered.flatMap(({ passages }) => passages.slice(0, 1)), ...(whole.kind === "found" ? whole.passages : [])];
  const passages = [...new Map(all.map((one) => [one.pair, one])).values()].slice(0, most);
  return { kind: passages[0]!.unknown ? "unknown" : "found", passages, score: Math.max(...answered.map(({ score }) => score)) };
};

const found = (passages: Passage[], score: number): Answer =>
  passages[0]!.unknown ? { kind: "unknown", passages, score } : { kind: "found", passages, score };

const none = (ranked: Ranked[], { most }: AnswerOptions): Answer =>
  ({ kind: "none", near: ranked.slice(0, most).map(({ passage }) => passage), score: ranked[0]?.sure ?? 0 });
