import type { Choice } from "../types.ts";
import { type DocumentType, documentTypes } from "./document-types.ts";
import { flat } from "./flat.ts";
import type { Found, Validator } from "./validator.ts";

/** An identity document. The value is its type and number, "CC 1020345678". */
export const document: Validator = {
  parse: (text) => {
    const found = first(text);
    if (found) return { ok: found.value };
    const bare = numberAlone(text);
    const type = bare && onlyType(text);
    if (type && documentTypes[type].number.test(bare)) return { ok: `${type} ${bare}` };
    return bare ? { problem: "document-type", keep: bare, choices: typeChoices } : { problem: "document" };
  },
  find: (text) => first(text),
  show: (value) => value,
  sure: true,
};

const types = Object.keys(documentTypes) as DocumentType[];
const typeChoices: Choice[] = types.map((type) => ({ value: type.toLowerCase(), title: { key: `repair.document.${type.toLowerCase()}` } }));

// The longest words first: "cedula de extranjeria" before "cedula".
const named = types
  .flatMap((type) => documentTypes[type].words.map((word: string) => ({ type, word })))
  .sort((a, b) => b.word.length - a.word.length);

const typeOf = new Map(named.map(({ type, word }) => [word, type]));
const typeWords = named.map(({ word }) => word.replace(/ /g, "[ .]*")).join("|");
const link = "(?:[\\s:.,#-]|\\bes\\b|\\bis\\b|\\bnumero\\b|\\bnumber\\b|\\bnro\\b|\\bno\\b|\\bnum\\b|\\bn[°º]|\\bla\\b|\\bel\\b|\\bcon\\b|\\bde\\b|\\bmi\\b|\\bmy\\b)*";
const figures = "[a-z]{0,3}[\\s-]?\\d(?:[\\s.,-]{0,2}[a-z0-9]){3,13}";
const digits = "[a-z]{0,3}\\d(?:[ .-]{0,2}\\d){3,12}";
const spelled = new RegExp(`(?<![\\p{L}\\p{N}])(${typeWords})(?!\\p{L})[.]*${link}(${figures})(?![\\p{L}\\p{N}])`, "gu");
const narrow = new RegExp(`(?<![\\p{L}\\p{N}])(${typeWords})(?!\\p{L})[.]*${link}(${digits})(?![\\p{L}\\p{N}])`, "gu");

const isYear = /^(?:19|20)\d\d$/;

const first = (text: string): Found | null => {
  const plain = flat(text);
  for (const pattern of [narrow, spelled]) {
    for (const match of plain.matchAll(pattern)) {
      const type = typeOf.get(match[1]!.replace(/[ .]+/g, " ").trim());
      const number = compact(match[2]!);
      if (!type || isYear.test(number) || !documentTypes[type].number.test(number)) continue;
      return { value: `${type} ${number}`, start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
};

/** The type that a text names, wherever it stands: "1020345678 es mi cédula", "pasaporte venezolano 123…". */
const onlyType = (text: string): DocumentType | null => {
  const plain = flat(text);
  const match = new RegExp(`(?<![\\p{L}\\p{N}])(?:${typeWords})(?![\\p{L}\\p{N}])`, "gu");
  const types = new Set([...plain.matchAll(match)].map(([word]) => typeOf.get(word.replace(/[ .]+/g, " ").trim())));
  const [type] = types;
  return types.size === 1 && type ? type : null;
};

const compact = (number: string): string => number.replace(/[^a-z0-9]/g, "").toUpperCase();

const numberAlone = (text: string): string | null => {
  const match = /(?<![\p{L}\p{N}])(?:[a-z]{1,3})?\d(?:[ .,-]{0,2}\d){4,11}(?![\p{L}\p{N}])/u.exec(flat(text));
  return match ? compact(match[0]) : null;
};
