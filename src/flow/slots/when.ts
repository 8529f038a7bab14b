import type { Param } from "../types.ts";
import { parts } from "./clock.ts";
import { dayLater, inBogota } from "./day.ts";
import { flat } from "./flat.ts";
import { moment } from "./moment.ts";
import type { SlotContext, Validator } from "./validator.ts";
import { openEnded } from "./when/open-ended.ts";
import { spelt } from "./when/spelling.ts";
import { limitsIn } from "./when/limits.ts";
import { isSoonest } from "./when/soonest.ts";
import { dayNames, type DayName, readWish, refineWish, type Wish, writeWish } from "./when/wish.ts";

/**
 * When somebody would like to come, as loosely as people say it: "lo antes posible", "el martes en la tarde", "después del
 * 10", "next week in the morning". The value is a `Wish` as text: `soonest`, `2026-11-24`, `2026-11-24T15:00`,
 * `2026-12-11/`, `2026-12-01/2026-12-07 afternoon`, `morning`, `at 09:30`, `afternoon on tue,thu`; `same at 10:00` on the day that
 * is known, `/ afternoon` or `any-afternoon` on any day whatever was said before. Days are counted in Bogotá.
 */
export const when: Validator = {
  parse: (given, _options, context) => {
    const value = read(given, context);
    return value ? { ok: value } : { problem: "when" };
  },
  find: (given, context) => {
    const value = given.length <= mostFound && !/[?¿]/.test(given) ? read(given, context) : null;
    return value === null ? null : { value, start: 0, end: given.length };
  },
  show: (value) => shown(readWish(String(value))!),
  refine: (before, now) => writeWish(refineWish(readWish(String(before)) ?? {}, readWish(String(now)) ?? {}, marked(String(now)))),
  sure: true,
};

const beforeIt = /^(?:same |\/ |any-)(?=\S)/;

const marked = (value: string) => (value.startsWith("same") ? "same" : /^(?:\/ |any-)/.test(value) ? "any" : undefined);

const longest = 300;
/** Longer words, and questions, tell something else in which a day is named. */
const mostFound = 140;

const read = (given: string, context: SlotContext): string | null => {
  const known = readWish(given.trim());
  if (known) return given.trim() === "same" ? "same" : `${beforeIt.exec(given.trim())?.[0] ?? ""}${writeWish(known)}`;
  const text = flat(given.slice(0, longest)).trim();
  const said = wished(text.replace(sameDay, " "), context);
  if (sameDay.test(text)) return `same ${said === "soonest" ? "" : said ?? ""}`.trim();
  return said !== null && said !== "soonest" && anyDay.test(text) && !/\d{4}-\d\d/.test(said) ? `/ ${said}` : said;
};

/** The day that is known already, and any day whatever was said before. */
const sameDay = /(?<!\p{L})(?:(?:on |en )?(?:el |ese |the |that )?(?:mismo|same) (?:mismo )?(?:dia|day)|ese dia|that (?:very )?day)(?!\p{L})/u;
const anyDay = /(?<!\p{L})(?:cualquier dia|any day|otro dia|another day)(?!\p{L})/u;

const wished = (flatly: string, context: SlotContext): string | null => {
  const told = singular(spelt(flatly));
  const { rest, only, part, notThisWeek } = limitsIn(told);
  const text = rest.replace(/days(?!\p{L})/gu, "day");
  const isLimited = rest !== told.replace(/\s+/g, " ");
  const ended = openEnded(text, context);
  const wish = (ended && withWeekday(ended, text)) ?? pointed(text, context) ?? (isLimited || isSoonest(text) ? {} : null);
  if (!wish || (isLimited && Object.keys(wish).length === 0 && !only && !part && !notThisWeek)) return null;
  const from = notThisWeek && (!wish.from || wish.from < nextMonday(context)) ? nextMonday(context) : wish.from;
  return writeWish({ ...(part && { part }), ...wish, ...(from && { from }), ...(only && !isOneDay(wish) && { only }) });
};

/** "Next week, on Wednesday if possible": a day of the week within longer time. */
const withWeekday = (wish: Wish, text: string): Wish => {
  const named = wish.from !== wish.to && wish.to !== undefined && !bound.test(text) ? dayNames.filter((name) => daysNamed[name].test(text)) : [];
  return named.length > 0 ? { ...wish, only: named } : wish;
};

const bound = /(?<!\p{L})(?:antes|despues|before|after|desde|hasta|until|till|from|between|entre|by|since)(?!\p{L})/u;
const daysNamed: Record<DayName, RegExp> = {
  sun: /domingo|sunday/, mon: /lunes|monday/, tue: /martes|tuesday/, wed: /miercoles|wednesday/, thu: /jueves|thursday/, fri: /viernes|friday/, sat: /sabado|saturday/,
};

const isOneDay = ({ from, to }: Wish): boolean => from !== undefined && from === to;

