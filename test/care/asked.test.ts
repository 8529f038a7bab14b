import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkAsked } from "../../src/care/asked.ts";
import { stepNamed } from "../../src/care/named.ts";
import { coherent, dimensions, type Profile } from "../../src/care/profile.ts";
import { routeFor } from "../../src/care/route.ts";
import { care, knowledge, sources } from "./world.ts";

const unsaid: Profile = { need: [], who: "unsaid", since: "unsaid", paper: "unsaid", condition: [], matter: [], place: "unsaid" };
const asked = (words: string, about: Partial<Profile>) => care.asked(words, { ...unsaid, ...about });

/** Yes or no as the first word of each language. */
const plain = ([answer]: ReturnType<typeof asked>) => (answer ? [answer.es, answer.en].map((text) => /^(?:Sí|No|Yes)(?=[ ,:])/u.exec(text)?.[0].toLowerCase().replace("sí", "yes")) : undefined);

test.each([
  ["¿mis hijos pueden estudiar sin papeles?", { need: ["education"], who: "venezuelan", paper: "nothing" }, "yes"],
  ["can my kids go to school without papers", { need: ["education"], who: "foreigner" }, "yes"],
  ["puedo trabajar o no", { need: ["work"], who: "venezuelan", paper: "sc-1" }, "no"],
  ["puedo trabajar o no", { need: ["work"], who: "venezuelan", paper: "refuge" }, "yes"],
  ["can I work with this paper?", { need: ["work"], who: "foreigner", paper: "ppt" }, "yes"],
  ["¿todavía alcanzo a pedirlo?", { need: ["return"], who: "returnee", since: "longer" }, "no"],
  ["am I still in time?", { need: ["return"], who: "returnee", since: "year" }, "yes"],
  ["can I sell the machine to my cousin", { need: ["return"], who: "returnee" }, "no"],
  ["¿me pueden negar la atención en urgencias?", { need: ["health"], who: "venezuelan" }, "yes"],
  ["can they refuse me at the hospital?", { need: ["health"], who: "foreigner" }, "yes"],
  ["do I need a lawyer", { need: ["legal"] }, "no"],
] as [string, Partial<Profile>, string][])("says plainly: %s %o", (words, about, reply) => {
  expect(plain(asked(words, about))).toEqual([reply, reply]);
});

const answersTo = (words: string, about: Partial<Profile>) => asked(words, about).map(({ es }) => es).join(" ");
const inCucuta: Partial<Profile> = { who: "venezuelan", paper: "nothing", condition: ["child"], place: "cucuta" };

test.each([
  [["where do I enrol my kids?", "¿dónde los matriculo?", "which school takes them"], { ...inCucuta, need: ["education"] }, /SIMAT/],
  [["where do I sleep tonight?", "¿hay algún albergue aquí?", "is there a shelter for families"], { ...inCucuta, need: ["emergency-aid"] }, /No tengo la dirección de un albergue.*alcaldía/],
  [["who gives food in Maicao?", "aqui quien nos da algo de comer"], { ...inCucuta, need: ["emergency-aid"], place: "other" }, /No tengo el dato de quién da comida/],
  [["is this private?", "¿quién lee esto?"], { need: ["violence"] }, /30 días/],
  [["do I have to give my name", "will my husband find out?"], { need: ["violence"] }, /^No:/],
  [["how long does it take?", "¿cuánto se demora?"], { need: ["health"] }, /15 días hábiles/],
  [["does it cost?", "is it free?", "¿es gratis?"], { need: ["legal"] }, /^Sí, es gratis/],
  [["does the emergency room charge me?", "¿me cobran en urgencias?"], { need: ["health"] }, /^No tengo el dato/],
  [["what if they say no?", "¿y si me dicen que no?"], { ...inCucuta, need: ["education"] }, /Ninguna oficina puede negarse/],
  [["can I bring the money from the sale of my flat", "¿puedo llevar la plata de la venta de mi casa?"], { need: ["return"], who: "returnee" }, /^Sí: .*34\.262 UVT/],
  [["what help is there for a woman who left because of the conflict?", "¿y la reparación de las víctimas?"], { need: ["return"], who: "victim-abroad", place: "abroad" }, /solidario.*no tengo datos/],
  [["is there a psychologist?", "¿hay psicólogo gratis?"], { need: ["health"], place: "other" }, /^No tengo el dato/],
  [["is there a psychologist?", "¿hay psicólogo gratis?"], { need: ["violence"], place: "bucaramanga" }, /^Sí: en 2022/],
  [["who protects me from them", "¿quién me protege?"], { need: ["violence"], place: "cali" }, /123.*122/],
  [["how do I register my daughter", "y como le saco el rejistro colombiano a la niña"], { need: ["education"], who: "returnee", condition: ["child"] }, /Registraduría, no en Migración Colombia/],
  [["who do I call here???", "a quién llamo aquí"], { need: ["trafficking"], who: "returnee", place: "abroad" }, /no atienden donde usted está/],
  [["will I be arrested if I complain, please?"], { need: ["legal"], who: "foreigner", paper: "visa" }, /Pedir ayuda es su derecho/],
  [["I was eight months away and they cancelled my permit"], { need: ["papers"], who: "venezuelan", paper: "ppt" }, /180 días seguidos/],
  [["yo también me puedo inscribir o solo ella?", "can I register for the RUR too"], { need: ["return"], who: "venezuelan", paper: "ppt" }, /^No: el RUR es solo para colombianos/],
  [["¿qué tipos de retorno hay?", "which type of return do I choose"], { need: ["return"], who: "returnee", since: "year" }, /^Son cinco/],
  [["¿qué ley lo dice?", "what law says so?"], { need: ["work"], who: "foreigner", paper: "refuge" }, /Decreto 89 de 2025/],
  [["who can give me free legal advice?", "¿dónde hay abogado gratis?"], { need: ["legal"], place: "bucaramanga" }, /Casa de Justicia/],
  [["do I have to travel?", "¿tengo que viajar a Colombia?"], { need: ["legal"], who: "victim-abroad", place: "abroad" }, /^No: puede pedir/],
  [["can I switch to productivo?", "¿puedo pasar al productivo?"], { need: ["work"], who: "returnee", since: "longer" }, /^Sí: .*2 años/],
  [["do they ask for papers there?", "¿me van a pedir el PPT primero?"], { ...inCucuta, need: ["education"] }, /^No:/],
] as [string[], Partial<Profile>, RegExp][])("asked below the steps: %s", (questions, about, says) => {
  expect(questions.filter((words) => !says.test(answersTo(words, about)))).toEqual([]);
});

