import type { Locale } from "../locale.ts";
import { tokens } from "../words.ts";
import { aspectReader } from "./aspects.ts";
import { createConfusables, servicesOf } from "./confusables.ts";
import type { Family, Service, Topic } from "./content/catalogue.ts";
import { createShelves } from "./find.ts";
import { createFollowUps } from "./follow-up.ts";
import { createJoined } from "./joined.ts";
import type { Example } from "./content/examples.ts";
import type { Knowledge } from "./knowledge.ts";
import { createLookalikes } from "./lookalikes.ts";
import { answerDefaults, type AnswerOptions } from "./options.ts";
import { entitiesIn } from "./rank/entities.ts";
import { subjectOf } from "./rank/candidate.ts";
import { createRank, type Hint, type Near } from "./rank/rank.ts";
import { withoutPersonalData } from "./redact.ts";
import { beside, found, none } from "./shown.ts";
import type { Answer, Passage } from "./types.ts";

/**
 * `about` is the pair of the passage talked about before, `service` the service: a short follow-up ("and how much is
 * it?") is about it. `hint` is what another part of the house takes the question to be about; `nearby` how near (0..1)
 * passages are by their sense, by pair.
 */
export type Asked = { locale: Locale; now: Date; service?: string; about?: string; hint?: Hint; nearby?: ReadonlyMap<string, number> };

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

/** Answers from published passages only; all in memory, no network, no state. `snapshots`: a folder that keeps the index. */
export const createAnswers = (knowledge: Knowledge, changed: Partial<AnswerOptions> = {}, snapshots?: string): Answers => {
  const options = { ...answerDefaults, ...changed };
  const { passage } = createShelves(knowledge);
  const readAspects = aspectReader(knowledge);
  const rank = createRank(knowledge, readAspects, snapshots);
  const tellApart = createLookalikes(knowledge, passage, options);
  const confused = createConfusables(knowledge);
  const fillers = { es: new Set(knowledge.lexicon.fillers.es), en: new Set(knowledge.lexicon.fillers.en) };

  const telling = (question: string, locale: Locale) => tokens(question).filter((word) => !fillers[locale].has(word) && !/^\d+$/.test(word));
  const { aspectsOf, contextOf } = createFollowUps({ readAspects, passage, telling });
  const joined = createJoined({ rank, tellApart, readAspects, options, aspectsOf });

  /** In the person's language; where that finds nothing, a question that mixes both may be read in the other. */
  const answerOne = (question: string, asked: Asked, near: Pick<Near, "context"> = {}): Answer => {
    const answer = answerIn(asked.locale, question, asked, near);
    if (answer.kind !== "none") return answer;
    const read = answerIn(asked.locale === "es" ? "en" : "es", question, asked, near);
    if (!("passages" in read) || read.score < options.mixed) return answer;
    return { ...read, passages: read.passages.map((one) => passage(one.pair, asked.locale) ?? one) };
  };

  const answerIn = (locale: Locale, question: string, { hint, nearby }: Asked, near: Pick<Near, "context">): Answer => {
    const { context } = near;
    const asks = readAspects(question, locale);
    const ranked = rank(question, locale, { hint, nearby, ...near });
    const [best] = ranked;
    if (!best || best.sure < (context ? options.part : options.enough)) return none(ranked, options);
    if (context && subjectOf(best.passage) === subjectOf(context.passage)) return found(beside(best, ranked, options, asks.aspects), best.sure);
    if (best.features.code === 1) return found(beside(best, ranked, options, asks.aspects, entitiesIn(question).codes.size > 1), best.sure);
    const told = tellApart(ranked, { text: question, asks, locale });
    if (told.kind === "lookalike") return { ...told, services: told.services.slice(0, options.offered), score: best.sure };
    return found(told.passage === best.passage ? beside(best, ranked, options, asks.aspects) : [told.passage], best.sure);
  };

  /** A name that several things bear, with nothing that tells which; not where one of them is talked about. */
  const ambiguous = (question: string, { locale, service }: Asked): Answer | undefined => {
    const which = confused(withoutPersonalData(question)) ?? confused(rank.mend(question, locale));
    if (!which || (service !== undefined && servicesOf(which).some((id) => isKin(id, service)))) return undefined;
    const aspect = readAspects(question, locale).aspects[0];
    return { kind: "lookalike", family: which.id, services: servicesOf(which), which, ...(aspect ? { aspect } : {}), score: 1 };
  };
  const familyOf = (id: string) => knowledge.services.find((service) => service.id === id)?.family;
  const isKin = (a: string, b: string) => a === b || (familyOf(a) !== undefined && familyOf(a) === familyOf(b));

  return {
    answer: (question, asked) => {
      const words = rank.mend(withoutPersonalData(question), asked.locale);
      const followed = aspectsOf(words, asked, options.most);
      if (followed) return followed;
      const context = contextOf(words, asked);
      if (telling(words, asked.locale).length === 0 && !context) return { kind: "none", near: [], score: 0 };
      const next = context ? answerOne(words, asked, { context }) : undefined;
      const which = ambiguous(question, asked);
      if (which && !(context?.leans && next && next.kind !== "none")) return which;
      const whole = next && next.kind !== "none" ? next : answerOne(words, asked);
      return joined(words, { locale: asked.locale, hint: asked.hint, nearby: asked.nearby, context }, whole);
    },
    passage,
    service: (id) => knowledge.services.find((service) => service.id === id),
    services: () => knowledge.services,
    family: (id) => knowledge.families.find((family) => family.id === id),
    topics: () => knowledge.topics,
    examples: () => knowledge.examples,
  };
};
