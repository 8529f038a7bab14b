import type { Found } from "./validator.ts";
import { numberWords } from "./number-words.ts";

/** A part of the day, where no hour is said. */
export const parts = ["morning", "afternoon", "evening"] as const;
export type Part = (typeof parts)[number];

/** What a text says of the time of day. `hour` is as it was said; without `sure`, 7 may be in the morning or at night. */
export type Clock = { hour?: number; minute: number; sure: boolean; part?: Part; spans: Pick<Found, "start" | "end">[] };

/** The time of day in a flat text; null when it says none. */
export const clockIn = (text: string): Clock | null => {
  const spans: Clock["spans"] = [];
  const part = partIn(text, spans);
  const time = hourIn(text, spans);
  if (!time && !part) return null;
  return { minute: 0, sure: false, ...time, ...(part && { part }), spans };
};

const words: Record<Part, string> = {
  morning: "(?:(?:en|por|de|a|toda) la )manana|(?:in|during) the morning|(?:this )?(?<!good )morning|a primera hora|temprano|a\\. ?m\\b\\.?|(?<=\\d ?)a ?m\\b\\.?",
  afternoon: "(?:(?:en|por|de|a|toda) la )?(?<!mas )(?<!muy )tarde|despues de almuerzo|(?:in|during) the afternoon|(?:this )?(?<!good )afternoon|p\\.? ?m\\b\\.?",
  evening: "(?:(?:en|por|de|a) la )?noche|(?:in the )?(?<!good )evening|tonight|(?:at )?(?<!good )night",
};

const named = parts.map((part) => ({ part, pattern: new RegExp(`(?<![\\p{L}])(?:${words[part]})(?!\\p{L})`, "gu") }));

const partIn = (text: string, spans: Clock["spans"]): Part | undefined => {
  const found = named.flatMap(({ part, pattern }) => [...text.matchAll(pattern)].map((match) => ({ part, match })));
  for (const { match } of found) spans.push({ start: match.index, end: match.index + match[0].length });
  return found.toSorted((a, b) => a.match.index - b.match.index)[0]?.part;
};

const hours = "(\\d{1,2}|una|one|dos|two|tres|three|cuatro|four|cinco|five|seis|six|siete|seven|ocho|eight|nueve|nine|diez|ten|once|eleven|doce|twelve)";
const minutes = "(?:\\s?[:.h]\\s?(\\d{2})(?!\\d))?";
const about = "(?:(?:como |mas o menos )?a (?:eso de )?las?|sobre las?|hacia las?|tipo|desde las?|las|at|around|about|by)";
const after = "(?:\\s+(y media|y cuarto|y quince|y treinta|menos cuarto))?";
const marked = "(?=\\s*(?:a\\.? ?m\\b|p\\.? ?m\\b|de la (?:manana|tarde|noche)|in the (?:morning|afternoon|evening)|o'? ?clock|horas|hs?\\b))";

const monthBefore = "\\b(?:january|february|march|april|may|june|july|august|september|october|november|december) ";

const patterns = {
  past: new RegExp(`(?<!\\p{L})(half past|quarter past|quarter to) ${hours}(?![\\p{L}\\d])`, "u"),
  said: new RegExp(`(?<!\\p{L})${about}\\s+${hours}${minutes}${after}(?![\\p{L}\\d])`, "u"),
  marked: new RegExp(`(?<![\\p{L}\\d/.-])(?<!${monthBefore})${hours}${minutes}${after}${marked}`, "u"),
  figures: /(?<![\p{L}\d:/.-]|\d[t ])(\d{1,2})[:h](\d{2})(?![\d:])/u,
  iso: /(?<=\d[t ])(\d{2}):(\d{2})(?!\d)/u,
  alone: new RegExp(`^\\s*${hours}${minutes}${after}(?=\\s+\\d{4}-\\d{2}-\\d{2}$)`, "u"),
  noon: /(?<!\p{L})(?:al? )?(?:medio ?dia|noon|midday)(?!\p{L})/u,
};

type Time = Pick<Clock, "hour" | "minute" | "sure">;

const hourIn = (text: string, spans: Clock["spans"]): Time | null => {
  for (const [kind, pattern] of Object.entries(patterns)) {
    const match = pattern.exec(text);
    const time = match && read(kind as keyof typeof patterns, match);
    if (!time) continue;
    spans.push({ start: match.index, end: match.index + match[0].length });
    return time;
  }
  return null;
};

const read = (kind: keyof typeof patterns, [, first = "", second, third]: RegExpExecArray): Time | null => {
  if (kind === "noon") return { hour: 12, minute: 0, sure: true };
  if (kind === "past") return shifted(hourOf(second!), first === "half past" ? 30 : first === "quarter past" ? 15 : -15);
  const hour = hourOf(first);
  const minute = Number(second ?? 0);
  if (hour > 24 || minute > 59) return null;
  const sure = kind === "iso" || hour > 12 || hour === 0 || /^0\d$/.test(first);
  const more = third === undefined ? 0 : third.startsWith("menos") ? -15 : /media|treinta/.test(third) ? 30 : 15;
  return more === 0 ? { hour: hour % 24, minute, sure } : shifted(hour, more);
};

const hourOf = (word: string): number => (/^\d/.test(word) ? Number(word) : numberWords[word]!);

const shifted = (hour: number, more: number): Time =>
  more < 0 ? { hour: hour === 1 ? 12 : hour - 1, minute: 60 + more, sure: hour > 13 } : { hour, minute: more, sure: hour > 12 };
