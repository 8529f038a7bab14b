import type { RoutePart } from "../care/below.ts";
import type { Care } from "../care/care.ts";
import { dangerInWords, reachInWords, restInWords, sourcesOf, sourcesOfAll, stepInWords } from "../care/say.ts";
import type { Step } from "../care/types.ts";
import type { Utterance } from "../flow/types.ts";
import { locales, type Bilingual, type Locale } from "../locale.ts";
import type { Texts } from "../text.ts";

type Shown = { care: Care; texts: Texts; route: Step[] };

/** What saves a life in few words, then the first things to do whole, the others without what to bring and refusals. */
export const beginning = ({ care, texts, route }: Shown): Utterance[] => {
  if (route.length === 0) return [{ key: "care.no-route" }];
  const urgent = urgentOf(route);
  const after = urgent + mostWhole;
  return [
    { key: "care.route" },
    ...route.slice(0, urgent).map((_, at) => inShort({ care, texts, route }, at)),
    ...route.slice(urgent, after).map((_, i) => inFull({ care, texts, route }, urgent + i)),
    ...(route.length > after ? [{ key: "care.rest", params: { rest: { both: restInWords(texts, route, after) } }, sources: sourcesOfAll(care, route.slice(after)) }] : []),
  ];
};

const mostWhole = 2;

const urgentOf = (route: readonly Step[]): number => {
  const at = route.findIndex(({ danger }) => !danger);
  return at < 0 ? route.length : at;
};

/** A step with all that is known of it. */
export const inFull = ({ care, texts, route }: Shown, at: number): Utterance => (
  { key: "care.step", params: { text: { both: stepInWords(care, texts, route[at]!, at + 1) } }, sources: sourcesOf(care, route[at]!) }
);

const inShort = ({ care, route }: Shown, at: number): Utterance => (
  { key: "care.step", params: { text: { both: dangerInWords(route[at]!, at + 1) } }, sources: sourcesOf(care, route[at]!) }
);

/** Whether a route is the one that was shown before (`before`: its ids) but for some steps. */
export const isNearly = (route: readonly Step[], before: readonly string[]): boolean =>
  before.length > 0 && route.filter(({ id }) => before.includes(id)).length * 2 >= route.length;

/** What is new in a route that was shown before, what is left out of it, and that the first things to do are the same where they are. */
export const changed = (shown: Shown, before: readonly string[], titleOf: (id: string) => Bilingual | undefined): Utterance[] => {
  const { care, texts, route } = shown;
  const urgent = urgentOf(route);
  const places = route.flatMap(({ id }, at) => (before.includes(id) ? [] : [at]));
  const first = places.filter((at) => at >= urgent && at < urgent + mostWhole);
  const later = places.filter((at) => at >= urgent + mostWhole);
  const kept = route.slice(urgent, urgent + mostWhole).flatMap(({ id, title }, i) => (before.includes(id) ? [numbered(title, urgent + i)] : []));
  const gone = before.filter((id) => !route.some((step) => step.id === id)).flatMap((id) => titleOf(id) ?? []);
  return [
    { key: places.length > 0 ? "care.changed" : "care.fewer" },
    ...places.filter((at) => at < urgent).map((at) => inShort(shown, at)),
    ...first.map((at) => inFull(shown, at)),
    ...(later.length > 0 ? [{ key: "care.new", params: { steps: { both: restInWords(texts, route, 0, later) } }, sources: sourcesOfAll(care, later.map((at) => route[at]!)) }] : []),
    ...(kept.length > 0 ? [{ key: "care.kept", params: { steps: { both: joined(kept) } } }] : []),
    ...(gone.length > 0 ? [{ key: "care.gone", params: { steps: { both: joined(gone) } } }] : []),
    { key: "care.see-all" },
  ];
};

const numbered = (title: Bilingual, at: number): Bilingual => inBoth((locale) => `**${at + 1}. ${title[locale]}**`);

const joined = (some: Bilingual[]): Bilingual => inBoth((locale) => some.map((one) => one[locale]).join(" · "));

/** The part of a route that answers a question. */
export const partOf = (shown: Shown, part: RoutePart): Utterance[] => {
  const { care, texts, route } = shown;
  const urgent = urgentOf(route);
  const first = route.slice(urgent, urgent + mostWhole);
  if (route.length === 0) return [];
  switch (part) {
    case "all":
      return route.map((_, at) => inFull(shown, at));
    case "first":
      return [inFull(shown, Math.min(urgent, route.length - 1))];
    case "where":
      return first.length === 0 ? [inShort(shown, 0)] : [listed("care.where", first.flatMap((step, i) => step.helpers.map((helper) => inBoth((locale) => `- **${helper.name[locale]}** (${texts.text("care.of-step", locale, { number: String(urgent + i + 1) })}): ${reachInWords(care, helper, locale, (number) => `**${number}**`)}`))), first, care)];
    case "bring":
      return [listed("care.to-bring", bringOf(first), first, care)];
    default:
      return part satisfies never;
  }
};

const bringOf = (steps: Step[]): Bilingual[] => [...new Map(steps.flatMap(({ bring }) => bring).map((one) => [one.es, one])).values()].map((one) => inBoth((locale) => `- ${one[locale]}`));

const listed = (key: string, lines: Bilingual[], steps: Step[], care: Care): Utterance => (
  { key: lines.length > 0 ? key : "care.bring-nothing", params: { lines: { both: inBoth((locale) => lines.map((one) => one[locale]).join("\n")) } }, sources: sourcesOfAll(care, steps) }
);

const inBoth = (say: (locale: Locale) => string): Bilingual => Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Bilingual;
