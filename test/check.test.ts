import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { checkContent } from "../src/content.ts";
import type { Fault } from "../src/fault.ts";

const root = join(import.meta.dirname, "..");
const today = new Date("2026-11-23T12:00:00Z");

/** A fault, how it gets in, and how it must be told. */
type Seed = { name: string; seed: (content: Content) => void; file: RegExp; path: RegExp; message: RegExp };
/** Parsed content of any shape, to be made faulty. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Yaml = Record<string, any>;

class Content {
  readonly dir = mkdtempSync(join(tmpdir(), "ventanilla-content-"));
  constructor() {
    for (const folder of ["flows", "locales", "knowledge"]) cpSync(join(root, folder), join(this.dir, folder), { recursive: true });
  }
  text(file: string, change: (text: string) => string): void {
    const before = readFileSync(join(this.dir, file), "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file}: nothing was seeded`);
    writeFileSync(join(this.dir, file), after);
  }
  yaml(file: string, change: (content: Yaml) => void): void {
    this.text(file, (text) => {
      const content = parse(text) as Yaml;
      change(content);
      return stringify(content);
    });
  }
  write(file: string, text: string): void {
    writeFileSync(join(this.dir, file), text);
  }
}

const flow = "flows/find-tramite.yaml";
const flowFault = /find-tramite\.yaml$/;
const article = "knowledge/es/answer-terms.md";
const services = "knowledge/data/services.yaml";
const service = (content: Yaml, id: string) => content.services.find((s: Yaml) => s.id === id);

const seeds: Seed[] = [
  { name: "unknown target", file: flowFault, path: /steps/, message: /nowhere.*steps:/,
    seed: (c) => { c.yaml(flow, (f) => f.steps.push({ id: "lost", goto: "nowhere" })); } },
  { name: "unknown action", file: flowFault, path: /steps/, message: /services\.divine/,
    seed: (c) => { c.yaml(flow, (f) => f.steps.unshift({ call: "services.divine" })); } },
  { name: "slot that is never set", file: flowFault, path: /steps/, message: /ghost/,
    seed: (c) => { c.yaml(flow, (f) => f.steps.unshift({ branch: "ghost", to: { yes: "end" } })); } },
  { name: "unknown validator", file: flowFault, path: /steps/, message: /horoscope.*validators:/,
    seed: (c) => { c.yaml(flow, (f) => f.steps.unshift({ ask: "sign", as: "horoscope" })); } },
  { name: "unreachable step", file: flowFault, path: /steps/, message: /island/,
    seed: (c) => { c.yaml(flow, (f) => f.steps.push({ goto: "end" }, { id: "island", goto: "end" })); } },
  { name: "two verbs in one step", file: flowFault, path: /steps/, message: /.+/,
    seed: (c) => { c.yaml(flow, (f) => f.steps.unshift({ say: "one", goto: "end" })); } },
  { name: "loop without a question", file: flowFault, path: /steps/, message: /no end can be reached/,
    seed: (c) => { c.yaml(flow, (f) => f.steps.unshift({ id: "round", goto: "again" }, { id: "again", goto: "round" })); } },
  { name: "text that is not there", file: /find-tramite\.yaml$/, path: /find-tramite\.unwritten|steps/, message: /unwritten/,
    seed: (c) => { c.yaml(flow, (f) => f.steps.unshift({ say: "unwritten" })); } },
  { name: "missing English text", file: /locales\/en\/repair\.yaml$/, path: /help/, message: /.+/,
    seed: (c) => { c.yaml("locales/en/repair.yaml", (t) => { delete t.help; }); } },
  { name: "other params in one language", file: /locales\/(es|en)\/repair\.yaml$/, path: /help/, message: /bait/,
    seed: (c) => { c.yaml("locales/en/repair.yaml", (t) => { t.help = "Help {{bait}}"; }); } },
  { name: "text that nobody uses", file: /locales\/(es|en)\/find-tramite\.yaml$/, path: /forgotten/, message: /.+/,
    seed: (c) => { for (const l of ["es", "en"]) c.yaml(`locales/${l}/find-tramite.yaml`, (t) => { t.forgotten = "x"; }); } },
  { name: "two flows with one name", file: /twin\.yaml$/, path: /flow/, message: /find-tramite/,
    seed: (c) => { c.write("flows/twin.yaml", readFileSync(join(c.dir, flow), "utf8")); } },
  { name: "YAML that cannot be read", file: /broken\.yaml$/, path: /.*/, message: /.+/,
    seed: (c) => { c.write("flows/broken.yaml", "flow: [unclosed"); } },
  { name: "passage without a source", file: /es\/answer-terms\.md$/, path: /.+/, message: /source/,
    seed: (c) => { c.text(article, (t) => t.replace(/ source=[\w,-]+/, "")); } },
  { name: "unknown source", file: /es\/answer-terms\.md$/, path: /.+/, message: /ley-imaginaria/,
    seed: (c) => { c.text(article, (t) => t.replace(/ source=[\w,-]+/, " source=ley-imaginaria")); } },
  { name: "review date that has passed", file: /es\/answer-terms\.md$/, path: /review_by/, message: /2026-01-01/,
    seed: (c) => { c.text(article, (t) => t.replace(/review_by: \S+/, "review_by: 2026-01-01")); } },
  { name: "passage missing in the other language", file: /(es|en)\/answer-terms\.md$/, path: /only-here/, message: /.+/,
    seed: (c) => { c.text(article, (t) => `${t}\n## Sola {#only-here source=ley-1437-2011}\n\nUna frase sola.\n`); } },
  { name: "article missing in the other language", file: /(es|en)\/answer-terms\.md$/, path: /.*/, message: /.+/,
    seed: (c) => { rmSync(join(c.dir, article)); } },
  { name: "unknown look-alike", file: /services\.yaml$/, path: /lookalikes/, message: /no-such-service/,
    seed: (c) => { c.yaml(services, (k) => { service(k, "salvoconducto-sc1").lookalikes = ["no-such-service"]; }); } },
  { name: "service without its English name", file: /services\.yaml$/, path: /name/, message: /.+/,
    seed: (c) => { c.yaml(services, (k) => { delete service(k, "salvoconducto-sc1").name.en; }); } },
  { name: "button that is too long", file: /services\.yaml$/, path: /short/, message: /30/,
    seed: (c) => { c.yaml(services, (k) => { service(k, "salvoconducto-sc1").short.es = "x".repeat(31); }); } },
  { name: "price of a service that is not there", file: /es\/answer-terms\.md$/, path: /.+/, message: /no-such-price/,
    seed: (c) => { c.text(article, (t) => `${t}\n\nCuesta {{cost no-such-price}}.\n`); } },
  { name: "price written a second time", file: /es\/answer-terms\.md$/, path: /.+/, message: /294/,
    seed: (c) => { c.text(article, (t) => `${t}\n\nCuesta 294.000 pesos.\n`); } },
  { name: "phrase with a list that is not there", file: /data\/filing\.yaml$/, path: /phrases/, message: /@nobody/,
    seed: (c) => { c.text("knowledge/data/filing.yaml", (t) => t.replace('- "@made', '- "@nobody')); } },
  { name: "source from the future", file: /documents\.yaml$/, path: /seen/, message: /2031/,
    seed: (c) => { c.text("knowledge/data/sources/documents.yaml", (t) => t.replace(/seen: \S+/, "seen: 2031-01-01")); } },
];

