import type { Choice, Param } from "../types.ts";
import { clockIn, parts, type Clock, type Part } from "./clock.ts";
import { date } from "./date.ts";
import { dayLater, inBogota } from "./day.ts";
import { flat } from "./flat.ts";
import type { Found, SlotContext, Validator } from "./validator.ts";

/**
 * A day with a time of day: "mañana a las 3", "next Tuesday in the afternoon". The value is in Bogotá's own time,
 * "2026-11-24T15:00", or a day and a part of it, "2026-11-24 afternoon". An hour is one of an office's: 3 is in the
 * afternoon, 9 in the morning; of 6 and 7 one must ask.
 */
export const moment: Validator = {
  parse: (given, _options, context) => {
    const { day, clock } = read(given.slice(0, longest), context);
    if (!day && !clock) return { problem: "moment" };
    const time = clock && timeOf(clock);
    if (!day) return { problem: "moment-day", keep: given.trim().slice(0, mostKept) };
    if (!time) return { problem: clock ? "moment-half" : "moment-time", keep: kept(day.value, clock), choices: halves };
    return { ok: `${day.value}${time}` };
  },
  find: (given, context) => {
    const text = given.slice(0, longest);
    const { day, clock } = read(text, context);
    const time = clock && timeOf(clock);
    if (!day || !time) return null;
    const spans = [day, ...clock.spans].sort((a, b) => a.start - b.start);
    const isOne = spans.every(({ start }, i) => i === 0 || joined.test(flat(text.slice(spans[i - 1]!.end, start))));
    const end = Math.max(...spans.map((span) => span.end));
    return isOne ? { value: `${day.value}${time}`, start: spans[0]!.start, end } : null;
  },
  show: (value) => shown(String(value)),
};

const longest = 500;
const mostKept = 60;
const joined = /^[\s,]*(?:(?:a|al|en|el|la|las|de|por|on|at|in|the|como)\s+)*$/;
const halves: Choice[] = (["morning", "afternoon"] as const).map((value) => ({ value, title: { key: `repair.button.${value}` } }));

/** The words for the time are taken out before the day is looked for: in Spanish one word is morning and tomorrow. */
const read = (given: string, context: SlotContext): { day: Found | null; clock: Clock | null } => {
  const text = flat(given);
  const clock = clockIn(text);
  const rest = without(text, clock?.spans ?? []);
  const day = date.find!(rest, context) ?? today(text, context);
  if (clock?.part || !day) return { day, clock };
  const morning = /(?<!pasado )(?<!\p{L})manana(?!\p{L})/u.exec(rest);
  const other = morning && date.find!(without(rest, [spanOf(morning)]), context);
  if (!other) return { day, clock };
  return { day: other, clock: { minute: 0, sure: false, ...clock, part: "morning", spans: [...(clock?.spans ?? []), spanOf(morning)] } };
};

/** "This afternoon" says a part of the day, and the day with it. */
const today = (text: string, { now }: SlotContext): Found | null => {
  const match = /(?<!\p{L})(?:esta (?:manana|tarde|noche)|this (?:morning|afternoon|evening)|tonight)(?!\p{L})/u.exec(text);
  return match && { value: dayLater(inBogota(now), 0), ...spanOf(match) };
};

const spanOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });

/** Marks instead of blanks: the library for dates stumbles over many blanks after an English month. */
const without = (text: string, spans: Clock["spans"]): string =>
  spans.reduce((rest, { start, end }) => rest.slice(0, start) + ";".repeat(end - start) + rest.slice(end), text);

/** "T15:00", or " afternoon"; null where it may be one of two hours. */
const timeOf = ({ hour, minute, sure, part }: Clock): string | null => {
  if (hour === undefined) return part ? ` ${part}` : null;
  const whole = sure ? hour : part ? inPart(hour, part) : ofOffice(hour);
  return whole === null ? null : `T${twoFigures(whole)}:${twoFigures(minute)}`;
};

const inPart = (hour: number, part: Part): number =>
  part === "morning" ? hour % 12 : part === "evening" && hour === 12 ? 0 : (hour % 12) + 12;

const ofOffice = (hour: number): number | null => (hour === 6 || hour === 7 ? null : hour < 6 ? hour + 12 : hour);

const twoFigures = (n: number): string => String(n).padStart(2, "0");

/** What the next answer completes: the day as it was understood, and the hour as it was said. */
const kept = (day: Found["value"], clock: Clock | null): string =>
  clock?.hour === undefined ? String(day) : `${day} at ${clock.hour}:${twoFigures(clock.minute)}`;

const shown = (value: string): Param => {
  const day = { date: value.slice(0, 10) };
  const part = parts.find((name) => value.endsWith(` ${name}`));
  if (part) return { key: `repair.moment.${part}`, params: { day } };
  const at = new Date(`${value}:00-05:00`);
  const time = (language: string) => new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "America/Bogota" }).format(at);
  return { key: "repair.moment.at", params: { day, time: { both: { es: time("es-CO"), en: time("en") } } } };
};
