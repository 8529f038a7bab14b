import { locales, type Locale } from "../locale.ts";
import { tokens } from "../words.ts";
import type { Asks } from "./aspects.ts";
import { passageDocs } from "./documents.ts";
import { stem, stemsOf } from "./index/stem.ts";
import type { Knowledge } from "./knowledge.ts";
import type { AnswerOptions } from "./options.ts";
import { indexOf, retrieve } from "./retrieve.ts";
import type { Aspect, Passage } from "./types.ts";

/** A passage in the person's language, and the share (0..1) of the question's telling words that it holds. */
export type Found = { passage: Passage; confidence: number; score: number };
export type Finder = ReturnType<typeof createFinder>;

const searched = 40;

/** The ways to a passage: by question, by pair, by service and aspect. */
export const createFinder = (knowledge: Knowledge, options: AnswerOptions) => {
  const byId = new Map(knowledge.passages.map((passage) => [passage.id, passage]));
  const index = indexOf(passageDocs(knowledge), knowledge.lexicon);
  const nameStems = serviceStems(knowledge);

  const passage = (pair: string, locale: Locale): Passage | undefined =>
    byId.get(`${locale}:${pair}`) ?? byId.get(`${locale === "es" ? "en" : "es"}:${pair}`);

  const aspects = (service: string, wanted: Aspect[], locale: Locale): Passage[] =>
    wanted.flatMap((aspect) => passage(`service:${service}#${aspect}`, locale) ?? []);

  return {
    passage,
    passages: (question: string, locale: Locale): Found[] =>
      retrieve(index, question, locale, searched, options.weak).map(({ id, confidence, score }) =>
        ({ passage: passage(byId.get(id)!.pair, locale)!, confidence, score })),

    /**
     * The passage itself, or those of its service that say what was asked of it (its cost, its place …), or its
     * summary where that was not published. A fact stays, unless such a passage was found as surely.
     */
    asked: (best: Passage, wanted: Aspect[], locale: Locale, hits: Found[]): Passage[] => {
      if (best.service === undefined || best.aspect === undefined) return [best];
      if (best.aspect === "fact" && !asSure(hits, best, wanted, options.sure)) return [best];
      const found = aspects(best.service, wanted, locale);
      if (found.length > 0) return found;
      return wanted.length === 0 ? [best] : [aspects(best.service, ["summary"], locale)[0] ?? best];
    },

    /** What a short question asks of the service talked about before; undefined where it names something else. */
    followUp: (service: string, { aspects: wanted, rest }: Asks, locale: Locale): Passage[] | undefined => {
      const telling = tokens(rest).filter((word) => !knowledge.lexicon.fillers[locale].includes(word));
      const names = nameStems[locale].get(service);
      if (!names || !telling.every((word) => names.has(stem(word, locale)))) return undefined;
      const found = aspects(service, wanted, locale);
      return found.length > 0 ? found : undefined;
    },
  };
};

const asSure = (hits: Found[], best: Passage, wanted: Aspect[], margin: number): boolean => {
  const sure = hits.find(({ passage }) => passage.pair === best.pair)?.confidence ?? 1;
  return hits.some(({ passage, confidence }) =>
    passage.service === best.service && passage.aspect !== undefined && wanted.includes(passage.aspect) && confidence >= sure - margin);
};

const serviceStems = ({ services }: Knowledge): Record<Locale, Map<string, Set<string>>> =>
  Object.fromEntries(locales.map((locale) => [locale, new Map(services.map((service) =>
    [service.id, new Set(stemsOf([service.name[locale], service.short[locale], ...service.synonyms[locale]].join(" "), locale))]))],
  )) as Record<Locale, Map<string, Set<string>>>;
