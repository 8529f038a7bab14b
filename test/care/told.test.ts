import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { placeTold, withTold } from "../../src/actions/care-known.ts";
import { coherent } from "../../src/care/profile.ts";
import { routeFor } from "../../src/care/route.ts";
import { readRoutes } from "../../src/care/routes.ts";
import { checkRoutes, type Beside } from "../../src/care/check.ts";
import { checkTold, looksForRoute } from "../../src/care/told.ts";
import { cityTold } from "../../src/flow/slots/city-told.ts";
import { place } from "../../src/flow/slots/place.ts";
import { care, knowledge, sources } from "./world.ts";

test.each([
  ["llegué deportado ayer y no tengo dónde dormir", { need: ["emergency-aid"], who: "returnee", since: "arrived" }],
  ["I was deported yesterday and have nowhere to sleep", { need: ["emergency-aid"], who: "returnee", since: "arrived" }],
  ["soi venezolana con ppt, toy enbarazada i necesito medico", { need: ["health"], who: "venezuelan", paper: "ppt", condition: ["pregnant"] }],
  ["we are venezuelans with no papers, my daughter needs a school", { need: ["education"], who: "venezuelan", paper: "nothing", condition: ["child"] }],
  ["mi marido es colombiano y yo soy venezolana, me pega", { need: ["violence"], who: "venezuelan" }],
  ["vivo en Madrid y quiero volver a Colombia", { need: ["return"], who: "returnee", since: "not-yet", place: "abroad" }],
  ["I am a Colombian victim of the armed conflict living in Ecuador and need a lawyer", { need: ["legal"], who: "victim-abroad", place: "abroad" }],
  ["volví de Venezuela hace tres años y no tengo trabajo", { need: ["work"], who: "returnee", since: "longer" }],
  ["soy cubano, con salvoconducto de refugio, y quiero entrar a la EPS", { need: ["health"], who: "foreigner", paper: "refuge" }],
  ["se me venció el PPT", { need: ["papers"], paper: "expired" }],
  ["no soy colombiana, soy haitiana, y no tengo PPT; busco empleo", { need: ["work"], who: "foreigner", paper: "nothing" }],
  ["they took my passport and force me to work", { need: ["trafficking"] }],
  ["vivo en Sabadell, España, y mi marido me pega", { need: ["violence"], place: "abroad" }],
  ["I live in Leeds, England, and want to come back", { place: "abroad" }],
  ["vivo en Bogotá, vine de Ecuador", { place: "unsaid" }],
  ["estoy en Cali y mi hijo está en España", { place: "unsaid" }],
  ["do I need an SC-1?", { paper: "unsaid" }],
  ["me toca pedir un SC-2?", { paper: "unsaid" }],
  ["I haven't got an SC-1", { paper: "unsaid" }],
  ["me dieron un SC-1 la semana pasada", { paper: "sc-1" }],
  ["my PPT was stolen", { paper: "ppt", matter: ["lost"] }],
  ["mi esposa es retornada y yo busco trabajo", { who: "unsaid" }],
  ["she says returnees get help with tools, I am Irish", { who: "foreigner" }],
  ["ya usé los beneficios de retorno", { need: ["return"], matter: ["switch"] }],
  ["nunca me han condenado", { matter: [] }],
  ["mi hermano está en la cárcel", { matter: [] }],
  ["soy peruana con sello de turista y no tengo PPT; busco trabajo", { who: "foreigner", paper: "passport" }],
  ["I am Irish, have a valid stamp and no visa", { paper: "passport" }],
  ["se me venció el sello de turista", { paper: "expired" }],
  ["¿qué visa de estudiante pido?", { paper: "unsaid" }],
  ["the school says I must have a student visa", { paper: "unsaid" }],
  ["me negaron la visa de trabajo", { paper: "unsaid" }],
  ["tengo visa de trabajo", { paper: "visa" }],
  ["my work visa is fine, I need a doctor", { paper: "visa" }],
  ["mi patrón exige visa de trabajo y yo tengo PPT", { who: "venezuelan", paper: "ppt" }],
  ["¿me piden cédula colombiana? yo tengo pasaporte", { who: "unsaid", paper: "passport" }],
  ["tengo la cédula colombiana", { who: "returnee" }],
])("reads %s", (story, told) => {
  expect(care.read(story)).toMatchObject(told);
});

test.each([
  ["trabajo en Valencia, España, y me pegan", "abroad"], ["me vine a México con una agencia y me tienen encerrada", "abroad"], ["estoy en Guayaquil", "abroad"],
  ["mi marido me pega, volvimos de España y vivimos en Cali", "cali"], ["fui víctima de una red de trata en México, volví hace un año", undefined], ["vine a Quito y volví; busco empleo", undefined],
  ["mi tío vivió en Caracas y necesita médico", undefined], ["she lived in Quito, she needs a doctor", undefined], ["viví en Cali y ahora vivo en Madrid", "abroad"], ["el celador de la alcaldía de Quibdó no me recibe", "quibdo"],
])("where somebody is: %s", (words, where) => {
  expect(placeTold(care, words)).toBe(where);
});

test.each([
  ["mejor me quiero ir a Pasto", undefined], ["next month I fly back to Neiva", undefined], ["voy a Tunja", undefined], ["ya llegué a Pasto", "pasto"], ["Pasto", "pasto"],
])("who is abroad, and says: %s", (words, where) => {
  expect(placeTold(care, words, "abroad")).toBe(where);
});

