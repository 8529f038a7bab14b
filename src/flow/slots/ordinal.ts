import { tokens } from "../../words.ts";

/** The place in a list that a short reply names ("2", "la segunda", "option two", "the last one"), from 0; or null. */
export const ordinal = (text: string, count: number): number | null => {
  const words = tokens(text).filter((word) => !around.has(word));
  if (words.length !== 1) return isOnlyOne(text) ? within(1, count) : null;
  const word = words[0]!;
  if (last.has(word)) return within(count, count);
  return within(/^\d{1,2}$/.test(word) ? Number(word) : places.get(word) ?? 0, count);
};

const within = (place: number, count: number): number | null => (place >= 1 && place <= count ? place - 1 : null);

const around = new Set([
  "la", "el", "lo", "opcion", "numero", "nro", "n", "num", "por", "favor", "quiero", "escojo", "elijo", "prefiero", "es", "esa", "gracias",
  "the", "option", "number", "please", "i", "want", "choose", "that", "one", "choice", "a", "d", "like", "would", "letra", "thanks", "mas",
]);

const isOnlyOne = (text: string): boolean => /^(?:(?:option|number|opcion|numero)\s+)?one(?:\s+please)?[.!]?$/i.test(text.trim());

const last = new Set(["ultima", "ultimo", "last"]);

const places = new Map(
  [
    ["primera", "primero", "primer", "uno", "cercana", "cercano", "cerca", "temprana", "temprano", "pronta", "nearest", "closest", "earliest", "soonest", "first", "fist", "frist", "firts", "1ra", "1ro", "1a", "1st"],
    ["segunda", "segundo", "dos", "second", "two", "2da", "2do", "2a", "2nd"],
    ["tercera", "tercero", "tercer", "tres", "third", "three", "3ra", "3ro", "3a", "3rd"],
    ["cuarta", "cuarto", "cuatro", "fourth", "four", "4ta", "4to", "4a", "4th"],
    ["quinta", "quinto", "cinco", "fifth", "five", "5ta", "5to", "5a", "5th"],
    ["sexta", "sexto", "seis", "sixth", "six", "6ta", "6to", "6a", "6th"],
    ["septima", "septimo", "siete", "seventh", "seven", "7ma", "7mo", "7a", "7th"],
    ["octava", "octavo", "ocho", "eighth", "eight", "8va", "8vo", "8a", "8th"],
    ["novena", "noveno", "nueve", "ninth", "nine", "9na", "9no", "9a", "9th"],
    ["decima", "decimo", "diez", "tenth", "ten", "10ma", "10mo", "10a", "10th"],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);
