import { flat } from "./flat.ts";
import { name } from "./name.ts";
import type { Found } from "./validator.ts";

/**
 * A whole name in words that tell other things too: "soy Ana Ruiz", "my son Leo Ruiz", or what stands alone `beside` a document
 * or an e-mail.
 */
export const toldName = (words: string, beside: boolean): Found | null => {
  const kin = ofKin.exec(words);
  if (kin) return whole(kin[1]!, kin.index + kin[0].length - kin[1]!.length);
  const surest = surestIntroduced.exec(flat(words))?.index ?? 0;
  const after = surest > 0 ? name.find!(words.slice(surest), { locale: "es", now: new Date(0) }) : null;
  const introduced = after ? { ...after, start: after.start + surest, end: after.end + surest } : name.find!(words, { locale: "es", now: new Date(0) });
  if (introduced) {
    const said = words.slice(introduced.start, introduced.end);
    const isPlain = beside && selfNamed.test(flat(words.slice(0, introduced.start)));
    if (isPlain || capitals.test(said)) return whole(said, introduced.start);
  }
  return beside ? alone(words) : null;
};

/** Small letters are a name only where somebody says that it is theirs: "in the name of a former employee" is none. */
const selfNamed = /(?:mi nombre (?:completo )?es|me llamo|my (?:full )?name is|my name's|(?:nombre|name):)\s*$/;

const surestIntroduced = /(?<!\p{L})(?:mi nombre (?:completo )?es|me llamo|my (?:full )?name is|my name's)(?!\p{L})/u;

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const capitals = new RegExp(`^${word}(?: (?:(?:de|del|la|los|las|y) )*${word})+$`, "u");
const ofKin = new RegExp(`(?<!\\p{L})(?:[Mm]i|[Mm]y) (?:hij[oa]|niñ[oa]|niet[oa]|mam[aá]|pap[aá]|madre|padre|espos[oa]|son|daughter|child|mother|father|wife|husband|grandson|granddaughter)(?: (?:se llama|es|is called|is named|is))?,? (${word}(?: (?:(?:de|del|la|los|las|y) )*${word})+)`, "u");

const alone = (words: string): Found | null => {
  const isLong = words.split(/\s+/).length > mostBeside;
  for (const part of words.matchAll(/[^,;.\n]+/g)) {
    const said = part[0].trim();
    if (isLong && !capitals.test(said)) continue;
    const found = said && whole(said, part.index + part[0].indexOf(said));
    if (found) return found;
  }
  return null;
};

const mostWords = 6;
/** In a longer text a name stands in capitals. */
const mostBeside = 14;

const whole = (said: string, start: number): Found | null => {
  const parts = flat(said).split(/\s+/);
  if (parts.length < 2 || parts.length > mostWords || parts.some((part) => noName.has(part))) return null;
  const parsed = name.parse(said, {}, { locale: "es", now: new Date(0) });
  return "ok" in parsed ? { value: parsed.ok, start, end: start + said.length } : null;
};

const noName = new Set([
  "un", "una", "el", "mi", "mis", "su", "es", "son", "con", "en", "yo", "ella", "este", "esta", "numero", "correo", "documento", "cedula", "telefono", "celular", "adulto", "adulta", "adult", "menor", "nino", "nina",
  "hijo", "hija", "mama", "papa", "cita", "quiero", "venezolano", "venezolana", "colombiano", "colombiana", "a", "an", "the", "my", "his", "her", "is", "are", "it", "for", "me", "in", "at", "and", "with", "son", "daughter", "child",
  "mother", "father", "number", "email", "document", "phone", "passport", "id", "venezuelan", "colombian", "from", "appointment", "book", "ok", "lunes", "martes", "miercoles", "jueves", "viernes", "manana", "tarde", "monday", "tuesday", "wednesday", "thursday", "friday", "morning", "afternoon",
  "hotel", "hostal", "hostel", "empresa", "compania", "company", "restaurante", "restaurant", "hospedaje", "of", "not", "linked", "that", "this", "to", "que", "no", "se", "on", "by",
  "primera", "primero", "segunda", "ultima", "first", "second", "last", "one", "acuerdo", "agree", "acepto", "i", "accept",
]);
