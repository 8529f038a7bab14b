import type { Locale } from "../../locale.ts";
import type { Cost } from "./catalogue.ts";
import { fill, type Templates } from "./templates.ts";

type Currency = keyof Templates["currencies"];

/** 294000 COP → "294.000 pesos" in Spanish, "COP 294,000" in English. */
export const formatPrice = (amount: number, currency: Currency, locale: Locale, templates: Templates): string =>
  fill(templates.currencies[currency][locale], { amount: formatAmount(amount, locale) });

/** The figure alone, with the language's thousands mark: 294.000 / 294,000. */
export const formatAmount = (amount: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === "es" ? "es-CO" : "en-US", { useGrouping: "always" }).format(amount);

/** The price inside a sentence of an article: what `{{cost sc-1}}` becomes. */
export const inlineCost = (cost: Cost, locale: Locale, templates: Templates): string => {
  const template = templates.inline[cost.kind][locale];
  if (cost.kind === "amount") {
    return fill(template, { price: formatPrice(cost.amount, cost.currency, locale, templates), year: cost.year });
  }
  if (cost.kind !== "disagree") return template;
  const prices = cost.disagree.map((one) => formatPrice(one.amount, cost.currency, locale, templates));
  return fill(template, { prices: prices.join(" / "), year: cost.year });
};

/** Every figure of a cost, to find those repeated by hand. */
export const amountsOf = (cost: Cost): number[] => {
  if (cost.kind === "amount") return [cost.amount];
  return cost.kind === "disagree" ? cost.disagree.map((one) => one.amount) : [];
};
