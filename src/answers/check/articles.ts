import type { Fault } from "../../fault.ts";
import { locales, type Locale } from "../../locale.ts";
import type { Article, Section } from "../content/article.ts";
import { costMark } from "../content/assemble.ts";
import type { Content } from "../content/folder.ts";
import { amountsOf, formatAmount } from "../content/price.ts";
import { isDay } from "./dates.ts";

/** Articles: dates of review, sources, anchors that match their translation, prices that stand in the catalogue. */
export const checkArticles = (content: Content, now: Date): Fault[] => [
  ...content.articles.flatMap((article) => [
    ...checkFront(article, content, now),
    ...article.sections.flatMap((section) => checkSection(article, section, content)),
    ...duplicates(article.sections.map(({ anchor }) => anchor)).map((anchor) =>
      ({ file: article.file, path: `#${anchor}`, message: `anchor "${anchor}" stands twice in this article` })),
  ]),
  ...checkTranslations(content),
];

const checkFront = ({ file, front }: Article, { catalogue }: Content, now: Date): Fault[] => {
  const faults: Fault[] = [];
  const today = now.toISOString().slice(0, 10);
  for (const field of ["reviewed", "review_by"] as const) {
    if (!isDay(front[field])) faults.push({ file, path: `front matter.${field}`, message: `"${front[field]}" is not a day (YYYY-MM-DD)` });
  }
  if (isDay(front.review_by) && front.review_by < today) {
    faults.push({ file, path: "front matter.review_by", message: `the review was due on ${front.review_by}: compare it with its sources and set a new day` });
  }
  if (isDay(front.reviewed) && front.reviewed > today) {
    faults.push({ file, path: "front matter.reviewed", message: `${front.reviewed} is in the future` });
  }
  if (front.service !== undefined && catalogue && !catalogue.services.some(({ id }) => id === front.service)) {
    faults.push({ file, path: "front matter.service", message: `no service called "${front.service}" in services.yaml` });
  }
  return faults;
};

const checkSection = ({ file, locale }: Article, section: Section, content: Content): Fault[] => {
  const path = `#${section.anchor}`;
  const faults: Fault[] = [];
  if (section.sources.length === 0) faults.push({ file, path, message: "a passage needs a source: {#anchor source=key}" });
  for (const key of section.sources) {
    if (!content.sources.has(key)) faults.push({ file, path, message: `no source called "${key}" in data/sources` });
  }
  return [...faults, ...[...checkConflict(section), ...checkPrices(section.text, locale, content)].map((message) => ({ file, path, message }))];
};

/** Where sources disagree, a person can weigh them only by their dates. */
const checkConflict = ({ conflict, sources, text }: Section): string[] => {
  if (!conflict) return [];
  const years = new Set(text.match(/\b(?:19|20)\d\d\b/g));
  return [
    ...(sources.length < 2 ? ["a conflict needs two sources: source=a,b"] : []),
    ...(years.size < 2 ? [`a conflict says the date of each source: the text names ${years.size} of at least 2 years`] : []),
  ];
};

const checkPrices = (text: string, locale: Locale, { catalogue }: Content): string[] => {
  if (!catalogue) return [];
  const marks = [...text.matchAll(costMark)].flatMap(([mark, id]) => {
    const service = catalogue.services.find((one) => one.id === id);
    if (!service) return [`${mark}: no service called "${id}" in services.yaml`];
    return service.cost ? [] : [`${mark}: service "${id}" has no cost`];
  });
  const repeated = catalogue.services.flatMap(({ id, cost }) => (cost ? amountsOf(cost) : [])
    .filter((amount) => amount >= 1000 && holdsAmount(text, amount, locale))
    .map((amount) => `the price ${formatAmount(amount, locale)} stands in services.yaml: write {{cost ${id}}}`));
  return [...marks, ...new Set(repeated)];
};

const holdsAmount = (text: string, amount: number, locale: Locale): boolean =>
  [String(amount), formatAmount(amount, locale)].some((written) =>
    new RegExp(`(?<![\\d.,])${written.replaceAll(".", "\\.")}(?![\\d]|[.,]\\d)`).test(text));

const checkTranslations = ({ dir, articles }: Content): Fault[] =>
  articles.flatMap((article): Fault[] => {
    const other = otherLocale(article.locale);
    const twin = articles.find(({ slug, locale }) => slug === article.slug && locale === other);
    if (!twin) return [{ file: article.file, path: "", message: `the translation ${dir}/${other}/${article.slug}.md is missing` }];
    const anchors = article.sections.map(({ anchor }) => anchor);
    const theirs = twin.sections.map(({ anchor }) => anchor);
    const missing = anchors.filter((anchor) => !theirs.includes(anchor));
    if (missing.length > 0) return missing.map((anchor) => ({ file: twin.file, path: `#${anchor}`, message: `the anchor stands in ${article.file} and is missing here` }));
    const differs = article.locale === locales[0] && anchors.length === theirs.length ? theirs.find((anchor, at) => anchor !== anchors[at]) : undefined;
    return differs ? [{ file: twin.file, path: `#${differs}`, message: `the anchors stand in another order than in ${article.file}` }] : [];
  });

const otherLocale = (locale: Locale): Locale => (locale === "es" ? "en" : "es");

export const duplicates = (names: string[]): string[] => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
