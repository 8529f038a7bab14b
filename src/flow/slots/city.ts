import { editDistance, fold } from "../../words.ts";
import { cities } from "./cities.ts";
import { flat } from "./flat.ts";
import type { Found, Validator } from "./validator.ts";

/** A Colombian city by its name or what people call it, with or without typos. The value is its id, "santa-marta". */
export const city: Validator = {
  parse: (text) => {
    const found = first(text) ?? anywhere(text);
    return found ? { ok: found.value } : { problem: "city" };
  },
  find: (text) => first(text),
  show: (value) => cities[value]?.name ?? value,
};

const longest = 500;
const byName = new Map(
  Object.entries(cities).flatMap(([id, { name, called = [] }]) => (
    [id.replaceAll("-", " "), fold(name), ...called].map((known): [string, string] => [known, id])
  )),
);

/** A part of the text that is nothing but a city, or what follows "vivo en", "ciudad", "I live in". */
const first = (given: string): Found | null => {
  const text = flat(given.slice(0, longest));
  return wholePart(text, exactly) ?? afterCue(text) ?? wholePart(text, nearly);
};

const wholePart = (text: string, named: (part: string) => string | null): Found | null => {
  for (const part of text.matchAll(/[^,;\n]+/g)) {
    const trimmed = part[0].trim();
    const value = named(trimmed);
    const start = part.index + part[0].indexOf(trimmed);
    if (value) return { value, start, end: start + trimmed.length };
  }
  return null;
};

const cue = /(?<!\p{L})(?:(?:vivo|resido|estoy|ciudad|live|living|city)(?: (?:en|de|in|of|is|es))?:?|desde|en|in|from|near|cerca de) (?=\p{L})/gu;

const afterCue = (text: string): Found | null => {
  for (const match of text.matchAll(cue)) {
    const found = longestAt(text, match.index + match[0].length);
    if (found) return found;
  }
  return null;
};

/** For the question "which city": one city anywhere in a short reply. */
const anywhere = (given: string): Found | null => {
  const text = flat(given.slice(0, longest));
  const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  if (starts.length > 12) return null;
  const found = starts.map((start) => longestAt(text, start)).filter((value) => value !== null);
  const widest = found.filter((a) => !found.some((b) => b !== a && b.start <= a.start && b.end >= a.end));
  return new Set(widest.map(({ value }) => value)).size === 1 ? widest[0]! : null;
};

const mostWords = 6;

const longestAt = (text: string, start: number): Found | null => {
  const words = [...text.slice(start).matchAll(/[\p{L}\p{N}]+/gu)].slice(0, mostWords);
  for (const last of words.reverse()) {
    const end = start + last.index + last[0].length;
    const value = exactly(text.slice(start, end)) ?? nearly(text.slice(start, end));
    if (value) return { value, start, end };
  }
  return null;
};

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const exactly = (text: string): string | null => byName.get(plain(text)) ?? null;

/** With one typo, or two in a long name; nicknames are too alike for two ("ciudad bonita", "ciudad: Bogotá"). */
const nearly = (text: string): string | null => {
  const name = plain(text);
  if (name.length < 5) return null;
  let best: { id: string; distance: number } | null = null;
  for (const [known, id] of byName) {
    if (known.length < 5) continue;
    const limit = name.length >= 8 && known === id.replaceAll("-", " ") ? 2 : 1;
    const distance = editDistance(name, known, limit);
    if (distance <= limit && (!best || distance < best.distance)) best = { id, distance };
  }
  return best?.id ?? null;
};
