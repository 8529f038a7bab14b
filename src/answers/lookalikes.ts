import type { Locale } from "../locale.ts";
import { tokens } from "../words.ts";
import type { Asks } from "./aspects.ts";
import { serviceDocs } from "./documents.ts";
import { stem, stemsOf } from "./index/stem.ts";
import type { Service } from "./content/catalogue.ts";
import type { Knowledge } from "./knowledge.ts";
import type { AnswerOptions } from "./options.ts";
import type { Ranked } from "./rank/rank.ts";
import { indexOf } from "./retrieve.ts";
import type { Aspect, Passage } from "./types.ts";

export type Told = { kind: "passage"; passage: Passage } | { kind: "lookalike"; family: string; services: string[]; aspect?: Aspect };
type Question = { text: string; asks: Asks; locale: Locale };

const fewWords = 4;

/** Tells services apart before one of them answers for another: the members of a family, and what bears one name. */
export const createLookalikes = (
  knowledge: Knowledge,
  passageOf: (pair: string, locale: Locale) => Passage | undefined,
  { tie, apart }: AnswerOptions,
) => {
  const index = indexOf(serviceDocs(knowledge), knowledge.lexicon);
  const { telling, sameName, clash } = createNames(knowledge);
  const membersOf = (family: string) => knowledge.services.filter((service) => service.family === family);
  const familyOf = (id: string | undefined) => knowledge.services.find((service) => service.id === id)?.family;

  /** The members that the words of a question fit nearly as well as the best one, by name and by passage. */
  const fitting = (family: string, ranked: Ranked[], { text, asks, locale }: Question): string[] => {
    const asked = telling(asks.rest, locale).length > 0 ? asks.rest : text;
    const named = index.search(asked, { from: locale, limit: knowledge.services.length });
    const fits = membersOf(family).map(({ id }) => {
      const best = ranked.find(({ passage }) => passage.service === id);
      return { id, strength: best?.strength ?? -Infinity, fit: (named.find((hit) => hit.id === id)?.score ?? 0) * (best?.features.score ?? 0) };
    });
    const best = Math.max(...fits.map(({ fit }) => fit));
    const strongest = Math.max(...fits.map(({ strength }) => strength));
    return fits.filter(({ fit, strength }) => fit > 0 && fit >= best * tie && strength >= strongest - apart).map(({ id }) => id);
  };

  return (ranked: Ranked[], question: Question): Told => {
    const best = ranked[0]!.passage;
    const aspect = question.asks.aspects[0];
    const clashing = clash(question);
    if (best.service !== undefined && clashing.some((id) => id === best.service || (familyOf(id) !== undefined && familyOf(id) === familyOf(best.service)))) return { kind: "lookalike", family: familyOf(clashing[0]) ?? clashing[0]!, services: clashing, ...(aspect ? { aspect } : {}) };
    const family = familyOf(best.service);
    if (family === undefined || best.aspect === undefined || best.aspect === "fact") return { kind: "passage", passage: best };
    const same = sameName(family, question);
    const services = same.length > 0 ? same : fitting(family, ranked, question);
    const general = aspect === undefined || aspect === "summary" || aspect === "who";
    const decided = services.length === 1 ? services[0] : services.find((id) => general && id === family);
    if (decided === undefined && services.length > 1) return { kind: "lookalike", family, services, ...(aspect ? { aspect } : {}) };
    if (decided === undefined || decided === best.service) return { kind: "passage", passage: best };
    const passage = passageOf(`service:${decided}#${best.aspect}`, question.locale) ?? passageOf(`service:${decided}#summary`, question.locale);
    return { kind: "passage", passage: passage ?? best };
  };
};

/** What services are called, and which of them bear the name in a question. */
const createNames = (knowledge: Knowledge) => {
  const telling = (text: string, locale: Locale): string[] =>
    tokens(text).filter((word) => !knowledge.lexicon.fillers[locale].includes(word));
  const ownNames = ({ name, short, synonyms: others }: Service, locale: Locale, synonyms: boolean) =>
    new Set(stemsOf([name[locale], short[locale], ...(synonyms ? others[locale] : [])].join(" "), locale));

  /** Where a question says no more than the family's name: the members that bear that name. */
  const sameName = (family: string, { asks, locale }: Question): string[] => {
    const words = telling(asks.rest, locale).map((word) => stem(word, locale));
    const { name, synonyms } = knowledge.families.find(({ id }) => id === family)!;
    const names = new Set(stemsOf([name[locale], ...synonyms[locale]].join(" "), locale));
    if (!words.every((word) => names.has(word))) return [];
    const borne = knowledge.services.filter((service) => service.family === family).map((service) => {
      const own = ownNames(service, locale, true);
      return { id: service.id, count: words.filter((word) => own.has(word)).length };
    });
    const most = Math.max(...borne.map(({ count }) => count));
    return borne.filter(({ count }) => count === most).map(({ id }) => id);
  };

  /** A short question whose only naming words are borne by services of several families: one of each. */
  const clash = ({ asks, locale }: Question): string[] => {
    const said = telling(asks.rest, locale);
    if (said.length === 0 || said.length > fewWords) return [];
    const known = new Set(knowledge.services.flatMap((service) => [...ownNames(service, locale, false)]));
    const words = said.map((word) => stem(word, locale)).filter((word) => known.has(word));
    if (words.length === 0) return [];
    const bearing = knowledge.services.filter((service) => {
      const own = ownNames(service, locale, false);
      return words.every((word) => own.has(word));
    });
    const one = new Map<string, string>();
    for (const { id, family } of bearing) if (!one.has(family ?? id) || id === family) one.set(family ?? id, id);
    return one.size > 1 ? [...one.values()] : [];
  };

  return { telling, sameName, clash };
};
