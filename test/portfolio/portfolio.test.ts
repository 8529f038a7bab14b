import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { startApp, type RunningApp } from "../support/app.ts";
import { csv, rowOf } from "../../src/portfolio/table.ts";
import type { Entry } from "../../src/portfolio/types.ts";
import { schemaFaults } from "./schema.ts";

let app: RunningApp;
beforeAll(async () => { app = await startApp({ NOW: "2026-11-23T15:00:00Z" }); });
afterAll(() => app.close());

const data = join(import.meta.dirname, "../../knowledge/data");
const yaml = (name: string) => parse(readFileSync(join(data, name), "utf8"), { merge: true }) as Record<string, unknown>;

type Shown = Entry & { page: string };
const found = async (query = ""): Promise<Shown[]> => ((await (await fetch(`${app.url}/servicios.json${query}`)).json()) as { entries: Shown[] }).entries;
/** As a browser asks that has kept it: `fetch` would add "no-cache" by itself. */
const again = (path: string, etag: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(app.url + path, { headers: { "if-none-match": etag } }, (response) => { response.resume(); resolve(response.statusCode); }).on("error", reject);
  });
const page = async (path: string) => (await fetch(`${app.url}${path}`)).text();
type Told = { "@context": "https://schema.org"; "@graph": { "@type": string; name: string }[] };
const graphOf = (html: string): Told =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as Told;

describe("the portfolio", () => {
  test("holds every service, institution and office of the data, once, in both languages", async () => {
    const entries = await found();
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const services = (yaml("services.yaml")["services"] as { id: string }[]).map(({ id }) => `service/${id}`);
    const institutions = Object.keys(yaml("institutions.yaml")["institutions"] as object).map((id) => `institution/${id}`);
    const offices = Object.keys(yaml("offices.yaml")["offices"] as object).map((id) => `office/${id}`);
    expect(ids).toEqual(expect.arrayContaining([...services, ...institutions, ...offices]));
    expect(ids.filter((id) => !id.startsWith("route/"))).toHaveLength(services.length + institutions.length + offices.length);
    for (const { name, about } of entries) for (const words of [name.es, name.en, about.es, about.en]) expect(words.length).toBeGreaterThan(2);
    expect(ids.filter((id) => id.startsWith("route/")).length).toBeGreaterThanOrEqual(9);
  });

  test("says of every made-up office that it is one, in the page and in the data", async () => {
    const offices = (await found("?kind=office")).filter(({ demonstration }) => demonstration);
    expect(offices.length).toBeGreaterThan(5);
    for (const lang of ["es", "en"]) {
      const html = await page(`/servicios?kind=office&lang=${lang}`);
      expect(html.match(/class="demonstration"/g)).toHaveLength(offices.length);
      expect(graphOf(html)["@graph"]).toEqual([]);
    }
  });

  test.each([
    ["pasaporte", "service/pasaporte"], ["passport", "service/pasaporte"], ["cedula de extranjeria", "service/cedula-extranjeria-first"],
    ["CÉDULA EXTRANJERÍA", "service/cedula-extranjeria-first"], ["salvoconduto", "service/salvoconducto-sc1"], ["ppt", "service/ppt"], ["personeria", "institution/personeria"], ["SENA", "institution/sena"],
  ])("finds %j", async (q, wanted) => {
    const ids = (await found(`?${new URLSearchParams({ q })}`)).map(({ id }) => id);
    const family = wanted.replace(/-(first|sc1)$/, "");
    expect(ids.slice(0, 6).some((id) => id.startsWith(family)), ids.slice(0, 6).join()).toBe(true);
  });

  test("finds nothing for what is not there, and what cannot be understood in an address is left out", async () => {
    expect(await found("?q=xyzzyquux")).toEqual([]);
    const html = await page("/servicios?q=%3Cscript%3Ealert(1)%3C/script%3E&kind=x&need=y&city=%22%3E");
    expect(html).not.toContain("<script>alert");
    expect((await fetch(`${app.url}/servicios?q=a&q=b&kind[]=x`)).status).toBe(200);
    expect((await fetch(`${app.url}/servicios/service/no-such`)).status).toBe(404);
  });

  test("narrows by need, kind and city, each alone and together", async () => {
    const all = await found();
    const inBucaramanga = await found("?city=bucaramanga");
    expect(inBucaramanga.length).toBeLessThan(all.length);
    expect(inBucaramanga.every(({ cities }) => cities === "all" || cities.includes("bucaramanga"))).toBe(true);
    const work = await found("?city=bucaramanga&need=work&kind=institution");
    expect(work.map(({ id }) => id)).toEqual(expect.arrayContaining(["institution/imebu", "institution/sena"]));
    expect(work.map(({ id }) => id)).not.toContain("institution/desarrollo-economico-bogota");
    expect(work.every(({ kind, needs }) => kind === "institution" && needs.includes("work"))).toBe(true);
  });

  test("the page, the JSON and the CSV say the same, and may be kept until they change", async () => {
    for (const path of ["/servicios?lang=es", "/servicios?lang=en&q=visa", "/servicios.json", "/servicios.csv", "/servicios/service/ppt?lang=en"]) {
      const first = await fetch(app.url + path);
      const etag = first.headers.get("etag");
      expect(etag, path).toBeTruthy();
      expect(await again(path, etag!), path).toBe(304);
      expect(first.headers.get("cache-control")).toContain("public");
    }
    const entries = await found("?q=visa");
    const rows = (await page("/servicios.csv?q=visa")).split("\r\n").filter(Boolean);
    expect(rows).toHaveLength(entries.length + 1);
    expect((await page("/servicios?q=visa&lang=es")).match(/class="entry"/g)).toHaveLength(entries.length);
  });

  test("every entry has a page in both languages, with its sources", async () => {
    for (const { id, name, sources } of (await found()).filter((_, at) => at % 7 === 0)) {
      for (const lang of ["es", "en"] as const) {
        const html = await page(`/servicios/${id}?lang=${lang}`);
        expect(html).toContain(`<html lang="${lang}">`);
        expect(html.includes('class="sources"'), `${id} ${name.es}`).toBe(sources.length > 0);
      }
    }
  });
});

