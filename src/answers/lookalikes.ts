import type { Locale } from "../locale.ts";
import { tokens } from "../words.ts";
import type { Asks } from "./aspects.ts";
import { serviceDocs } from "./documents.ts";
import type { Finder, Found } from "./find.ts";
import { stem, stemsOf } from "./index/stem.ts";
import type { Knowledge } from "./knowledge.ts";
import type { AnswerOptions } from "./options.ts";
import { indexOf } from "./retrieve.ts";
import type { Aspect, Passage } from "./types.ts";

export type Told = { kind: "passage"; passage: Passage } | { kind: "lookalike"; family: string; services: string[]; aspect?: Aspect };
type Question = { text: string; asks: Asks; locale: Locale };

/** Tells the members of a family apart before one of them answers for another. */
export const createLookalikes = (knowledge: Knowledge, find: Finder, { tie }: AnswerOptions) => {
  const index = indexOf(serviceDocs(knowledge), knowledge.lexicon);
  const membersOf = (family: string) => knowledge.services.filter((service) => service.family === family);

  /** Where a question says no more than the family's name: the members that bear that name. */
  const sameName = (family: string, { asks, locale }: Question): string[] => {
    const words = telling(asks.rest, locale).map((word) => stem(word, locale));
    const { name, synonyms } = knowledge.families.find(({ id }) => id === family)!;
    const names = new Set(stemsOf([name[locale], ...synonyms[locale]].join(" "), locale));
    if (!words.every((word) => names.has(word))) return [];
    const borne = membersOf(family).map((member) => {
      const own = new Set(stemsOf([member.name[locale], member.short[locale], ...member.synonyms[locale]].join(" "), locale));
      return { id: member.id, count: words.filter((word) => own.has(word)).length };
    });
    const most = Math.max(...borne.map(({ count }) => count));
    return borne.filter(({ count }) => count === most).map(({ id }) => id);
  };

  /** The members that the words of a question fit nearly as well as the best one, by name and by passage. */
  const fitting = (family: string, hits: Found[], { text, asks, locale }: Question): string[] => {
    const asked = telling(asks.rest, locale).length > 0 ? asks.rest : text;
    const named = index.search(asked, { from: locale, limit: knowledge.services.length });
    const fits = membersOf(family).map(({ id }) => ({
      id,
      fit: (named.find((hit) => hit.id === id)?.score ?? 0) * (hits.find(({ passage }) => passage.service === id)?.score ?? 0),
    }));
    const best = Math.max(...fits.map(({ fit }) => fit));
    return fits.filter(({ fit }) => fit > 0 && fit >= best * tie).map(({ id }) => id);
  };

  const telling = (text: string, locale: Locale): string[] =>
    tokens(text).filter((word) => !knowledge.lexicon.fillers[locale].includes(word));

  return (hits: Found[], question: Question): Told => {
    const best = hits[0]!.passage;
    const family = knowledge.services.find(({ id }) => id === best.service)?.family;
    if (family === undefined || best.aspect === undefined || best.aspect === "fact") return { kind: "passage", passage: best };
    const same = sameName(family, question);
    const services = same.length > 0 ? same : fitting(family, hits, question);
    const aspect = question.asks.aspects[0];
    const general = aspect === undefined || aspect === "summary" || aspect === "who";
    const decided = services.length === 1 ? services[0] : services.find((id) => general && id === family);
    if (decided === undefined && services.length > 1) return { kind: "lookalike", family, services, ...(aspect ? { aspect } : {}) };
    if (decided === undefined || decided === best.service) return { kind: "passage", passage: best };
    const passage = find.passage(`service:${decided}#${best.aspect}`, question.locale) ?? find.passage(`service:${decided}#summary`, question.locale);
    return { kind: "passage", passage: passage ?? best };
  };
};
