import { locales, type Bilingual, type Locale } from "../locale.ts";
import type { Texts } from "../text.ts";
import type { Care, CareSource } from "./care.ts";
import type { Profile } from "./profile.ts";
import type { Helper, Step } from "./types.ts";

/** A step as a message: what to do first, who helps, what to bring, the right behind it, what to do after a no. */
export const stepInWords = (care: Care, texts: Texts, step: Step, number: number): Bilingual =>
  inBoth((locale) => {
    const line = (key: string, words: string) => `- **${texts.text(`care.${key}`, locale)}:** ${words}`;
    return [
      `**${number}. ${step.title[locale]}**`, "", step.text[locale], "",
      ...step.helpers.map((helper) => line("who", `${helper.name[locale]}. ${reachInWords(care, helper, locale, linked)}`)),
      ...(step.bring.length > 0 ? [line("bring", step.bring.map((one) => one[locale]).join(" "))] : []),
      line("right", step.right[locale]),
      line("refused", step.refused[locale]),
    ].join("\n");
  });

/** What somebody gives and how to reach them; `link` puts a number into a form that can be called. */
export const reachInWords = (care: Pick<Care, "unknown">, { gives, line, address, reach, url, unknown }: Helper, locale: Locale, link: (number: string) => string): string => [
  gives[locale],
  ...(line ? [`${link(line.number)}.`] : []),
  ...(address ? [address[locale]] : []),
  ...(reach ? [reach[locale]] : []),
  ...(unknown ? [care.unknown[locale]] : []),
  ...(url ? [url] : []),
].join(" ");

const linked = (number: string): string => `**[${number}](tel:${number.replaceAll(" ", "")})**`;

/** A step about danger in few words, with the numbers to call. */
export const dangerInWords = (step: Step, number: number): Bilingual =>
  inBoth((locale) => {
    const lines = step.helpers.flatMap(({ line }) => (line ? [linked(line.number)] : []));
    return [`**${number}. ${step.title[locale]}.** ${step.text[locale]}`, ...lines].join(" · ");
  });

/**
 * Steps of a route with what to do, who helps, and each right that is short and was not said before, in few words: those from
 * `first` on, counted from 0, or those at `places`.
 */
export const restInWords = (texts: Texts, route: readonly Step[], first: number, places: readonly number[] = route.map((_, at) => at).slice(first)): Bilingual =>
  inBoth((locale) => {
    const said = new Set(route.slice(0, first).map(({ right }) => right.es));
    return places.map((at) => {
      const { title, text, helpers, right } = route[at]!;
      const isNew = right[locale].length <= shortRight && !said.has(right.es);
      said.add(right.es);
      return `**${at + 1}. ${title[locale]}.** ${text[locale]}${isNew ? ` ${texts.text("care.right", locale)}: ${right[locale]}` : ""}${by(helpers.map((helper) => whoAndWhere(helper, locale)))}`;
    }).join("\n\n");
  });

const shortRight = 110;

const by = (helpers: string[]): string => ` (${helpers.join("; ")})`;

const whoAndWhere = ({ name, line, address }: Helper, locale: Locale): string => [name[locale], ...(line ? [linked(line.number)] : []), ...(address ? [address[locale].replace(/\.$/, "")] : [])].join(": ");

/** Where several steps were published, each source once. */
export const sourcesOfAll = (care: Care, steps: readonly Step[]): CareSource[] =>
  [...new Set(steps.flatMap(({ sources }) => sources.map(({ source }) => source)))].map((key) => care.source(key));

/** What was understood, in one sentence's parts: "volvió hace pocos días, necesita ayuda de emergencia, está en Cúcuta". */
export const toldInWords = (texts: Texts, { need, who, since, paper, condition, matter, place }: Profile, city: string | undefined): Bilingual =>
  inBoth((locale) => {
    const say = (dimension: string, word: string) => (word === "unsaid" ? [] : [texts.text(`care.told.${dimension}.${word}`, locale)]);
    const where = city === undefined || place === "unsaid" || place === "abroad" ? say("place", place === "abroad" ? place : "unsaid") : [texts.text("care.told.place.city", locale, { city })];
    return [
      ...say("who", who), ...say("since", since), ...say("paper", paper), ...condition.flatMap((one) => say("condition", one)),
      ...where, ...need.flatMap((one) => say("need", one)), ...matter.flatMap((one) => say("matter", one)),
    ].join(", ");
  });

/** Where something was published, for the line below it. */
export const sourcesOf = (care: Care, step: Pick<Step, "sources">): (CareSource & { article?: string })[] =>
  step.sources.map(({ source, article }) => ({ ...care.source(source), ...(article === undefined ? {} : { article }) }));

const inBoth = (say: (locale: Locale) => string): Bilingual => Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Bilingual;
