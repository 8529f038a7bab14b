import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions, type Metafile, type OutputFile } from "esbuild";
import { icon } from "./build/icon.ts";
import { manifest } from "./build/manifest.ts";
import { chatPage, pageWords, type Assets } from "./build/page.ts";
import { staffPage } from "./build/staff-page.ts";
import { yamlWords } from "./build/yaml-words.ts";

const here = import.meta.dirname;
const repository = join(here, "..", "..");

/**
 * Gzipped bytes: the citizen's page with its script and style must reach a slow phone at once. `figures`: what the staff page
 * fetches only when figures are opened, mostly the library that draws.
 */
export const limits = { page: 60_000, widget: 5_000, staff: 120_000, figures: 120_000 } as const;

export type Weight = Record<keyof typeof limits, number>;

/**
 * Builds what browsers load into `dist`.
 * @returns the gzipped weight, in bytes, of the chat page and of the staff page with their assets, of what the latter fetches later, and of the widget
 * @throws when one is over its limit
 */
export const buildWeb = async (dist = join(repository, "dist")): Promise<Weight> => {
  const [chat, staff, widget] = await Promise.all([bundlePage(dist, "chat"), bundlePage(dist, "staff"), bundleWidget(dist)]);
  const pages = { chat: Buffer.from(chatPage(assetsOf(dist, chat.first))), staff: Buffer.from(staffPage(assetsOf(dist, staff.first))) };
  for (const { path, contents } of [chat, staff, widget].flatMap(({ first, later }) => [...first, ...later])) write(path, contents);
  for (const [name, page] of Object.entries(pages)) write(join(dist, name, "index.html"), page);
  write(join(dist, "icon.svg"), icon);
  write(join(dist, "manifest.webmanifest"), JSON.stringify(manifest));
  const weight = {
    page: weigh([pages.chat, ...contentsOf(chat.first)]),
    widget: weigh(contentsOf(widget.first)),
    staff: weigh([pages.staff, ...contentsOf(staff.first)]),
    figures: weigh(contentsOf(staff.later)),
  };
  for (const part of Object.keys(limits) as (keyof Weight)[]) {
    if (weight[part] > limits[part]) throw new Error(`the ${part} weighs ${weight[part]} bytes gzipped: it may be ${limits[part]}`);
  }
  return weight;
};

/** The addresses of a page's script and style, named by their content. */
const assetsOf = (dist: string, files: OutputFile[]): Assets => {
  const address = (ending: string) => `/assets/${relative(join(dist, "assets"), files.find(({ path }) => path.endsWith(ending))!.path)}`;
  return { script: address(".js"), style: address(".css") };
};

const contentsOf = (files: OutputFile[]): Uint8Array[] => files.map(({ contents }) => contents);

const weigh = (parts: Uint8Array[]): number => parts.reduce((sum, part) => sum + gzipSync(part).length, 0);

/** A page's script under the page's name, its style beside it. */
const bundlePage = (dist: string, page: "chat" | "staff"): Promise<Bundle> =>
  bundle({
    entryPoints: { [page]: join(here, page, "main.tsx"), [page === "chat" ? "style" : `${page}-style`]: join(here, page, "style.css") },
    outdir: join(dist, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    splitting: true,
    format: "esm",
  });

const bundleWidget = (dist: string): Promise<Bundle> =>
  bundle({
    entryPoints: { widget: join(here, "widget", "widget.ts") },
    outdir: dist,
    format: "iife",
    define: { widgetWords: JSON.stringify(widgetWords()) },
  });

const widgetWords = () => {
  const few = (words: Record<string, string>) => ({ open: words["widget.open"], close: words["widget.close"], title: words["title"] });
  return Object.fromEntries(Object.entries(pageWords()).map(([locale, words]) => [locale, few(words)]));
};

/** `first`: the entries, the script before the style, and what they import. `later`: what is fetched when it is asked for. */
type Bundle = { first: OutputFile[]; later: OutputFile[] };

const bundle = async ({ entryPoints, ...options }: Omit<BuildOptions, "entryPoints"> & { entryPoints: Record<string, string> }): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    absWorkingDir: repository,
    target: ["chrome100", "firefox102", "safari15.4"],
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
    plugins: [yamlWords],
    entryPoints,
    ...options,
  });
  const entries = Object.values(entryPoints).map((path) => relative(repository, path));
  const first = atOnce(metafile!, entries).map((path) => outputFiles!.find((file) => file.path === resolve(repository, path))!);
  return { first, later: outputFiles!.filter((file) => !first.includes(file)) };
};

/** The entries and all that comes with them. */
const atOnce = ({ outputs }: Metafile, entries: string[]): string[] => {
  const reached = new Set(Object.keys(outputs).filter((path) => entries.includes(outputs[path]!.entryPoint ?? "")));
  for (const path of reached) {
    for (const { path: imported, kind } of outputs[path]!.imports) if (kind === "import-statement") reached.add(imported);
  }
  return [...reached];
};

/** Leaves a file alone that is already right: another process may be serving it. */
const write = (path: string, contents: string | Uint8Array): void => {
  const bytes = Buffer.from(contents);
  if (readOr(path)?.equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};

const readOr = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

if (import.meta.main) {
  const { page, widget, staff, figures } = await buildWeb();
  console.log(`pages built: chat ${kilobytes(page)} gzipped, widget ${kilobytes(widget)}, staff ${kilobytes(staff)} and its figures ${kilobytes(figures)}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
