import { locales, type Locale } from "../../locale.ts";
import type { Passage, Source } from "../types.ts";
import type { Article } from "./article.ts";
import type { Confusables } from "./confusable.ts";
import type { Family, Institution, Service, Topic } from "./catalogue.ts";
import { examplesOf, type Example } from "./examples.ts";
import type { Content } from "./folder.ts";
import type { Lexicon } from "./lexicon.ts";
import { withMoreAsks } from "./more-asks.ts";
import { inlineCost } from "./price.ts";
import { resolveCites, servicePassages } from "./service-passages.ts";
import type { Templates } from "./templates.ts";

/** Published content, ready to be asked. Nothing in it is without a source. */
export type Knowledge = {
  sources: ReadonlyMap<string, Source>;
  passages: Passage[];
  services: Service[];
  families: Family[];
  topics: Topic[];
  institutions: Institution[];
  /** Words that tell which aspect of a service is meant, by aspect and language. */
  aspectWords: Templates["aspects"] | null;
  lexicon: Lexicon;
  confusables: Confusables;
  examples: Example[];
};

/** Content → knowledge; passages whose sources are all unknown are left out. */
export const assemble = (content: Content): Knowledge => {
  const sources = new Map([...content.sources].map(([key, { source }]) => [key, source]));
  const { catalogue, templates } = content;
  const passages = [
    ...content.articles.flatMap((article) => articlePassages(article, sources, content)),
    ...(catalogue && templates ? locales.flatMap((locale) => catalogue.services.flatMap((service) =>
      servicePassages(service, locale, { sources, templates }))) : []),
  ];
  return {
    sources,
    passages: passages
      .filter((passage) => passage.cites.length > 0 && passage.text !== "")
      .map((passage) => withMoreAsks(passage, content.moreAsks)),
    services: catalogue?.services ?? [],
    families: withIds(catalogue?.families),
    topics: withIds(catalogue?.topics),
    institutions: withIds(catalogue?.institutions),
    aspectWords: templates?.aspects ?? null,
    lexicon: content.lexicon,
    confusables: content.confusables,
    examples: examplesOf(content),
  };
};

const articlePassages = (article: Article, sources: ReadonlyMap<string, Source>, content: Content): Passage[] =>
  article.sections.map((section): Passage => ({
    id: `${article.locale}:${article.slug}#${section.anchor}`,
    pair: `${article.slug}#${section.anchor}`,
    locale: article.locale,
    title: article.front.title,
    heading: section.heading,
    text: fillCosts(section.text, article.locale, content),
    asks: section.asks,
    cites: resolveCites([{ source: section.sources.join(","), article: section.article }], sources),
    topic: article.front.topic,
    ...(article.front.service === undefined ? {} : { service: article.front.service }),
    unknown: section.unknown,
    reviewed: article.front.reviewed,
  }));

export const costMark = /\{\{\s*cost\s+([\w-]+)\s*\}\}/g;

const fillCosts = (text: string, locale: Locale, { catalogue, templates }: Content): string =>
  text.replace(costMark, (mark, id: string) => {
    const cost = catalogue?.services.find((service) => service.id === id)?.cost;
    return cost && templates ? inlineCost(cost, locale, templates) : mark;
  });

const withIds = <T extends object>(record: Record<string, T> | undefined): (T & { id: string })[] =>
  Object.entries(record ?? {}).map(([id, value]) => ({ id, ...value }));
