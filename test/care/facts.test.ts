import { join } from "node:path";
import { expect, test } from "vitest";
import type { Profile } from "../../src/care/profile.ts";
import { routeFor } from "../../src/care/route.ts";
import { restInWords, sourcesOfAll } from "../../src/care/say.ts";
import { loadTexts } from "../../src/text.ts";
import { care } from "./world.ts";

const texts = loadTexts(join(import.meta.dirname, "../../locales"));

const unsaid: Profile = { need: [], who: "unsaid", since: "unsaid", paper: "unsaid", condition: [], matter: [], place: "unsaid" };
const routeOf = (about: Partial<Profile>) => routeFor(care.steps, { ...unsaid, ...about });

/** What a kind of person needs: steps that the route has and has not, and figures that it tells in both languages. */
const kinds: [string, Partial<Profile>, has: string[], never: string[], figures: RegExp[]][] = [
  ["a victim abroad who wants to come back", { need: ["return"], who: "victim-abroad", place: "abroad" }, ["return-solidario-abroad", "return-registry", "return-abroad"], ["return-meanwhile"], [/\b3\b/, /\b2\b/]],
  ["a victim abroad who asks for rights", { need: ["legal"], who: "victim-abroad", place: "abroad" }, ["return-solidario-abroad", "abroad-colombian", "legal-abroad"], ["legal-free"], [/\b15\b/]],
  ["a victim abroad who lived with violence", { need: ["violence"], who: "victim-abroad", place: "abroad" }, ["danger-abroad", "return-solidario-abroad", "violence-back"], ["violence-talk"], [/\b155\b/]],
  ["a victim who is back", { need: ["health"], who: "returnee", since: "year", matter: ["victim"] }, ["return-solidario"], ["return-solidario-abroad"], []],
  ["a child born abroad who looks for a school", { need: ["education"], who: "returnee", condition: ["child"] }, ["papers-child-abroad", "school-place"], ["papers-ppt-ask"], [/\b14\b/]],
  ["a first cédula", { need: ["papers"], who: "returnee", since: "arrived" }, ["papers-cedula"], ["papers-irregular"], [/\b18\b/]],
  ["who was deported and has no cédula", { need: ["emergency-aid"], who: "returnee", since: "arrived", place: "other" }, ["aid-cedula", "aid-humanitarian", "return-registry"], [], [/\b3\b/, /\b12\b/]],
  ["who fears to go back and has no roof", { need: ["emergency-aid"], who: "venezuelan", paper: "nothing", place: "other" }, ["papers-refuge", "aid-no-centre"], ["return-registry", "aid-humanitarian"], [/\b2\b/]],
  ["a worker with an SC-1", { need: ["work"], who: "foreigner", paper: "sc-1" }, ["work-sc1"], ["work-refuge"], [/\b30\b/]],
  ["a family with a visa and a child", { need: ["education"], who: "foreigner", paper: "visa", condition: ["child"] }, ["visa-family", "school-place"], ["return-office"], [/\b15\b/, /\b7\b/]],
  ["a visa to register", { need: ["papers"], who: "foreigner", paper: "visa" }, ["papers-visa"], [], [/294[.,]000/, /FUT/]],
  ["documents that were asked for, and no answer", { need: ["legal"], who: "foreigner", paper: "visa", matter: ["no-answer"] }, ["no-answer"], [], [/\b10\b/, /\b3\b/, /\b15\b/]],
  ["who asks to change the type of return after a year", { need: ["return"], who: "returnee", since: "longer", matter: ["switch"] }, ["return-switch"], ["return-late"], [/\b2\b/, /\b5\b/]],
  ["who is late for the return", { need: ["return"], who: "returnee", since: "longer" }, ["return-late", "return-meanwhile"], ["return-registry"], [/\b12\b/]],
  ["who comes back in need without proof", { need: ["return"], who: "returnee", since: "arrived", place: "riohacha" }, ["return-humanitario", "return-proof", "centre-riohacha"], [], []],
  ["the Venezuelan partner of who came back", { need: ["return"], who: "venezuelan", paper: "ppt", place: "santa-marta" }, ["return-not-colombian", "return-ppt", "centre-santa-marta"], ["return-registry", "return-meanwhile"], [/2031/]],
  ["who got out of trafficking and is back in Armenia", { need: ["trafficking"], who: "returnee", since: "longer", place: "armenia" }, ["trafficking-line", "return-office-armenia", "danger-report"], ["return-registry"], [/\b122\b/, /01 8000 522020/]],
  ["who was away too long", { need: ["papers"], who: "venezuelan", paper: "ppt", matter: ["absent"] }, ["ppt-absent"], [], [/\b180\b/]],
];

test.each(kinds)("%s", (_kind, about, has, never, figures) => {
  const route = routeOf(about);
  const ids = route.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(has));
  expect(ids.filter((id) => never.includes(id))).toEqual([]);
  const { es, en } = restInWords(texts, route, 0);
  for (const figure of figures) expect([es, en].map((words) => figure.test(words))).toEqual([true, true]);
});

test("a step below the first ones still tells what to do, who helps and where, and what is known of it has its sources", () => {
  const route = routeOf({ need: ["emergency-aid"], who: "returnee", since: "arrived", place: "cucuta" });
  const { es, en } = restInWords(texts, route, 2);
  for (const { text, helpers } of route.slice(2)) {
    expect([es.includes(text.es), en.includes(text.en)]).toEqual([true, true]);
    for (const { name, address } of helpers) {
      expect(es).toContain(name.es);
      if (address) expect(es).toContain(address.es.slice(0, -1));
    }
  }
  const keys = sourcesOfAll(care, route.slice(2)).map(({ key }) => key);
  expect(keys).toContain("estoyenlafrontera-integrate-cucuta");
  expect(new Set(keys).size).toBe(keys.length);
});