/** Seeds that do not hide one another share a copy of the content, since reading it all takes a while. */
const groups = [
  ["unknown target", "unknown action", "slot that is never set", "unreachable step", "text that is not there",
    "missing English text", "text that nobody uses", "passage without a source", "unknown look-alike",
    "price of a service that is not there", "source from the future", "phrase with a list that is not there"],
  ["unknown validator", "other params in one language", "YAML that cannot be read", "unknown source",
    "review date that has passed", "service without its English name", "price written a second time"],
  ["two verbs in one step", "passage missing in the other language", "button that is too long"],
  ["loop without a question", "two flows with one name", "article missing in the other language"],
];

describe("npm run check", () => {
  let content: Content;
  beforeEach(() => { content = new Content(); });
  afterEach(() => { rmSync(content.dir, { recursive: true, force: true }); });

  test("seeds every fault once", () => {
    expect(groups.flat().sort()).toEqual(seeds.map(({ name }) => name).sort());
    expect(seeds.length).toBeGreaterThanOrEqual(20);
  });

  test("finds nothing in what is published", () => {
    expect(checkContent(today, content.dir)).toEqual([]);
  });

  test.each(groups.map((group) => [group]))("finds: %j", (group) => {
    const seeded = seeds.filter(({ name }) => group.includes(name));
    for (const { seed } of seeded) seed(content);
    const faults = checkContent(today, content.dir);
    const missed = seeded.filter((seed) => !faults.some((fault) => isTold(seed, fault))).map(({ name }) => name);
    expect(missed, JSON.stringify(faults, null, 1)).toEqual([]);
  });
});

const isTold = (seed: Seed, fault: Fault): boolean =>
  seed.file.test(fault.file) && seed.path.test(fault.path) && seed.message.test(fault.message);
