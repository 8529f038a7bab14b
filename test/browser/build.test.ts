import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb, limits, type Weight } from "../../src/web/build.ts";
import { readWords } from "../../src/web/build/yaml-words.ts";
import { parseMarkdown, plainText } from "../../src/web/chat/markdown.ts";

const root = join(import.meta.dirname, "..", "..");
const dist = mkdtempSync(join(tmpdir(), "dist-"));
let weight: Weight;
beforeAll(async () => { weight = await buildWeb(dist); });
afterAll(() => rmSync(dist, { recursive: true }));

test("the page weighs less than 60 kB, the widget less than 5 kB, the staff page and its figures less than 120 kB each", () => {
  expect(weight.page).toBeGreaterThan(5_000);
  expect(weight.page).toBeLessThan(limits.page);
  expect(weight.widget).toBeLessThan(limits.widget);
  expect(weight.staff).toBeGreaterThan(weight.page);
  expect(weight.staff).toBeLessThan(limits.staff);
  expect(weight.figures).toBeGreaterThan(5_000);
  expect(weight.figures).toBeLessThan(limits.figures);
});

test.each(["chat", "staff"])("the page of %s names its assets by their content, and they are there", (name) => {
  const page = readFileSync(join(dist, name, "index.html"), "utf8");
  const named = [...page.matchAll(/"\/(assets\/[\w-]+\.(?:js|css))"/g)].map((match) => match[1]!);
  expect(named).toHaveLength(2);
  for (const asset of named) expect(readFileSync(join(dist, asset)).length).toBeGreaterThan(100);
  expect(named.every((asset) => /-[A-Z0-9]{8}\./.test(asset))).toBe(true);
});

/** The files of words of a page, and what is chosen by a code: its family. `words` of chat components that the staff page shows as well. */
const pages = [
  { name: "web", files: ["web"], folders: ["chat", "widget", "build", "build.ts"], families: ["language", "author"] },
  {
    name: "staff", files: ["staff", "staff-agenda", "staff-cases", "staff-figures", "staff-referrals"], folders: ["staff", "build", "chat/view/rich-text.tsx", "chat/view/outside-link.tsx", "chat/view/sources.tsx"],
    families: [
      "language", "page", "role", "presence", "due", "news", "state", "conversation", "deed", "author", "delivery", "close", "keys", "callback", "how",
      "promise", "review", "accounts", "audit", "channel", "reason", "did", "deeds", "error", "intent", "flow", "slot",
      "cases.section", "cases.view", "cases.light", "cases.short", "detail.from", "detail.consent", "detail.why", "detail.by", "detail.scan", "act", "ask", "alerts.what",
      "civic.by", "civic.state", "civic.deeds",
      "counter", "agenda.view", "agenda.move", "agenda.count", "agenda.head", "agenda.state", "agenda.mark", "agenda.done", "agenda.seats", "agenda.comer", "agenda.plan",
      "agenda.document", "agenda.reason", "agenda.told",
      "referrals.state-of", "referrals.closed", "referrals.head", "referrals.need", "referrals.outcome", "referrals.by", "referrals.letter", "referrals.again", "referrals.mark", "referrals.shared", "referrals.did",
      "figures.page", "figures.span", "figures.comparison", "figures.unit", "figures.change", "figures.without", "figures.definition", "figures.every", "figures.by", "figures.head", "figures.step",
      "figures.from-whom", "figures.hidden", "figures.severity", "figures.plan.how", "figures.flow.head", "figures.target.head", "figures.target.from", "figures.sample.head", "figures.verdict", "figures.wall.desk",
    ],
  },
];

describe.each(pages)("the words of $name", ({ files, folders, families }) => {
  const read = (locale: string) => files.map((file) => readWords(join(root, `locales/${locale}/${file}.yaml`)));
  const merged = (locale: string): Record<string, string> => Object.assign({}, ...read(locale)) as Record<string, string>;
  const words = { es: merged("es"), en: merged("en") };
  const params = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  const keys = Object.keys(words.es);
  const code = folders.flatMap((name) => sourcesIn(join(root, "src/web", name))).join("\n");

  test("are the same in both languages, with the same params", () => {
    expect(Object.keys(words.en)).toEqual(keys);
    expect(read("es").flatMap((one) => Object.keys(one))).toHaveLength(keys.length);
    for (const key of keys) expect([key, params(words.en[key]!)]).toEqual([key, params(words.es[key]!)]);
  });

  test("are all used, and all that are used are there", () => {
    const forms = new Set(keys.map((key) => key.replace(/_(?:one|other)$/, "")));
    expect([...forms].filter((key) => !code.includes(`"${key}"`) && !families.some((family) => key === family || key.startsWith(`${family}.`)))).toEqual([]);
    const said = [...code.matchAll(/\b(?:say|sayHere)\("([\w.-]+)"/g)].map((match) => match[1]!);
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((key) => !forms.has(key))).toEqual([]);
  });
});

const sourcesIn = (path: string): string[] => {
  if (/\.tsx?$/.test(path)) return [readFileSync(path, "utf8")];
  return readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(join(path, name), "utf8"));
};

describe("light markdown", () => {
  test.each([
    ["one **two** three", [{ kind: "paragraph", parts: [{ kind: "text", text: "one " }, { kind: "bold", parts: [{ kind: "text", text: "two" }] }, { kind: "text", text: " three" }] }]],
    ["- a\n- b", [{ kind: "list", ordered: false, start: 1, items: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]] }]],
    ["3. a\n\n4. b", [{ kind: "list", ordered: true, start: 3, items: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]] }]],
    ["see www.gov.co.", [{ kind: "paragraph", parts: [{ kind: "text", text: "see " }, { kind: "link", href: "https://www.gov.co", text: "www.gov.co" }, { kind: "text", text: "." }] }]],
    ["[a](https://b.co/c_(d))", [{ kind: "paragraph", parts: [{ kind: "link", href: "https://b.co/c_(d)", text: "a" }] }]],
    ["[a](javascript:alert(1))", [{ kind: "paragraph", parts: [{ kind: "text", text: "[a](javascript:alert(1))" }] }]],
    ["[a](//b.co)", [{ kind: "paragraph", parts: [{ kind: "text", text: "[a](//b.co)" }] }]],
    ["a\nb", [{ kind: "paragraph", parts: [{ kind: "text", text: "a" }, { kind: "break" }, { kind: "text", text: "b" }] }]],
    ["<b>x</b>", [{ kind: "paragraph", parts: [{ kind: "text", text: "<b>x</b>" }] }]],
  ])("%j", (text, tree) => {
    expect(parseMarkdown(text)).toEqual(tree);
  });

  test("is spoken without its signs", () => {
    expect(plainText("**a** b\n\n- c\n- [d](https://e.co)")).toBe("a b\nc; d");
  });
});
