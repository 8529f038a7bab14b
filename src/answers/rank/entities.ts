import { fold, tokens } from "../../words.ts";
import type { Passage } from "../types.ts";

/** What must agree between a question and its answer: a place, a year, a numbered thing (SC-1, UTA 3, Law 1437). */
export type Entities = { places: Set<string>; years: Set<string>; codes: Set<string> };

const places = [
  "bogota", "bucaramanga", "cucuta", "medellin", "cali", "cartagena", "barranquilla", "santa marta", "pereira", "armenia", "manizales",
  "ipiales", "rumichaca", "leticia", "arauca", "maicao", "riohacha", "turbo", "necocli", "san andres", "villavicencio", "ibague", "neiva",
  "pasto", "popayan", "valledupar", "monteria", "sincelejo", "tunja", "yopal", "inirida", "puerto carreno", "buenaventura", "soacha",
  "paraguachon", "villa del rosario", "antioquia", "santander", "norte de santander", "atlantico", "magdalena", "narino", "la guajira",
];
const place = new RegExp(`(?<![a-z])(?:${places.join("|")})(?![a-z])`, "g");
const code = /(?<![a-z])(sc|uta|law|ley|decreto|decree|resolucion|resolution|visa|art|ods|sdg)[\s-]?(?:de |of |no )?(\d{1,4}|[mvr](?![a-z]))/g;
const visaLast = /(?<![a-z])([mvr])[\s-](?:type )?visa/g;

export const entitiesIn = (text: string): Entities => {
  const folded = fold(text);
  return {
    places: new Set(folded.match(place) ?? []),
    years: new Set(tokens(folded).filter((word) => /^20[0-3]\d$/.test(word))),
    codes: new Set([
      ...[...folded.matchAll(code)].map(([, kind, number]) => `${oneName[kind!] ?? kind!}${number!}`),
      ...[...folded.matchAll(visaLast)].map(([, letter]) => `visa${letter!}`),
    ]),
  };
};

const oneName: Record<string, string> = { law: "ley", decree: "decreto", resolution: "resolucion", sdg: "ods" };

/** Of a passage, what its title and heading name: its text may speak of others too. */
export const entitiesOfLabel = ({ title, heading, service, unknown, asks }: Passage): Entities => {
  const found = entitiesIn(`${title}; ${heading}; ${unknown ? asks.join("; ") : ""}`);
  return service === undefined ? found : { ...found, years: new Set() };
};
