import type { Param } from "../types.ts";
import { flat } from "./flat.ts";
import { sumsIn, type Sum } from "./sums.ts";
import type { Validator } from "./validator.ts";

/** Money: "50 mil", "$120.000", "1,5 millones", "200k", "30 dólares". The value is a number and a currency, "50000 COP". */
export const amount: Validator = {
  parse: (text, { min, max }) => {
    const found = theOne(text);
    if (!found) return { problem: "amount" };
    if (found.currency === "other") return { problem: "amount-currency" };
    if (min !== undefined && found.value < min) return { problem: "number-low", params: { min } };
    if (max !== undefined && found.value > max) return { problem: "number-high", params: { max } };
    return { ok: written(found) };
  },
  find: (text) => {
    const found = theOne(text);
    if (!found?.isMoney || found.currency === "other") return null;
    return { value: written(found), start: found.start, end: found.end };
  },
  show: (value) => shown(String(value)),
};

const longest = 200;
const most = 1e13;
const range = /(?<!\p{L})(?:entre|between|from)(?!\p{L})|\d\s*(?:k|mil|millones)?\s*(?:-|–|a|o|u|to|or)\s+[$\d]/u;

/** The only sum of a text, or the only one that is called money; of a range neither end is meant. */
const theOne = (given: string): Sum | null => {
  const text = flat(given.slice(0, longest));
  if (range.test(text)) return null;
  const sums = sumsIn(text);
  const money = sums.filter(({ isMoney }) => isMoney);
  const [only, ...others] = money.length > 0 ? money : sums;
  if (!only || others.length > 0 || only.value < 0 || only.value > most) return null;
  if (!only.isMoney && wordsIn(text.slice(0, only.start) + text.slice(only.end)) > mostBeside) return null;
  const isPart = only.currency === "COP" && only.value < 100 && !Number.isInteger(only.value);
  return isPart ? null : only;
};

/** "An appointment or a call": so many words beside a number are about something else. */
const mostBeside = 4;
const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

const written = ({ value, currency }: Sum): string => `${Math.round(value * 100) / 100} ${currency}`;

const shown = (value: string): Param => {
  const [number, currency = "COP"] = value.split(" ");
  const inWords = (language: string) =>
    new Intl.NumberFormat(language, { style: "currency", currency, minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(Number(number));
  return { both: { es: inWords("es-CO"), en: inWords("en") } };
};
