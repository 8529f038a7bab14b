import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadFlows } from "../../src/flow/load.ts";
import { type Locale, locales } from "../../src/locale.ts";
import { loadTexts } from "../../src/text.ts";
import { type ActionTable, contextOf, keys, talk } from "./talk.ts";

const root = join(import.meta.dirname, "../..");
const texts = loadTexts(join(root, "locales"));
const { flows, faults } = loadFlows(join(root, "flows"));

const option = (value: string) => ({ value, title: { both: { es: value, en: value } } });
const actions: ActionTable = {
  "services.topics": ({ service }) => (service ? { to: "known" } : { slots: { topics: [option("identity"), option("travel")] } }),
  "services.families": () => ({ slots: { families: [option("ppt"), option("cedula")] } }),
  "services.members": ({ family }) => (family === "ppt"
    ? { to: "single", slots: { service: "ppt-first" } }
    : { slots: { members: [option("first"), option("renewal")], question: { both: { es: "¿Cuál?", en: "Which?" } } } }),
  "services.describe": () => ({ slots: { title: { both: { es: "Trámite", en: "Procedure" } } }, says: [{ content: "described" }] }),
  "services.aspect": ({ aspect }) => ({ says: [{ content: `aspect-${String(aspect)}` }] }),
  "contact.show": ({ channel, city }) => ({ says: [{ content: [channel, city].filter(Boolean).join("-") }] }),
  "language.set": () => ({}),
  "survey.record": () => ({}),
};
const converse = (name: string) => talk(flows.get(name)!, contextOf(actions, {
  has: (key) => texts.has(key, "es"),
  title: (title, locale) => ("both" in title ? title.both[locale] : texts.text(title.key, locale)),
}));

test("all flow files can be read", () => {
  expect(faults).toEqual([]);
  expect([...flows.keys()]).toEqual(expect.arrayContaining(["welcome", "find-tramite", "contact", "language", "goodbye"]));
});

describe("find-tramite", () => {
  test("tells look-alikes apart before it says anything", async () => {
    const { say } = converse("find-tramite");
    await say({ kind: "start" });
    await say("identity");
    const asked = await say("cedula");
    expect(asked.says).toMatchObject([{ key: "find-tramite.service.ask", params: { question: { both: { es: "¿Cuál?" } } } }]);
    expect(keys(await say("la segunda"))).toEqual(["described", "find-tramite.aspect.ask"]);
    expect((await say("¿cuánto cuesta el salvoconducto?")).status).toBe("unfit");
    expect(keys(await say("¿y los requisitos?"))).toEqual(["aspect-requirements", "find-tramite.aspect.ask"]);
    expect(keys(await say("cost"))).toEqual(["aspect-cost", "find-tramite.aspect.ask"]);
    expect(keys(await say("buscar otro"))).toEqual(["find-tramite.topic.ask"]);
  });

  test("a single service, or one known beforehand, is not asked for", async () => {
    const single = converse("find-tramite");
    await single.say({ kind: "start" });
    await single.say("identity");
    expect(keys(await single.say("ppt"))).toEqual(["described", "find-tramite.aspect.ask"]);
    const known = converse("find-tramite");
    expect(keys(await known.say({ kind: "start", slots: { service: "ppt-first" } }))).toEqual(["described", "find-tramite.aspect.ask"]);
    expect(keys(await known.say({ press: "other" }))).toEqual(["find-tramite.topic.ask"]);
  });
});

test("contact asks for the city only for offices, and again each time", async () => {
  const { say } = converse("contact");
  await say({ kind: "start" });
  expect(keys(await say("línea telefónica"))).toEqual(["line", "contact.channel.ask"]);
  expect(keys(await say("oficinas"))).toEqual(["contact.city.ask"]);
  expect(keys(await say("vivo en quilla"))).toEqual(["office-barranquilla", "contact.channel.ask"]);
  expect(keys(await say("offices by city"))).toEqual(["contact.city.ask"]);
  await say("bta");
  expect(await say("eso es todo")).toMatchObject({ status: "done" });
});

test("contact offers the cities that the knowledge tells of, and takes one that is pressed", async () => {
  const offer = flows.get("contact")!.questions.find(({ slot }) => slot === "city")!.rule.offer;
  for (const locale of locales) {
    const article = readFileSync(join(root, "knowledge", locale, "offices-cities.md"), "utf8");
    const told = [...article.matchAll(/^## .*\{#([\w-]+)/gm)].map((match) => match[1]).filter((id) => id !== "other-city");
    expect(offer).toEqual(told);
  }
  const { say } = converse("contact");
  await say({ kind: "start" });
  const asked = await say({ press: "office" });
  expect(asked.says.at(-1)?.choices?.map(({ value }) => value)).toEqual(offer);
  expect(keys(await say({ press: "santa-marta" }))).toEqual(["office-santa-marta", "contact.channel.ask"]);
});

test("the menu leads on, and the survey takes a face, a figure or nothing", async () => {
  const menu = converse("welcome");
  await menu.say({ kind: "start" });
  expect(await menu.say("buscar tramite")).toMatchObject({ status: "done", next: "find-tramite" });
  for (const [input, score] of [["Muy buena", "5"], ["1", "1"], ["regular", "3"], [{ press: "skip" }, null]] as const) {
    const survey = converse("goodbye");
    await survey.say({ kind: "start" });
    expect(await survey.say(input)).toMatchObject({ status: "done", cursor: { slots: { score } } });
  }
});

/** The lines of the emergency texts, the first of them first: what may be called can be pressed. */
const lines: Record<string, string[]> = {
  trafficking: ["01 8000 522020", "123", "122"],
  violence: ["155", "123", "122", "01 8000 112137", "300 755 1846"],
  child: ["141", "123", "01 8000 918080", "122"],
  "self-harm": ["123"],
  medical: ["123"],
  threat: ["123", "122"],
};
test.each(Object.entries(lines))("danger.%s gives the same lines in both languages, and asks nothing", (kind, expected) => {
  for (const locale of locales) {
    const text = texts.text(`danger.${kind}`, locale);
    expect([...text.matchAll(/\*\*\[?([\d ]+)(?:\]\(tel:([\d]+)\))?\*\*/g)].map(([, line, link]) => {
      if (link !== undefined) expect(link).toBe(line!.replaceAll(" ", ""));
      return line;
    })).toEqual(expected);
    expect(text).not.toMatch(/[?¿]/);
  }
});

test("every text can be said, in both languages with the same params", () => {
  const spoken = (key: string, locale: Locale) =>
    texts.text(key, locale, { ...Object.fromEntries(texts.paramsOf(key, locale).map((param) => [param, "x"])), count: 2 });
  for (const key of texts.keys("es")) {
    expect(texts.has(key, "en"), key).toBe(true);
    expect(texts.paramsOf(key, "en"), key).toEqual(texts.paramsOf(key, "es"));
    for (const locale of locales) expect(spoken(key, locale), key).not.toMatch(/\{\{|^$/);
  }
  expect(texts.keys("en")).toHaveLength(texts.keys("es").length);
});