describe("the CSV", () => {
  const entry = (more: Partial<Entry>): Entry => ({
    id: "service/x", kind: "service", name: { es: "x", en: "x" }, about: { es: "x", en: "x" }, group: null, needs: [], cities: "all", provider: null, cost: null,
    price: null, online: null, parts: { es: [], en: [] }, sources: [], demonstration: false, alsoCalled: [], ...more,
  });

  test("is RFC 4180: quotes doubled, commas and lines within quotes, CRLF between", () => {
    const table = csv([rowOf(entry({ name: { es: 'a "b", c\nd', en: "e" } }), "https://v.example")]);
    expect(table.startsWith("\ufeffid,kind,name_es")).toBe(true);
    expect(table).toContain('"a ""b"", c\nd"');
    expect(table.endsWith("\r\n")).toBe(true);
    expect(table.split("\r\n")).toHaveLength(3);
  });

  test.each(["=1+1", "+1", "-1", "@x", "\t=1", " =1", "|x"])("holds no formula: %j", (es) => {
    expect(csv([rowOf(entry({ name: { es, en: "x" } }), "")])).toContain(`"'${es}"`);
  });
});

describe("the JSON-LD", () => {
  test("is valid schema.org, on the list and on each kind of page, in both languages; a fault in it is seen", async () => {
    const services = (await found("?kind=service")).length;
    const paths = ["/servicios?lang=es", "/servicios?lang=en", "/servicios/service/ppt?lang=es", "/servicios/institution/integrate?lang=en", "/servicios/route/health?lang=es"];
    const graphs = await Promise.all(paths.map(async (path) => graphOf(await page(path))));
    expect(graphs[0]!["@graph"].filter((node) => node["@type"] === "GovernmentService").length).toBeGreaterThanOrEqual(services);
    expect(graphs.every((graph) => graph["@graph"].length > 0)).toBe(true);
    const [node] = graphs[2]!["@graph"];
    const wrong = [
      { ...graphs[2]!, "@graph": [{ ...node, "@type": "GovernmentServise" }] },
      { ...graphs[2]!, "@graph": [{ ...node, provder: "x" }] },
      { ...graphs[2]!, "@graph": [{ ...node, offers: { "@type": "Offer", priceCurrency: { wrong: true } } }] },
    ];
    const faults = schemaFaults([...graphs, ...wrong]);
    console.log(`JSON-LD: ${graphs.flatMap((graph) => graph["@graph"]).length} nodes of ${paths.length} pages against the types of schema.org, ${faults.slice(0, graphs.length).flat().length} faults; ${wrong.length} with a fault seeded, ${faults.slice(graphs.length).filter((each) => each.length > 0).length} seen`);
    expect(faults.slice(0, graphs.length)).toEqual(graphs.map(() => []));
    for (const each of faults.slice(graphs.length)) expect(each.length).toBeGreaterThan(0);
  }, 120_000);
});
