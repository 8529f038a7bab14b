import { flat } from "./flat.ts";
import { nameAlone, nameOfOther } from "./name-beside.ts";
import type { Validator } from "./validator.ts";

const longest = 120;

/** A person's name as they write it, without "me llamo" or "my name is". */
export const name: Validator = {
  parse: (given, { min = 2, max = longest }) => {
    const value = tidy(nameAlone(withoutIntroduction(nameOfOther(given))));
    const words = flat(value).split(" ");
    if (value.length > max) return { problem: "too-long", params: { max } };
    const fits = !someone.test(flat(value)) && value.length >= min && words.length <= 10 && shape.test(value) && !words.some((word) => notInNames.has(word));
    return fits ? { ok: value } : { problem: "name" };
  },
  find: (text) => {
    const match = introduced.exec(flat(text));
    if (!match) return null;
    const end = match.index + match[0].length;
    const start = end - match[1]!.length;
    const value = tidy(text.slice(start, end));
    return shape.test(value) ? { value, start, end } : null;
  },
  show: (value) => value,
};

const shape = /^\p{L}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)*$/u;
const introduction = "(?:mi nombre (?:completo )?es|me llamo|yo soy|soy|nombre:?|a nombre de|my (?:full )?name is|my name's|i am|i'm|this is|name:?)";
const leading = new RegExp(`^(?:(?:hola|hello|hi|buenas|buenos dias|buenas tardes|buenas noches|si|yes)[\\s,.!]+)*${introduction}\\s+`);
const introduced = new RegExp(`(?:^|[\\s,;.])${introduction}\\s+([\\p{L}\\p{M}'’-]+(?: [\\p{L}\\p{M}'’-]+){0,6}?)(?=\\s*(?:$|[,;.\\n\\d]|\\s(?:y|and|con|with|mi|my|tengo|vivo|de correo)\\s))`, "u");

/** Words that tell a sentence from a name. */
const notInNames = new Set([
  "soy", "llamo", "nombre", "name", "i'm", "que", "quiero", "como", "cuando", "porque", "donde", "cuanto", "cuanta", "cual", "necesito", "ayuda", "hola", "gracias",
  "no", "si", "quien", "para", "por", "tengo", "puedo", "esta", "este", "cancelar", "atras", "yes", "want", "need", "how",
  "mejor", "tarde", "tardes", "manana", "lunes", "martes", "miercoles", "jueves", "viernes", "cita", "hora", "dia", "otro", "otra", "cambiar", "cambie", "confirmo", "confirmar", "cualquiera", "primera",
  "afternoon", "morning", "monday", "tuesday", "wednesday", "thursday", "friday", "appointment", "time", "change", "instead", "confirm", "first", "second", "anyone",
  "what", "why", "when", "where", "who", "which", "help", "thanks", "hello", "dont", "don't", "please", "cancel", "back", "can",
]);

/** Who is meant, and not how they are called. */
const someone = /^(?:(?:for|para|a|es|it is|its|only|just|solo) )*(?:me|mi|mi mism[oa]|myself|her|him|them|she|he|ella|el|yo|yo mism[oa]|nosotros|us|(?:mi|my) \p{L}+|(?:el|la|the) (?:mi[oa]|nin[oa]|child|kid|adult[oa]?|menor|senor[a]?)|mine|adult[oa]?|an adult|un menor|a minor|child)$/u;

const withoutIntroduction = (given: string): string => {
  const text = given.trim();
  const match = leading.exec(flat(text));
  return match ? text.slice(match[0].length) : text;
};

/** One space between words; capitals where there were none, or nothing else. */
const tidy = (given: string): string => {
  const text = given.replace(/[\p{Extended_Pictographic}\u200d\ufe0f]+/gu, " ").replace(/\s+/g, " ").replace(/^[\s.,;:!-]+|[\s.,;:!-]+$/g, "");
  const [surname, first, ...more] = text.split(/\s*,\s*/);
  const ordered = first && more.length === 0 ? `${first} ${surname}` : text;
  const oneCase = ordered === ordered.toLowerCase() || ordered === ordered.toUpperCase();
  return oneCase ? capitalised(ordered) : ordered;
};

const particles = new Set(["de", "del", "la", "las", "los", "y", "da", "do", "dos", "van", "von", "e"]);

const capitalised = (text: string): string =>
  text.toLowerCase().split(" ").map((word, index) => (
    index > 0 && particles.has(word) ? word : word.replace(/^\p{L}|(?<=[-'’])\p{L}/gu, capital)
  )).join(" ");

// "ß" has no capital of its own.
const capital = (letter: string): string => {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
};
