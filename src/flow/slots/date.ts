import { en, es } from "chrono-node";
import type { Locale } from "../../locale.ts";
import { dayLater, inBogota, isoDay, realDay } from "./day.ts";
import { flat } from "./flat.ts";
import type { Found, SlotContext, Validator } from "./validator.ts";

/** A day, in words or figures of either language. The value is an ISO day as it is counted in Bogotá. */
export const date: Validator = {
  parse: (text, _options, context) => {
    const found = first(text, context);
    return found ? { ok: found.value } : { problem: "date" };
  },
  find: (text, context) => first(text, context),
  show: (value) => ({ date: String(value) }),
};

const longest = 500;

const first = (given: string, context: SlotContext): Found | null => {
  const text = flat(given.slice(0, longest));
  return inFigures(text) ?? inEverydayWords(text, context) ?? inWords(text, context);
};

/** Day first, as it is written here; month first only where nothing else is possible. */
const inFigures = (text: string): Found | null => {
  for (const match of text.matchAll(/(?<![\p{L}\p{N}./-])(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?![\p{N}]|[./-]\d)/gu)) {
    const [a, b, c] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const year = c < 100 ? c + (c < 70 ? 2000 : 1900) : c;
    const value = a > 31 ? realDay(a, b, c) : realDay(year, b, a) ?? realDay(year, a, b);
    if (value) return { value, start: match.index, end: match.index + match[0].length };
  }
  return null;
};

const weekdays = ["domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"];
const weekday = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:el|este|proximo|proxima) )*(${weekdays.join("|")})(?: (?:que viene|proximo|siguiente))?(?![\\p{L}\\p{N}])(?! *,? *\\d)`, "u");
const dayAfterTomorrow = /(?<!\p{L})pasado manana(?!\p{L})/u;
const dayOfMonth = /(?<![\p{L}\p{N}])(?:el|dia|the) (?:dia )?(\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:$|[,;.!?]))/u;

/** What the library does not know, or counts otherwise: "el próximo martes" is the nearest one to come. */
const inEverydayWords = (text: string, { now }: SlotContext): Found | null => {
  const today = inBogota(now);
  const at = (match: RegExpExecArray, value: string): Found => ({ value, start: match.index, end: match.index + match[0].length });
  const after = dayAfterTomorrow.exec(text);
  if (after) return at(after, dayLater(today, 2));
  const named = weekday.exec(text);
  if (named) return at(named, dayLater(today, (weekdays.indexOf(named[1]!) - today.weekday + 6) % 7 + 1));
  const numbered = dayOfMonth.exec(text);
  const value = numbered && nextOfMonth(today, Number(numbered[1]));
  return value ? at(numbered, value) : null;
};

const nextOfMonth = ({ year, month, day }: ReturnType<typeof inBogota>, wanted: number): string | null => {
  for (let ahead = wanted < day ? 1 : 0; ahead < 3; ahead++) {
    const months = year * 12 + month - 1 + ahead;
    const value = realDay(Math.floor(months / 12), months % 12 + 1, wanted);
    if (value) return value;
  }
  return null;
};

const inWords = (text: string, { locale, now }: SlotContext): Found | null => {
  const order: Locale[] = locale === "es" ? ["es", "en"] : ["en", "es"];
  const found = order.map((language) => read(text, language, now)).filter((value) => value !== null);
  return found.sort((a, b) => (b.end - b.start) - (a.end - a.start))[0] ?? null;
};

const bogotaMinutes = -300;

/** "December 10" is a day; the British reading of the library takes it for a month of the year 2010. */
const monthFirst = /\b(january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})(?![\d:]|st|nd|rd|th|,? ?\d{4})/g;

const read = (text: string, locale: Locale, now: Date): Found | null => {
  const parser = locale === "es" ? es : en.GB;
  const words = locale === "es" ? text.replace(/\bmanana\b/g, "mañana").replace(/\bdel (?=\d{4})/g, "de  ") : text.replace(monthFirst, "$2 $1");
  for (const { index, text: matched, start } of parser.parse(words, { instant: now, timezone: bogotaMinutes }, { forwardDate: true })) {
    if (!start.isCertain("day") && !start.isCertain("weekday")) continue;
    const day = isoDay(start.get("year")!, start.get("month")!, start.get("day")!);
    const value = !start.isCertain("day") && day === dayLater(inBogota(now), 0) ? dayLater(inBogota(now), 7) : day;
    if (value) return { value, start: index, end: index + matched.length };
  }
  return null;
};
