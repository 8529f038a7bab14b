import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkKnowledge, loadKnowledge } from "../../src/answers/knowledge.ts";
import { edit, fixtureFolder } from "./folder.ts";

const now = new Date("2026-06-01T12:00:00Z");
const services = "data/services.yaml";
const sources = "data/sources/all.yaml";

/** What is changed in the fixture → where the fault must be found and what it must name. */
const seeded: [string, string, string, string, { file?: string; path: string; says: string }][] = [
  ["a source of an article that does not exist", "es/cruce.md", "source=pagina-dos unknown", "source=pagina-tres unknown", { path: "#seats", says: "pagina-tres" }],
  ["a source of a service that does not exist", services, "who: { es: Toda persona mayor de diez años., en: Anyone older than ten., source: ley-uno", "who: { es: Toda persona., en: Anyone., source: ley-dos", { path: "services.pase-nuevo.who.source", says: "ley-dos" }],
  ["a passage without source", "en/cruce.md", "{#seats source=pagina-dos unknown}", "{#seats unknown}", { path: "#seats", says: "source" }],
  ["a review that is due", "es/cruce.md", "review_by: 2026-12-31", "review_by: 2026-05-31", { path: "front matter.review_by", says: "2026-05-31" }],
  ["a review in the future", "en/cruce.md", "reviewed: 2026-01-15", "reviewed: 2027-01-15", { path: "front matter.reviewed", says: "2027-01-15" }],
  ["a review that is no day", "en/cruce.md", "reviewed: 2026-01-15", "reviewed: 2026-02-30", { path: "front matter.reviewed", says: "2026-02-30" }],
  ["an anchor that its translation lacks", "en/cruce.md", "{#seats ", "{#places ", { path: "#seats", says: "es/cruce.md" }],
  ["an anchor twice", "es/cruce.md", "{#seats ", "{#hours ", { path: "#hours", says: "twice" }],
  ["a heading without anchor", "es/cruce.md", "{#seats source=pagina-dos unknown}", "", { path: "¿Cuántas personas caben?", says: "#anchor" }],
  ["an unknown attribute", "es/cruce.md", "pagina-dos unknown}", "pagina-dos unsure}", { path: "#seats", says: "unsure" }],
  ["an unknown service of an article", "es/cruce.md", "topic: services", "topic: services\nservice: puente", { path: "front matter.service", says: "puente" }],
  ["an unknown topic of an article", "es/cruce.md", "topic: services", "topic: bridges", { path: "front matter.topic", says: "" }],
  ["a price of an unknown service", "es/cruce.md", "{{cost pase-nuevo}}", "{{cost puente}}", { path: "#hours", says: "puente" }],
  ["a price repeated by hand in Spanish", "es/cruce.md", "{{cost pase-nuevo}}", "294.000 pesos", { path: "#hours", says: "{{cost pase-nuevo}}" }],
  ["a price repeated by hand in English", "en/cruce.md", "{{cost pase-nuevo}}", "COP 88,000", { path: "#hours", says: "{{cost pase-duplicado}}" }],
  ["a missing language", services, "name: { es: Duplicado del pase, en: Duplicate pass }", "name: { es: Duplicado del pase }", { path: "services.pase-duplicado.name.en", says: "" }],
  ["an unknown field", services, "    who: { es", "    whom: { es", { path: "services.pase-nuevo", says: "whom" }],
  ["a cost that is no number", services, "amount: 294000", "amount: cheap", { path: "services.pase-nuevo.cost.amount", says: "" }],
  ["a short name that is too long", services, "short: { es: Libro,", "short: { es: El libro en el que firman los viajeros,", { path: "services.libro.short.es", says: "30" }],
  ["an unknown family", services, "family: pase\n    name: { es: Duplicado", "family: balsa\n    name: { es: Duplicado", { path: "services.pase-duplicado.family", says: "balsa" }],
  ["an unknown institution", services, "institution: oficina\n    synonyms: { es: [libro", "institution: alcaldia\n    synonyms: { es: [libro", { path: "services.libro.institution", says: "alcaldia" }],
  ["an unknown look-alike", services, "lookalikes: [pase-duplicado]", "lookalikes: [pase-viejo]", { path: "services.pase-nuevo.lookalikes", says: "pase-viejo" }],
  ["a service twice", services, "- id: libro", "- id: faro", { path: "services.faro", says: "twice" }],
  ["a fact that is called as an aspect", services, "- id: boat", "- id: cost", { path: "services.pase-nuevo.facts.cost", says: "aspect" }],
  ["an address that is not http(s)", services, "https://example.org/donde", "ftp://example.org", { path: "services.pase-nuevo.where.url", says: "ftp://example.org" }],
  ["a source's address that is not http(s)", sources, "https://example.org/ley-uno", "example.org", { path: "ley-uno.url", says: "example.org" }],
  ["a source seen in the future", sources, "seen: 2026-01-12", "seen: 2026-07-01", { path: "pagina-dos.seen", says: "2026-07-01" }],
  ["a publication that is no date", sources, "published: 2020-05", "published: mayo", { path: "ley-uno.published", says: "mayo" }],
  ["a source without English title", sources, "  title_en: Page two\n", "", { path: "pagina-dos.title_en", says: "English" }],
  ["a source that nothing cites", sources, "pagina-dos:", "pagina-cero:\n  title: Cero\n  title_en: Zero\n  publisher: Nadie\n  seen: 2026-01-01\n  kind: press\npagina-dos:", { path: "pagina-cero", says: "pagina-cero" }],
  ["a source of an unknown kind", sources, "kind: law", "kind: rumour", { path: "ley-uno.kind", says: "" }],
  ["a title that is not YAML", "en/cruce.md", "title: Crossing the river", "title: Crossing: the river", { path: "line 1", says: "quotes" }],
];