/** "Mornings", "en las tardes", "before noon": a part of any day; why, and when something ended or was lost, is no matter. */
const singular = (text: string): string => text
  .replace(changing, " ")
  .replace(withNumber, (phrase, _article = "", number, ending = "", month = "") => (month ? `${number}${ending}${month}` : `el ${number}`))
  .replace(eitherPart, " ")
  .replace(/(?<!\p{L})(?:christmas|navidad|la navidad)(?!\p{L})/gu, "25 de diciembre")
  .replace(notThatDay, "$<day>")
  .replace(/(?<!(?:en|in|dentro de|within|next|proximos|siguientes|after|despues de) )(?<!\p{L})\d+ (?:dias|days)(?!\p{L})/gu, " ")
  .replace(/(?<!\p{L})(?:se (?:me |le )?)?(?:vencen?|vencio|caduca|termina|expires?|expired|ends?|runs? out|entre(?! (?:el|la|las|los|lunes|martes|\d))|llegue|llego|naci|nacio|arrived|entered|born|approved|aprobaron|perdi|perdio|lost|robaron|stolen|washed)(?!\p{L})(?! (?:semana|week))[^,.;]*/gu, " ")
  .replace(/\(.*?\)|(?<!\p{L})(?:porque|ya que|because|since i|as (?:i|he|she|we)(?!\p{L})).*$/gu, " ")
  .replace(/(?<!\p{L})(?:antes de(?:l| el)? medio ?dia|before (?:noon|midday|lunch))(?!\p{L})/gu, "en la manana")
  .replace(/(?<!\p{L})(?:despues de(?:l| el)? (?:medio ?dia|almuerzo|colegio)|after (?:noon|midday|lunch|school|work))(?!\p{L})/gu, "en la tarde")
  .replace(/(?<!\p{L})(morning|afternoon|evening)s(?!\p{L})/gu, "$1")
  .replace(/(?<!\p{L})(?:(?:en|por|a|para) )?las (manana|tarde|noche)s(?!\p{L})/gu, "en la $1")
  .replace(/(?<=cualquier |una |alguna )(tarde|manana)(?!\p{L})/gu, "dia en la $1");

/** "Change the hour to": what follows is when. */
const changing = /(?<!\p{L})(?:(?:cambi\p{L}*|mov\p{L}*|pas\p{L}*|corr\p{L}*|pon\p{L}*|change|move|make|set|put|switch) )?(?:(?:el|la|the|mi|my) )(?:day|date|hour|time|appointment|dia|fecha|hora|horario|cita) (?:to|for|at|a|al|para|por)(?= )/gu;
const eitherPart = /(?<!\p{L})(?:(?:en |por )?(?:la )?manana (?:o|u|y) (?:en |por )?(?:la )?tarde|(?:en |por )?(?:la )?tarde (?:o|y) (?:en |por )?(?:la )?manana|(?:in )?(?:the )?mornings? (?:or|and) (?:in )?(?:the )?afternoons?|(?:in )?(?:the )?afternoons? (?:or|and) (?:in )?(?:the )?mornings?)(?!\p{L})/gu;

const weekday = "(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:mon|tues|wednes|thurs|fri|satur|sun)day)";

/** "Not Monday, Tuesday" takes another day; "not Monday or Tuesday" refuses both. */
const notThatDay = new RegExp(`^(?:(?:actually|sorry|wait|perdon|espere|mejor|please|ay|uy|oops|bueno|no)[, ]+)*(?:no|not)(?: on| el)? ${weekday},? (?:sino |but |mejor |es |es mejor )?(?:on |el )?(?<day>${weekday})(?= |$)`, "u");

/** "Tuesday the 8th", "el viernes 4": the number tells the day. */
const withNumber = new RegExp(`(?<!\\p{L})(?:el |on |the )?${weekday}(?:,)? (?:the |el |dia )?()(\\d{1,2})(st|nd|rd|th)?(?! ?(?:[:.]\\d|a\\.? ?m|p\\.? ?m|h|y media|o'))(?!\\d)((?: de| of)? (?:ene|feb|mar|abr|apr|may|jun|jul|ago|aug|sep|set|oct|nov|dic|dec|jan)\\p{L}*)?`, "gu");

const nextMonday = ({ now }: SlotContext): string => {
  const today = inBogota(now);
  return dayLater(today, 7 - (today.weekday + 6) % 7);
};

/** A day, an hour of it, or only a part of any day. */
const pointed = (text: string, context: SlotContext): Wish | null => {
  const parsed = moment.parse(text, {}, context);
  if ("ok" in parsed) return readWish(String(parsed.ok));
  const day = parsed.keep?.slice(0, 10);
  if (parsed.problem === "moment-time") return { from: day!, to: day! };
  // An office opens at seven in the morning, and is closed at seven in the evening.
  if (parsed.problem === "moment-half") return { from: day!, to: day!, part: "morning" };
  if (parsed.problem !== "moment-day") return null;
  const anyDay = moment.parse(`${text} ; 2026-01-05`, {}, context);
  const { part, time } = ("ok" in anyDay ? readWish(String(anyDay.ok)) : null) ?? {};
  return part ? { part, ...(time && { time }) } : null;
};

const shown = ({ only, ...wish }: Wish): Param => {
  if (!only || (wish.from && wish.from === wish.to)) return shownDays(wish);
  const refused = dayNames.filter((name) => !only.includes(name));
  const few = only.length <= refused.length;
  return { key: `repair.when.${few ? "only" : "but"}`, params: { days: shownDays(wish), names: listed(few ? only : refused) } };
};

const listed = ([first, second, ...more]: DayName[]): Param => {
  const name = { key: `repair.weekday.${first!}` };
  return second ? { key: "repair.when.and", params: { first: name, second: listed([second, ...more]) } } : name;
};

const shownDays = ({ from, to, time, part }: Wish): Param => {
  const base = { ...(from && { from: { date: from } }), ...(to && { to: { date: to } }) };
  const days: Param = !from && !to ? { key: `repair.when.${time ? "any-day" : "soonest"}` }
    : from === to ? base.from!
    : { key: `repair.when.${from && to ? "between" : from ? "after" : "before"}`, params: base };
  if (time) return { key: "repair.when.at", params: { days, time } };
  if (!part) return days;
  return !from && !to ? { key: `repair.when.any-${part}` } : { key: `repair.moment.${parts.find((one) => one === part)!}`, params: { day: days } };
};