test("a visa of who is abroad makes nobody a foreigner in Colombia", () => {
  const words = "he says he will cancel my visa";
  expect(withTold({ city: "abroad" }, care.read(words), undefined)["paper"]).toBeUndefined();
  expect(withTold({ city: "cali" }, care.read(words), undefined)["paper"]).toBe("visa");
  expect(withTold({ city: "abroad", who: "venezuelan" }, care.read(words), undefined)["paper"]).toBe("visa");
});

test("what is denied beside what is known leaves it as it is", () => {
  expect(withTold({ paper: "passport" }, care.read("no tengo visa"), undefined)["paper"]).toBe("passport");
});

test("who tells of want in another country looks for a route, without a nationality of their own", () => {
  expect(looksForRoute(care.read("she is colombian in quito, they put her out, no money for food"))).toBe("hinted");
});

test("who lost a PPT is told how to get another, and not to look after it", () => {
  const route = routeFor(care.steps, coherent({ need: ["papers"], who: "venezuelan", since: "unsaid", paper: "ppt", condition: [], matter: ["lost"], place: "unsaid" })).map(({ id }) => id);
  expect(route).toContain("lost-ppt");
  expect(route).not.toContain("papers-ppt");
});

test("takes for the story of a route what tells a need and of the person, and nothing else", () => {
  const kinds = ["my mother is 80, Venezuelan, has an expired PPT and needs medicine", "soy retornado y busco trabajo", "tengo hambre", "hola, qué tal", "¿cuánto vale la cédula de extranjería?"].map((text) => looksForRoute(care.read(text)));
  expect(kinds).toEqual(["full", "hinted", "hinted", undefined, undefined]);
});

test.each([
  ["vengo de Cúcuta y estoy en Bogotá", "bogota"], ["nací en Cali, ahora vivo en Pasto", "pasto"], ["I left Medellín and live in Soacha", "soacha"],
  ["me llamo Leticia y quiero ayuda", undefined], ["la escuela de mi hija", undefined], ["wait, it is Popayán, not Cali", "popayan"], ["ya no estoy en Bogotá sino en Soacha", "soacha"],
])("the city in %s", (story, city) => {
  expect(cityTold(story)).toBe(city);
});

test("a place is a city here, or abroad", () => {
  const read = (text: string) => place.parse(text, {}, { locale: "es", now: new Date(0) });
  expect(["Cúcuta", "en soacha", "abroad", "estoy en otro país", "Madrid"].map(read)).toEqual([{ ok: "cucuta" }, { ok: "soacha" }, { ok: "abroad" }, { ok: "abroad" }, { ok: "abroad" }]);
  expect(["video", "nearest", "xyzzy", "constructor"].map(read)).toEqual(Array(4).fill({ problem: "place" }));
});

const folder = mkdtempSync(join(tmpdir(), "routes-"));
afterAll(() => { rmSync(folder, { recursive: true }); });

const beside: Beside = { sources, passage: () => "123 155 141 122 01 8000 522020 01 8000 112137 01 8000 42 37 01", institutions: new Set(Object.values(readRoutes(knowledge, [])!.helpers).flatMap(({ institution }) => institution ?? [])) };

/** What the check says of the routes after a change of one of their files. */
const faultsAfter = (name: string, from: string, to: string): string[] => {
  cpSync(join(knowledge, "data", "routes"), join(folder, "data", "routes"), { recursive: true });
  const file = join(folder, "data", "routes", name);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return [...checkRoutes(folder, beside), ...checkTold(folder)].map(({ path, message }) => `${path}: ${message}`);
};

test("the routes have no fault", () => {
  expect(faultsAfter("helpers.yaml", "line-123:", "line-123:")).toEqual([]);
});

test.each([
  ["a missing language", "steps-aid.yaml", "title: { es: Ayuda en Bucaramanga, en: Help in Bucaramanga }", "title: { es: Ayuda en Bucaramanga }", /title\.en/],
  ["an unknown source", "steps-aid.yaml", "source: radiosantafe-2026-01-06", "source: nowhere-2026", /no source "nowhere-2026"/],
  ["an unknown helper", "steps-aid.yaml", "helpers: [came]", "helpers: [nobody]", /nothing called "nobody"/],
  ["an unknown institution", "helpers.yaml", "institution: urgencias", "institution: nobody", /no institution "nobody"/],
  ["a word that does not exist", "steps-aid.yaml", "place: [bucaramanga]", "place: [atlantis]", /no word "atlantis"/],
  ["a step that nobody is shown", "steps-health.yaml", "who: [venezuelan, foreigner], paper: [ppt, refuge, visa]", "who: [returnee], paper: [ppt, refuge, visa]", /no profile can be shown/],
  ["a number that no passage has", "helpers.yaml", 'number: "155"', 'number: "166"', /"166" does not stand/],
  ["an old fact without its year", "shared.yaml", " Así lo contó la prensa en 2018.", "", /no year is said in es/],
  ["a phrase that cannot be read", "told.yaml", '"been back .. (year|years)"', '"(been back .. (year|years)"', /without its/],
])("the check finds %s", (_what, name, from, to, expected) => {
  expect(faultsAfter(name, from, to).join("\n")).toMatch(expected);
});
