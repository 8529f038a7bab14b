import type { Need } from "../care/needs.ts";
import type { Step } from "../care/types.ts";
import { locales, type Locale } from "../locale.ts";
import type { PortfolioContent } from "./entries.ts";
import type { Entry, EntrySource, Part } from "./types.ts";

export type RouteStep = Pick<Step, "id" | "when" | "at" | "order" | "title" | "text" | "helpers" | "sources">;
/** A source of the registry by its key. */
export type SourceOf = (key: string) => EntrySource | undefined;

/** The route of a need: its steps in their order. Undefined where there is none. */
export const routeEntry = ({ steps, texts, sourceOf }: PortfolioContent, need: Need): Entry | undefined => {
  const own = steps.filter(({ when }) => !when.need || (when.need as readonly string[]).includes(need)).toSorted((a, b) => rank(a) - rank(b) || a.order - b.order);
  if (own.length === 0) return undefined;
  const name = (locale: Locale) => texts.text(`referral.need.${need}`, locale);
  const parts = (locale: Locale): Part[] => own.map(({ at, title, text, helpers }) => ({ heading: at === "abroad" ? texts.text("servicios.abroad", locale, { title: title[locale] }) : title[locale], text: [text[locale], ...helpers.map((helper) => `- ${helper.name[locale]}`)].join("\n") }));
  const [es, en] = locales;
  return {
    id: `route/${need}`, kind: "route", name: { es: texts.text("servicios.route", es, { need: name(es) }), en: texts.text("servicios.route", en, { need: name(en) }) },
    about: { es: texts.text("servicios.route-about", es), en: texts.text("servicios.route-about", en) },
    group: null, needs: [need], cities: "all", provider: null, cost: null, price: null, online: null,
    parts: { es: parts(es), en: parts(en) },
    sources: [...new Set(own.flatMap(({ sources }) => sources.map(({ source }) => source)))].flatMap((key) => sourceOf(key) ?? []),
    demonstration: false, alsoCalled: [],
  };
};

/** First what holds everywhere, then what a city has, then what is for who is outside of Colombia. */
const rank = ({ at, when }: RouteStep): number => (at === "abroad" ? 2 : when.place ? 1 : 0);