test("who has a sentence, or wants another type, is not told that they are in time", () => {
  const late = (matter: Profile["matter"]) => asked("can I still apply?", { need: ["return"], who: "returnee", since: "year", matter }).length;
  expect([late([]), late(["sentence"]), late(["switch"])]).toEqual([1, 0, 0]);
});

test("who is abroad is not told that Colombia's lines answer there", () => {
  const abroad = asked("does 911 work? can I call 123?", { need: ["violence"], who: "returnee", place: "abroad" });
  expect(abroad).toHaveLength(1);
  expect(asked("does 911 work? can I call 123?", { need: ["violence"], who: "returnee", place: "bogota" })).toEqual([]);
});

test("what is no question of a route has no answer there, and two answers are the most", () => {
  expect(["hola", "gracias", "I'm fine today", "los niños van bien", "¿cuánto vale la cédula de extranjería?"].flatMap((words) => asked(words, { need: ["papers", "return"] }))).toEqual([]);
  expect(asked("¿puedo trabajar, mis hijos pueden estudiar, y si me niegan la atención? ¿necesito abogado?", { need: ["education", "work", "legal"] })).toHaveLength(2);
});

test("every answer has words in both languages, and sources that are known", () => {
  expect(checkAsked(knowledge, sources)).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), "asked-"));
afterAll(() => { rmSync(folder, { recursive: true }); });

test.each([
  ["a source that no list has", "source: ley-985-2005", "source: nowhere-2026", /no source "nowhere-2026"/],
  ["a phrase that cannot be read", '"(deuda|', '"((deuda|', /without its/],
  ["a word that does not exist", "need: [trafficking]", "need: [trafic]", /no word "trafic"/],
])("the check finds %s", (_what, from, to, expected) => {
  cpSync(join(knowledge, "data", "routes"), join(folder, "data", "routes"), { recursive: true });
  const file = join(folder, "data", "routes", "asked.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  expect(checkAsked(folder, sources).map(({ message }) => message).join("\n")).toMatch(expected);
});

test("a question that names a helper of the route finds its step", () => {
  const route = routeFor(care.steps, { ...unsaid, need: ["health"], who: "venezuelan", paper: "ppt", place: "cali" });
  expect(stepNamed(route, "where is the sisben in Cali")?.id).toBe("health-sisben");
  expect(stepNamed(route, "what a nice day")).toBeUndefined();
});

test("what a story is about brings its own step before all that saves no life", () => {
  const first = (about: Partial<Profile>) => routeFor(care.steps, { ...unsaid, ...about }).find(({ danger }) => !danger)?.id;
  expect(first({ need: ["papers"], who: "venezuelan", paper: "ppt", matter: ["lost"] })).toBe("lost-ppt");
  expect(first({ need: ["return"], who: "returnee", since: "year", matter: ["sentence"] })).toBe("return-sentence");
  expect(first({ need: ["return"], who: "returnee", since: "longer" })).toBe("return-late");
  expect(first({ need: ["education"], who: "returnee", matter: ["degree"] })).toBe("degree-here");
});

test("what a story is about is told and never asked, and has its words", () => {
  expect(dimensions.matter.filter((word) => !care.steps.some(({ when, unless = [], first }) => [when, first ?? {}, ...unless].some(({ matter }) => matter?.includes(word))))).toEqual([]);
  expect(coherent({ ...unsaid, matter: ["lost"] }).matter).toEqual(["lost"]);
});
