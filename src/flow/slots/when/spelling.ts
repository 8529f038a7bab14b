import { editDistance } from "../../../words.ts";

/** Words of days and of parts of the day as they are written, for those that are a slip away: "wensday", "juebes", "afternon". */
export const spelt = (text: string): string => text.replace(/\p{L}{5,}/gu, (word) => {
  if (known.has(word) || others.has(word)) return word;
  const near = [...known].filter((right) => right[0] === alike(word[0]!, right[0]!) && editDistance(word, right, slips(right)) <= slips(right));
  return near.toSorted((a, b) => editDistance(word, a, 3) - editDistance(word, b, 3))[0] ?? word;
});

const slips = (right: string): number => (right.length >= 9 ? 2 : 1);

/** Letters that sound alike in Spanish stand for one another. */
const alike = (written: string, right: string): string => (["bv", "sc", "sz"].some((pair) => pair.includes(written) && pair.includes(right)) ? right : written);

const known = new Set([
  "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "sabados", "domingos",
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
  "morning", "mornings", "afternoon", "afternoons", "evening", "tomorrow", "proximo", "proxima", "semana",
  "january", "february", "september", "october", "november", "december", "enero", "febrero", "septiembre", "octubre", "noviembre", "diciembre",
]);

/** Words of their own that are a slip away. */
const others = new Set(["setiembre", "manana", "moment", "proximos", "proximas", "semanas", "money", "sundry", "viene", "vienes", "martin", "marte", "sabana"]);
