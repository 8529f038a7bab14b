import type { Bilingual, Locale } from "../../locale.ts";
import type { Aspect, Passage, Source } from "../types.ts";
import type { Cost, Said, Service } from "./catalogue.ts";
import { formatPrice } from "./price.ts";
import { fill, type Templates } from "./templates.ts";

export type PassageContext = { sources: ReadonlyMap<string, Source>; templates: Templates };
type Cited = { source: string; article?: string | undefined };
type Draft = { part: string; aspect: Aspect; heading: Bilingual; asks: Record<Locale, string[]>; text: Bilingual; cited: Cited[]; unknown?: boolean };

/** The passages of a service in one language, one for each aspect that its entry holds. */
export const servicePassages = (service: Service, locale: Locale, context: PassageContext): Passage[] =>
  drafts(service, context).map((draft) => toPassage(draft, service, locale, resolveCites(draft.cited, context.sources)));

const toPassage = (draft: Draft, service: Service, locale: Locale, cites: Passage["cites"]): Passage => ({
  id: `${locale}:service:${service.id}#${draft.part}`,
  pair: `service:${service.id}#${draft.part}`,
  locale,
  title: service.name[locale],
  heading: draft.heading[locale],
  text: draft.text[locale],
  asks: draft.asks[locale],
  cites,
  topic: service.topic,
  service: service.id,
  aspect: draft.aspect,
  unknown: draft.unknown === true,
  reviewed: cites.map(({ source }) => source.seen).sort().at(-1) ?? "",
});

const drafts = (service: Service, context: PassageContext): Draft[] => {
  const { templates } = context;
  const named = (part: Exclude<Aspect, "fact">, text: Bilingual, cited: Cited[], unknown?: boolean): Draft => ({
    part, text, cited, unknown: unknown === true,
    aspect: part,
    heading: both((locale) => fill(templates.aspects[part].heading[locale], { name: service.name[locale] })),
    asks: part === "summary"
      ? { es: [...service.asks.es, ...templates.aspects.summary.aliases.es], en: [...service.asks.en, ...templates.aspects.summary.aliases.en] }
      : templates.aspects[part].aliases,
  });
  const one = (part: Exclude<Aspect, "fact">, said: Said | undefined): Draft[] =>
    said ? [named(part, both((locale) => withLink(said[locale], said.url)), [said], said.unknown)] : [];
  const list = (part: "requirements" | "steps", said: Said[] | undefined): Draft[] =>
    said?.length ? [named(part, both((locale) => said.map((item, at) => `${part === "steps" && said.length > 1 ? `${at + 1}.` : "-"} ${item[locale]}`).join("\n")), said, said.every((item) => item.unknown))] : [];
  return [
    named("summary", summary(service), [service.summary], service.summary.unknown),
    ...one("who", service.who),
    ...list("requirements", service.requirements),
    ...list("steps", service.steps),
    ...(service.cost ? [named("cost", costText(service.cost, context), costCited(service.cost), service.cost.kind === "unknown")] : []),
    ...one("where", service.where), ...one("time", service.time), ...one("validity", service.validity),
    ...(service.facts ?? []).map((fact): Draft => ({ ...fact, part: fact.id, aspect: "fact", cited: [fact], unknown: fact.unknown === true })),
  ];
};

const summary = (service: Service): Bilingual =>
  both((locale) => [service.summary[locale], service.warning?.[locale]].filter(Boolean).join("\n\n"));

/** The place itself: a page where something is done is shown as a link. */
const withLink = (text: string, url: string | undefined): string =>
  url === undefined ? text : `${text}\n\n[${new URL(url).host}](${url})`;

const costText = (cost: Cost, { sources, templates }: PassageContext): Bilingual =>
  both((locale) => {
    const said = templates.cost;
    const priced = (template: string, amount: number, currency: "COP" | "USD" | "EUR", year: number, source = "") =>
      fill(template, { price: formatPrice(amount, currency, locale, templates), year, source });
    const lines = [];
    if (cost.kind === "amount") lines.push(priced(said.amount[locale], cost.amount, cost.currency, cost.year));
    else if (cost.kind === "disagree") {
      lines.push(fill(said.disagree[locale], { year: cost.year }));
      lines.push(cost.disagree.map((one) => priced(
        said.figure[locale], one.amount, cost.currency, cost.year, dated(sources.get(one.source), one.source, locale),
      )).join("\n"));
    } else lines.push(said[cost.kind][locale]);
    return [...lines, cost.note?.[locale]].filter(Boolean).join("\n\n");
  });

/** A source by its title and, where it is known, its day: sources that disagree are weighed by their dates. */
const dated = (source: Source | undefined, key: string, locale: Locale): string => {
  const title = source?.title[locale] ?? key;
  if (source?.published?.length !== "2026-01-31".length) return title;
  const day = new Intl.DateTimeFormat(locale === "es" ? "es-CO" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(source.published));
  return `${title} (${day})`;
};

const costCited = (cost: Cost): Cited[] => cost.kind === "disagree" ? cost.disagree : [cost];

/** The sources of a passage, each once with all its articles. A key may be a list: `a,b`. Unknown keys are left out. */
export const resolveCites = (cited: Cited[], sources: ReadonlyMap<string, Source>): Passage["cites"] => {
  const articles = new Map<Source, Set<string>>();
  for (const { source: keys, article } of cited) {
    for (const key of sourceKeys(keys)) {
      const source = sources.get(key);
      if (source) articles.set(source, (articles.get(source) ?? new Set()).add(article ?? ""));
    }
  }
  return [...articles].map(([source, named]) => {
    const article = [...named].filter(Boolean).join("; ");
    return article === "" ? { source } : { source, article };
  });
};

export const sourceKeys = (keys: string): string[] => keys.split(",").map((key) => key.trim()).filter(Boolean);

const both = (say: (locale: Locale) => string): Bilingual => ({ es: say("es"), en: say("en") });