describe("checkKnowledge", () => {
  test("has nothing to say of sound knowledge", () => {
    expect(checkKnowledge(fixtureFolder(), now)).toEqual([]);
  });

  test.each(seeded)("finds %s", (_, file, from, to, expected) => {
    const dir = fixtureFolder();
    const path = edit(dir, file, from, to);
    const found = checkKnowledge(dir, now).filter((fault) => fault.path === expected.path && fault.message.includes(expected.says));
    expect(found.map((fault) => fault.file)).toContain(path);
  });

  test("finds anchors in another order", () => {
    const dir = fixtureFolder();
    edit(dir, "en/cruce.md", "{#hours ", "{#moved ");
    edit(dir, "en/cruce.md", "{#seats ", "{#hours ");
    const path = edit(dir, "en/cruce.md", "{#moved ", "{#seats ");
    expect(checkKnowledge(dir, now)).toContainEqual({ file: path, path: "#seats", message: expect.stringContaining("order") });
  });

  test("finds an article without translation", () => {
    const dir = fixtureFolder();
    rmSync(join(dir, "en", "cruce.md"));
    expect(checkKnowledge(dir, now)).toContainEqual({ file: join(dir, "es/cruce.md"), path: "", message: expect.stringContaining("en/cruce.md") });
  });

  test("finds the same source in two files", () => {
    const dir = fixtureFolder();
    const file = join(dir, "data/sources/more.yaml");
    writeFileSync(file, "ley-uno: { title: Otra, title_en: Other, publisher: P, seen: 2026-01-01, kind: law }\n");
    expect(checkKnowledge(dir, now)).toContainEqual({ file, path: "ley-uno", message: expect.stringContaining("all.yaml") });
  });

  test("lists every fault at once", () => {
    const dir = fixtureFolder();
    edit(dir, "es/cruce.md", "review_by: 2026-12-31", "review_by: 2026-05-31");
    edit(dir, services, "short: { es: Libro,", "short: { es: El libro en el que firman los viajeros,");
    edit(dir, sources, "kind: law", "kind: rumour");
    const paths = checkKnowledge(dir, now).map((fault) => fault.path);
    expect(paths).toEqual(expect.arrayContaining(["front matter.review_by", "services.libro.short.es", "ley-uno.kind"]));
  });

  test("one faulty service does not take the others with it", () => {
    const dir = fixtureFolder();
    edit(dir, services, "amount: 294000", "amount: cheap");
    const { knowledge, faults } = loadKnowledge(dir);
    expect(faults).toHaveLength(1);
    expect(knowledge.services.map(({ id }) => id)).toEqual(["pase-duplicado", "libro", "faro"]);
  });
});
