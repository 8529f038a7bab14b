import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Imported by everybody; import nothing of ours but one another. */
const leaves = ["locale", "words", "log", "fault", "radicado", "csv", "yaml", "keep-file", "citation"];

/** What each part of src may import beside itself and the leaves. `part:file` allows that file only, `type` its types. */
const arrows: Record<string, string[]> = {
  main: ["app", "config"],
  app: ["opendata", "rendicion", "service", "channels", "conversation", "jobs", "pages", "casos", "cita", "ruta", "referido", "portfolio", "flow/slots/cities", "video", "draws", "health", "staff", "metrics", "replicas", "db", "config"],
  service: ["dashboard", "opendata", "actions", "offices", "answers/redact", "answers/alike", "answers/offer", "content", "conversation", "db", "desk", "replicas", "config", "metrics", "model"],
  dashboard: ["figures", "calendar", "answers/redact", "conversation/record", "conversation/transcript", "mail/queue", "type content", "type db", "type desk", "type metrics", "type offices"],
  offices: ["appointments", "cases", "care", "mail", "db", "answers/alike", "conversation/files", "type conversation/by-person", "type content", "type config", "type replicas"],
  model: ["answers", "db", "type config", "type content"],
  console: ["opendata", "appointments/draw", "reading", "main", "app", "service", "channels", "content", "answers", "understanding", "flow", "db", "staff", "config", "text", "metrics", "conversation/store", "type conversation"],
  content: ["actions", "answers", "flow", "understanding", "text", "learned", "refusals", "dangers", "stories", "appointments", "care", "notices", "desk/setup", "cases/setup", "metrics/setup", "metrics/targets/setup", "opendata/setup", "figures/setup", "figures/polls/setup"],
  learned: [],
  refusals: ["answers", "understanding"],
  dangers: ["answers", "understanding"],
  reading: ["answers/knowledge"],
  stories: ["answers", "understanding", "learned", "cases/types"],
  jobs: ["service", "conversation", "cases", "appointments", "desk", "metrics", "replicas", "db", "calendar", "config"],
  health: ["service", "config", "db", "replicas", "metrics"],
  pages: ["service", "config"],
  noscript: ["type text", "type flow/types"],
  casos: ["cases", "noscript", "type db", "type text", "type flow/types"],
  portfolio: ["care/needs", "type care", "noscript", "type answers", "type appointments", "type text"],
  ruta: ["care", "noscript", "type text"],
  referido: ["care", "noscript", "type text"],
  cita: ["appointments", "noscript", "type answers", "type db", "type text", "type flow/types"],
  video: ["type desk", "noscript", "type text"],
  draws: ["type appointments"],
  pdf: [],
  opendata: ["metrics", "calendar", "noscript", "type db", "type text", "type flow/types"],
  rendicion: ["opendata", "type figures/polls/polls", "type figures/polls/setup", "pdf", "metrics", "calendar", "noscript", "type answers", "type text", "type flow/types"],
  channels: ["conversation", "replicas", "db", "type flow/types", "type config", "text"],
  conversation: ["understanding", "flow", "answers", "text", "db/away", "type db"],
  actions: ["cases", "appointments", "care", "desk", "answers", "metrics", "notices", "type content", "type stories", "type db", "type conversation/response", "type conversation/desk", "type flow", "type text", "flow/slots/city", "flow/slots/city-told", "flow/slots/when", "flow/slots/when/wish", "flow/slots/cities", "flow/slots/flat", "flow/slots/files", "flow/slots/validators", "understanding/case-kind/asked", "understanding/case-kind/remarks", "understanding/danger/abroad", "flow/slots/venue"],
  staff: ["figures/types", "figures/view", "cases", "appointments", "care", "desk", "notices", "metrics", "db", "calendar", "type conversation/files", "type conversation/reading", "type conversation/behalf", "type text", "type config"],
  cases: ["pdf", "db", "calendar", "mail", "type conversation/files", "type conversation/by-person", "type text", "type flow/types", "type config"],
  mail: ["db"],
  appointments: ["db", "calendar", "type flow/types", "type mail/queue", "type conversation/by-person"],
  care: ["db", "calendar", "understanding/phrases", "understanding/spoken", "type mail/queue", "type text", "type flow/types", "type conversation/by-person"],
  desk: ["db", "calendar", "type answers/offer", "type conversation/desk", "type conversation/by-person", "type conversation/files"],
  notices: ["db", "calendar"],
  metrics: ["db", "calendar", "type conversation/message"],
  figures: ["metrics", "pdf", "calendar", "type db", "type mail/queue", "type text"],
  replicas: [],
  db: ["type staff/role", "type cases/types", "type care/needs", "type care/referrals/types"],
  calendar: [],
  text: ["type flow/types"],
  config: [],
  flow: [],
  understanding: [],
  answers: [],
  web: ["figures/types", "type metrics/types", "type metrics/targets/types", "type conversation/message", "locales", "staff/role", "cases/types"],
};

