import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/answers/knowledge.ts";
import { fixtureFolder } from "./folder.ts";

const load = () => {
  const { knowledge, faults } = loadKnowledge(fixtureFolder());
  expect(faults).toEqual([]);
  return { ...knowledge, passage: (id: string) => knowledge.passages.find((one) => one.id === id) };
};

describe("loadKnowledge", () => {
  test("makes a passage of each heading, the same pair in both languages", () => {
    const { passage } = load();
    const [es, en] = [passage("es:cruce#hours")!, passage("en:cruce#hours")!];
    expect(es.pair).toBe(en.pair);
    expect(es).toMatchObject({ locale: "es", topic: "services", unknown: false, reviewed: "2026-01-15", asks: ["horario de la barca", "cuando zarpa"] });
    expect(es.cites.map(({ source, article }) => [source.key, article])).toEqual([["ley-uno", "art. 3"], ["pagina-dos", "art. 3"]]);
    expect(es.text).not.toContain("asks:");
    expect(passage("es:cruce#seats")!.unknown).toBe(true);
  });

  test("makes a passage of each aspect that a service has, and of each fact", () => {
    const { passages } = load();
    const pairs = passages.filter(({ service, locale }) => service === "pase-nuevo" && locale === "en").map(({ pair }) => pair.split("#")[1]);
    expect(pairs).toEqual(["summary", "who", "requirements", "steps", "cost", "where", "time", "validity", "boat"]);
    expect(passages.filter(({ service }) => service === "libro")).toHaveLength(4);
  });

  test("a passage of a service cites its own source and is read in its own language", () => {
    const { passage } = load();
    expect(passage("en:service:pase-nuevo#requirements")!.cites.map(({ source }) => source.key)).toEqual(["ley-uno", "pagina-dos"]);
    expect(passage("en:service:pase-nuevo#boat")).toMatchObject({ heading: "Can I bring my canoe?", aspect: "fact", asks: ["canoe on the crossing"] });
    expect(passage("es:service:pase-nuevo#time")!.unknown).toBe(true);
  });

  test("prices are filled in from the catalogue, in the language's own way, with their year", () => {
    const { passage } = load();
    for (const id of ["es:cruce#hours", "es:service:pase-nuevo#cost"]) expect(passage(id)!.text).toMatch(/294\.000 pesos.*2026/);
    for (const id of ["en:cruce#hours", "en:service:pase-nuevo#cost"]) expect(passage(id)!.text).toMatch(/COP 294,000.*2026/);
  });

  test("sources that disagree are both named, with both figures", () => {
    const { passage } = load();
    const cost = passage("en:service:pase-duplicado#cost")!;
    for (const part of ["COP 68,000", "COP 88,000", "Law one of 2020", "Page two"]) expect(cost.text).toContain(part);
    expect(cost.cites).toHaveLength(2);
  });

  test("a cost that nobody published makes an unknown passage, a free one does not", () => {
    const { passage } = load();
    expect(passage("es:service:faro#cost")!.unknown).toBe(true);
    expect(passage("es:service:libro#cost")!.unknown).toBe(false);
  });

  test("every passage has a source", () => {
    for (const { cites } of load().passages) expect(cites.length).toBeGreaterThan(0);
  });
});
