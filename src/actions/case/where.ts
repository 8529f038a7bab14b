import { cities } from "../../flow/slots/cities.ts";
import { flat } from "../../flow/slots/flat.ts";
import { close, edge, joined, spansIn } from "./spans.ts";

/** Where a story says that it happened: "oficina de Cúcuta", or else the places that it names: "Salento, Quindío". */
export const whereIn = (story: string): string | undefined =>
  joined([...spansIn(story, places, shortened), ...numbered(story)].slice(0, 3)) ?? joined([...new Set([...townsIn(story), ...citiesIn(story)])].filter((one, i, all) => !all.some((other, j) => j !== i && other.includes(one))).slice(0, 3));

/** A house on a street: "calle 19". */
const numbered = (story: string): string[] => spansIn(story, /(?<!\p{L})(?:calle|carrera|avenida|diagonal) \d+\p{L}?(?: (?:#|con|no\.?) ?\d+[\p{L}\d-]*)?/gu);

/** Before "airport" stand as many words as begin with a capital, or one; after a kind of place, its name. */
const shortened = (span: string): string => {
  const words = span.split(/\s+/u);
  if (!/^(?:airport|office|bridge|post|crossing|checkpoint)$/i.test(words.at(-1)!)) return nameEnds(span);
  const known = knownNames.find((name) => ` ${flat(span)}`.endsWith(` ${name} ${flat(words.at(-1)!)}`));
  const capitals = words.slice(0, -1).reverse().findIndex((word) => !/^\p{Lu}/u.test(word));
  const length = known ? known.split(" ").length : Math.max(1, capitals < 0 ? words.length - 1 : capitals);
  return words.slice(-length - 1).join(" ");
};

/** A town after "in", written with capitals; neither the country nor a language, a month or an office by its letters. */
const townsIn = (story: string): string[] =>
  [...story.matchAll(/(?<!\p{L})(?:en|in|at|near|cerca de|hacia|llegar a|live in|vivo en) (?:el |la |the )?(\p{Lu}\p{Ll}[\p{L}'-]+(?: (?:de |del |la |los )?\p{Lu}\p{Ll}[\p{L}'-]+){0,3}(?:, \p{Lu}\p{Ll}[\p{L}'-]+)?)/gu)].map(([, name]) => name!).filter((name) => !noTown.test(flat(name)));

const noTown = /^(?:colombia|venezuela|ecuador|espanol|ingles|spanish|english|french|migracion|migration|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december|lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday|internet|dios|god|excel|word|fact|advance|particular|derecho|cancilleria|registraduria)(?!\p{L})/u;

/** A name has one word, and goes on with capitals or as a city does: "aeropuerto El Dorado", "oficina de santa marta", not "la gente". */
const nameEnds = (text: string): string => {
  const words = text.split(/\s+/u);
  const firstOfName = words.findIndex((word, i) => i > 0 && !linking.has(flat(word)));
  if (firstOfName < 0) return text;
  const rest = words.slice(firstOfName);
  const city = knownNames.find((name) => `${flat(rest.join(" "))} `.startsWith(`${name} `));
  const length = city ? city.split(" ").length : 1 + (rest.slice(1).findIndex((word) => !/^(?:\p{Lu}|\d)/u.test(word)) + rest.length) % rest.length;
  return words.slice(0, firstOfName + Math.max(1, length)).join(" ");
};

const linking = new Set(["de", "del", "en", "la", "el", "los", "las", "of", "in", "at", "internacional", "migracion", "control"]);
/** Names of places that people also write small. */
const sights = ["simon bolivar", "francisco de paula santander", "atanasio girardot", "el dorado", "jose maria cordova", "rafael nunez", "alfonso bonilla aragon", "ernesto cortissoz", "palonegro", "camilo daza", "simon bolivar internacional", "la unidad", "el salitre"];
const knownNames = [...Object.values(cities).map(({ name }) => flat(name)), ...sights].sort((a, b) => b.length - a.length);

const citiesIn = (story: string): string[] => {
  const plain = flat(story);
  return Object.values(cities).map(({ name }) => name).filter((name) => new RegExp(`(?:(?<!\\p{L})(?:en|in|at|de|desde|from|a|to) |(?:^|[.\\n]\\s*))${flat(name)}(?!\\p{L})`, "u").test(plain));
};

const stop = "(?:que|q|y|e|o|me|no|se|le|la|el|lo|los|las|con|donde|a|al|fui|para|por|pero|cuando|tiene|estaba|hay|es|ya|su|mi|nos|asks|ask|and|or|the|that|is|was|were|where|told|to|with|on|at|has|had|looks|for|from|sells|i|he|she|they|we|who|when|because|by|into|de|del|in|of|en|between|since)";
const notNames = "(?:your|the|an?|any|some|each|every|no|my|this|that|our|his|her|their|runs|same|another|every|\\p{N}+|migration|immigration|head|visa|local|other|main|new|old)";
const name = `(?!${stop}${close})[\\p{L}\\p{N}'-]+`;
const places = new RegExp([
  `(?:oficina|sede|aeropuerto|terminal|puente|puesto(?: de control| fronterizo)?|regional|consulado|puerto)(?: (?:de|del|en|la|el|internacional|migracion))* ${name}(?: ${name}){0,4}`,
  "(?:ventanilla|modulo|booth|window|counter|desk|gate) \\d+",
  `(?:airport|office|port|bridge|border post) (?:of|in|at) ${name}(?: ${name}){0,3}`,
].map((one) => `${edge}${one}${close}`).concat(`${edge}(?:(?!${notNames}${close})${name} ){1,4}(?:airport|office|bridge|border post|border crossing|checkpoint)${close}`).join("|"), "gu");
