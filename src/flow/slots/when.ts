import type { Param } from "../types.ts";
import { parts } from "./clock.ts";
import { flat } from "./flat.ts";
import { moment } from "./moment.ts";
import type { SlotContext, Validator } from "./validator.ts";
import { openEnded } from "./when/open-ended.ts";
import { isSoonest } from "./when/soonest.ts";
import { readWish, type Wish, writeWish } from "./when/wish.ts";

/**
 * When somebody would like to come, as loosely as people say it: "lo antes posible", "el martes en la tarde", "después del
 * 10", "next week in the morning". The value is a `Wish` as text: `soonest`, `2026-11-24`, `2026-11-24T15:00`,
 * `2026-12-11/`, `2026-12-01/2026-12-07 afternoon`, `morning`. Days are counted in Bogotá.
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
  sure: true,
};

const longest = 300;
/** Longer words, and questions, tell something else in which a day is named. */
const mostFound = 140;

const read = (given: string, context: SlotContext): string | null => {
  const told = flat(given.slice(0, longest)).trim().replace(/days(?!\p{L})/gu, "day");
  const text = told.replace(refused, " ").trim();
  const known = readWish(given.trim());
  if (known) return writeWish(known);
  const wish = openEnded(text, context) ?? pointed(text, context) ?? (isSoonest(text) || (text !== told && !/\p{L}{3}/u.test(text)) ? {} : null);
  return wish && writeWish(wish);
};

const weekdays = "(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)";
/** A day that somebody cannot come on is none to look for: "menos los viernes", "not on a Monday", "el viernes no puedo". */
const refused = new RegExp(
  `(?:,\\s*)?(?:\\b(?:pero|but)\\s+)?\\b(?:(?:que )?no (?:sea|es|los?|el|puedo (?:el|los)|me sirven? (?:el|los))|menos|excepto|salvo|no|not|except|other than|anything but|but not|not on|never on)(?: on)?(?: an?| el| los| the| this)?\\s+(?:dia )?${weekdays}(?:(?:,| o| y| ni| or| and| nor)\\s+(?:el |los )?${weekdays})*`
  + `|\\b(?:el |los |on )?${weekdays}\\s+(?:no puedo|no me sirven?|no|i (?:can ?not|can.?t)|does ?n.?t work)(?!\\p{L})`, "gu");

/** A day, an hour of it, or only a part of any day. */
const pointed = (text: string, context: SlotContext): Wish | null => {
  const parsed = moment.parse(text, {}, context);
  if ("ok" in parsed) return readWish(String(parsed.ok));
  const day = parsed.keep?.slice(0, 10);
  if (parsed.problem === "moment-time") return { from: day!, to: day! };
  // An office opens at seven in the morning, and is closed at seven in the evening.
  if (parsed.problem === "moment-half") return { from: day!, to: day!, part: "morning" };
  if (parsed.problem !== "moment-day") return null;
  const anyDay = moment.parse(`2026-01-05 ${text}`, {}, context);
  const part = "ok" in anyDay ? readWish(String(anyDay.ok))?.part : undefined;
  return part ? { part } : null;
};

const shown = ({ from, to, time, part }: Wish): Param => {
  const base = { ...(from && { from: { date: from } }), ...(to && { to: { date: to } }) };
  const days: Param = !from && !to ? { key: "repair.when.soonest" }
    : from === to ? base.from!
    : { key: `repair.when.${from && to ? "between" : from ? "after" : "before"}`, params: base };
  if (time) return { key: "repair.when.at", params: { days, time } };
  if (!part) return days;
  return !from && !to ? { key: `repair.when.any-${part}` } : { key: `repair.moment.${parts.find((one) => one === part)!}`, params: { day: days } };
};
