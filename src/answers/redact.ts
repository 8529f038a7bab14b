import { givenNames } from "./given-names.ts";

/**
 * Replaces what names or reaches a person by a mark of its kind: `[email]`, `[phone]`, `[document]`, `[number]`,
 * `[name]`. Dates, prices, article numbers and short figures stay. Same text again gives the same text.
 */
export const redact = (text: string): string =>
  rules.reduce((redacted, [pattern, mark]) => redacted.replace(pattern, mark), text);

const documentWords =
  "c[eé]dula(?: de (?:ciudadan[ií]a|extranjer[ií]a))?|c\\.? ?c\\.?|c\\.? ?e\\.?|ppt|pep|pasaporte|passport|documento|document|identificaci[oó]n|"
  + "tarjeta de identidad|t\\.? ?i\\.?|nit|rumv|dni|id card|id|historial|expediente|radicado";
const nameWord = "\\p{Lu}[\\p{L}'’-]+";
const nameTail = `${nameWord}(?:\\s+(?:(?:de|del|la|las|los|y|van|von|da|dos)\\s+){0,2}${nameWord}){0,4}`;

/** Who is said to be somebody: what follows is a name, unless it is a people or a standing. */
const noName = "(?!(?:Ciudadan|Venezolan|Colombian|Extranjer|Resident|Migrant|Refugiad|Refugee|Estudiant|Student|Ecuatorian|Peruan|Chilen|Argentin|Mexican|Cuban|Haitian|Brasile|Español|Spanish|American|Titular|Menor|Mayor|From|Not|The|Migraci|Canciller))";
const twoNames = `${noName}${nameWord}\\s+(?:(?:de|del|la)\\s+){0,2}${noName}${nameTail}`;
const kin = "(?:mi|mis|my)\\s+(?:espos[oa]|hij[oa]|mam[aá]|pap[aá]|madre|padre|herman[oa]|abuel[oa]|t[ií][oa]|prim[oa]|novi[oa]|amig[oa]|pareja|jefe|husband|wife|son|daughter|mother|mom|father|dad|brother|sister|friend|partner|boss)";
const stops = "(?!(?:y|and|que|quiero|necesito|i|pero|but|tengo|con|vivo|soy|estoy|de|para|desde|from|el|la|un|una|a|the|in|en|pregunta|wants|asks)(?!\\p{L}))";
const aGivenName = `(?:${givenNames})(?!\\p{L})`;

const rules: [RegExp, string][] = [
  [/[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, "[email]"],
  [/\+\d{1,3}[\s.()-]*(?:\d[\s.()-]*){6,12}\d/g, "[phone]"],
  [new RegExp(`(?<=(?<![\\p{L}\\p{N}])(?:${documentWords})(?:\\s*(?:es|is|no|nro|n[uú]m(?:ero)?|number|n°|nº|#|:|\\.)){0,4}\\s*)(?=[\\p{L}\\p{N}.-]*\\d{3})(?:[A-Z]{1,3}[\\s-]?)?\\d[\\d.\\s-]{3,}\\d`, "giu"), "[document]"],
  [/(?<![\p{L}\p{N}$.,])[A-Z]{1,3}[\s-]?\d{6,10}(?![\p{L}\p{N}])/gu, "[document]"],
  [/(?<![\p{L}\p{N}$.,])(?:\(?60[1-8]\)?[\s.-]?)?3?\d{2}[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?!\d|[.,]\d)/gu, "[phone]"],
  [/(?<![\p{L}\p{N}$.,])\d{1,3}(?:\.\d{3}){2,3}(?![\d.]|\s*(?:pesos|cop|usd|d[oó]lares|dollars))/giu, "[document]"],
  [/(?<!\p{L}|\d)(?!(?:19|20)\d\d-\d\d-\d\d(?!\d))\d(?:[\s-]?\d){7,}(?!\p{L}|\d)/gu, "[number]"],
  [/(?<!\d)\d{8,}/g, "[number]"],
  [new RegExp(`(?<=(?<!\\p{L})(?:[Mm]e llamo|[Mm]i nombre(?: completo)? es|[Yy]o soy|[Mm]y (?:full )?name is|[Mm]y name[’']s|[Ii] am called)\\s+)${nameTail}`, "gu"), "[name]"],
  [/(?<=(?<!\p{L})(?:me llamo|mi nombre(?: completo)? es|my (?:full )?name is|my name[’']s|i am called)\s+)(?!\[name\]|not\b|wrong|mis?spelle?d|spell|spelt|incorrect|written|mal\b|incorrecto)\p{L}+(?:\s+(?!y\b|and\b|que\b|quiero\b|necesito\b|i\b|pero\b|but\b|tengo\b|con\b|vivo\b|soy\b|estoy\b)\p{L}+){0,3}/giu, "[name]"],
  [new RegExp(`(?<=(?<!\\p{L})(?:[Ss]oy|[Ll]es? habla|[Ll]es? escribe|[Ii][’']m|[Ii] am|[Tt]his is|[Aa]tentamente,?|[Cc]ordialmente,?|[Ff]irma:?|[Rr]egards,?|[Ss]incerely,?)\\s+)${twoNames}`, "gu"), "[name]"],
  [new RegExp(`(?<=(?<!\\p{L})${kin},?\\s+)${noName}${nameTail}`, "gu"), "[name]"],
  [new RegExp(`(?<=(?<!\\p{L})(?:soy|les? habla|les? escribe|i[’']m|i am|this is|para|for|${kin}),?\\s+)${aGivenName}(?:\\s+${stops}\\p{L}+){0,3}`, "giu"), "[name]"],
  [new RegExp(`(?<!\\p{L}|(?:San|Santa|Aeropuerto|aeropuerto|Puente|puente|Internacional|Hospital|Universidad|Avenida|Colegio)\\s)(?=\\p{Lu})(?:${givenNames.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase())})(?:\\s+${nameWord}){1,3}`, "gu"), "[name]"],
];

/** A question as it is searched: redacted, and without the marks. */
export const withoutPersonalData = (text: string): string =>
  redact(text).replace(/(?:me llamo|mi nombre es|yo soy|my name is)?\s*\[(?:email|phone|document|number|name)\]/gi, " ");
