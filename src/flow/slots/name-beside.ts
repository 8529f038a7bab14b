import { flat } from "./flat.ts";

/** A name without what people say beside it: "sorry for the delay. Lars Aasgaard", "Rosalba Giraldo q es mi mama". */
export const nameAlone = (given: string): string => {
  const parts = given.split(/[,;:()\n!¡]+|(?<=\p{L}{3})\.(?=\s|$)|\s[-–]\s/u).map((part) => withoutTail(withoutLead(part.trim()))).filter(Boolean);
  const own = parts.filter((part) => !flat(part).split(/\s+/).some((word) => aside.has(word)));
  const [only, ...more] = own;
  if (only === undefined) return given;
  return own.length === parts.length && more.length > 0 ? given : own.length === 1 ? only : own.join(", ");
};

/** "I am Pedro, it is for my mother, Rosalba Giraldo": who writes is not who comes. */
const forAnother = /(?<!\p{L})(?:soy|me llamo|i am|i'm|im|my name is|this is) .*?(?<!\p{L})(?:para|for) (?:(?:mi|my|la|el) \p{L}+(?:,? (?:de nombre|llamad[oa]|called|named))?,? ?)?(.*)$/u;
const pronoun = /^(?:ella|el|ellos|her|him|them|mi|my|otra persona|somebody else)?[\s.!]*$/u;

/** The name of who comes, where a writer tells their own too; empty where only that is told. */
export const nameOfOther = (given: string): string => {
  const other = forAnother.exec(flat(given))?.[1];
  if (other === undefined) return given;
  return pronoun.test(other) ? "" : given.slice(given.length - other.length);
};

const kin = "(?:mama|papa|madre|padre|mami|papi|mother|father|mom|mum|dad|hij[oa]|nin[oa]|son|daughter|child|kid|espos[oa]|wife|husband|abuel[oa]|bebe|baby|titular|paciente|adult[oa]?|menor)";
const lead = new RegExp(`^(?:(?:ok|okay|si|no|ay|uy|bueno|pues|eh|mm+|perdon|disculpe|sorry|yes|hi|hola|listo|claro|sure|well|actually|mejor|digo)[\\s.]+)*(?:(?:(?:el|la|mi|su|the|my|his|her) )?(?:${kin} )?(?:se llama|is called|is named|name is|nombre es|name's|nombre completo es)|es|it is|it's|its|that is|seria|nombre|name|a nombre de|(?:el|la|the|my|mi) ${kin}(?: es| is)?)\\s+|^(?:(?:ok|okay|ay|uy|bueno|pues|perdon|disculpe|sorry|listo|claro|sure)[\\s.]+)+`, "u");
const tail = new RegExp(`\\s+(?:(?:q|que|k|who) (?:es|is) .*|es (?:mi|el|la|su) .*|is (?:my|the|his|her) .*|(?:el|la|the|mi|my) ${kin}|(?:and|y) (?:i am|i'm|soy|yo soy) .*|(?:muchas |mil )?gracias.*|thanks?(?: you)?.*|please|por ?fa(?:vor)?|sorry.*|perdon.*|disculp.*|mijo|mija|senorita|with (?:an? |one |two |double )?\\p{L}{1,3}(?: .*)?|con (?:doble |una? |dos )?\\p{L}{1,2}(?: .*)?)$`, "u");

const withoutLead = (part: string): string => {
  const found = lead.exec(flat(part));
  return found && found[0].length < part.length ? part.slice(found[0].length).trim() : part;
};

const withoutTail = (part: string): string => {
  const found = tail.exec(flat(part));
  return found && found.index > 0 ? part.slice(0, found.index).trim() : part;
};

/** Words that stand in no name. */
const aside = new Set([
  "sorry", "delay", "late", "perdon", "disculpe", "disculpa", "demora", "gracias", "thanks", "thank", "mama", "papa", "madre", "padre", "mother", "father", "mom", "mum", "dad", "hijo", "hija", "nino", "nina",
  "yo", "mismo", "misma", "me", "myself", "como", "as", "passport", "pasaporte", "documento", "is", "es", "it", "the", "my", "mi", "ok", "okay", "bueno", "adulto", "adulta", "adult", "wife", "husband", "son", "daughter", "child",
  "que", "q", "with", "name", "nombre", "soy", "am", "i", "was", "here", "ya", "volvi", "back", "no", "si", "yes", "please",
]);