/** Packages that stay at the edge: one file alone imports each, so that it can be replaced in a day. */
const alone = [/^better-auth/, /^(botbuilder|botframework)/, /^(grammy|@grammyjs)/, /^redis$/, /^@langchain\//, /^nodemailer/, /^pdfkit/, /^@observablehq\/plot$/];

const src = join(import.meta.dirname, "../src");

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
  .map((path) => ({ path, text: readFileSync(join(src, path), "utf8") }));

type Import = { file: string; specifier: string; typeOnly: boolean };

const importsOf = ({ path, text }: { path: string; text: string }): Import[] =>
  [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w*{][^;'"]*?\sfrom\s+)?["']([^"']+)["']/gm),
    ...text.matchAll(/\b()import\(\s*["']([^"']+)["']/g),
  ].map(([, type, specifier]) => ({ file: path, specifier: specifier!, typeOnly: Boolean(type) }));

const imports = files.flatMap(importsOf);
const ours = imports.filter(({ specifier }) => specifier.startsWith("."));

/** "flow/slots/date.ts" → "flow"; "config.ts" → "config"; outside of src: "../locales/es/web.yaml" → "locales". */
const partOf = (path: string): string => path.replace("../", "").split("/")[0]!.replace(/\.tsx?$/, "");

const mayImport = ({ file, specifier, typeOnly }: Import): boolean => {
  const target = normalize(join(file, "..", specifier)).replace(/\.tsx?$/, "");
  const [from, to] = [partOf(file), partOf(target)];
  if (from === to || leaves.includes(to)) return true;
  const allowed = (name: string) => name === to || name === target;
  return (arrows[from] ?? []).some((arrow) =>
    arrow.startsWith("type ") ? typeOnly && allowed(arrow.slice(5)) : allowed(arrow),
  );
};

const shown = ({ file, specifier, typeOnly }: Import): string => `src/${file}: ${typeOnly ? "import type" : "import"} "${specifier}"`;

describe("the house", () => {
  it("has its imports read", () => {
    expect(ours.length).toBeGreaterThan(files.length / 2);
    const text = 'import { type A,\n  b } from "./b.ts";\nimport type { C } from "./c.ts";\nexport * from "./d.ts";\nimport "./e.css";\nawait import("./f.ts");';
    expect(importsOf({ path: "x/y.ts", text }).map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([
      ["./b.ts", false], ["./c.ts", true], ["./d.ts", false], ["./e.css", false], ["./f.ts", false],
    ]);
  });

  it("has only parts that the table knows", () => {
    const unknown = files.map(({ path }) => partOf(path)).filter((part) => !(part in arrows) && !leaves.includes(part));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("has imports that run one way only", () => {
    expect(ours.filter((one) => !mayImport(one)).map(shown)).toEqual([]);
  });

  it("has no circle of imports that run", () => {
    expect(circles()).toEqual([]);
  });

  it.each(alone)("imports %s in one file", (packages) => {
    const users = imports.filter(({ specifier }) => packages.test(specifier)).map(({ file }) => file);
    expect([...new Set(users)]).toHaveLength(1);
  });

  it("imports the embedded database in db only", () => {
    const users = imports.filter(({ specifier }) => specifier.startsWith("@electric-sql/")).map(({ file }) => partOf(file));
    expect([...new Set(users)]).toEqual(["db"]);
  });

  it("reads the environment in config.ts only", () => {
    const readers = files.filter(({ text }) => /process\s*\.\s*env|process\[["']env|\benv\b[^\n]*from "node:process"/.test(text));
    expect(readers.map(({ path }) => path)).toEqual(["config.ts"]);
  });

  it("has no file over 300 lines", () => {
    const long = files.filter(({ text }) => text.split("\n").length > 301);
    expect(long.map(({ path, text }) => `src/${path}: ${text.split("\n").length - 1} lines`)).toEqual([]);
  });
});

/** Files that import themselves by way of others, types apart. */
const circles = (): string[] => {
  const edges = new Map<string, string[]>();
  for (const { file, specifier, typeOnly } of ours) {
    if (!typeOnly) edges.set(file, [...(edges.get(file) ?? []), normalize(join(file, "..", specifier))]);
  }
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    (edges.get(from) ?? []).some((next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))));
  return [...edges.keys()].filter((file) => reaches(file, file));
};
