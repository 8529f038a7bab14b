import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type OutputFile } from "esbuild";
import { icon } from "./build/icon.ts";
import { manifest } from "./build/manifest.ts";
import { chatPage, pageWords } from "./build/page.ts";
import { yamlWords } from "./build/yaml-words.ts";

const here = import.meta.dirname;
const repository = join(here, "..", "..");

/** Gzipped bytes: the page with its script and style must reach a slow phone at once. */
export const limits = { page: 60_000, widget: 5_000 } as const;

export type Weight = { page: number; widget: number };

/**
 * Builds what browsers load into `dist`.
 * @returns the gzipped weight, in bytes, of the chat page with its assets, and of the widget
 * @throws when either is over its limit
 */
export const buildWeb = async (dist = join(repository, "dist")): Promise<Weight> => {
  const [chat, widget] = await Promise.all([bundleChat(dist), bundleWidget(dist)]);
  const asset = (ending: string) => `/assets/${relative(join(dist, "assets"), chat.find(({ path }) => path.endsWith(ending))!.path)}`;
  const page = Buffer.from(chatPage({ script: asset(".js"), style: asset(".css") }));
  for (const { path, contents } of [...chat, ...widget]) write(path, contents);
  write(join(dist, "chat", "index.html"), page);
  write(join(dist, "icon.svg"), icon);
  write(join(dist, "manifest.webmanifest"), JSON.stringify(manifest));
  const weight = {
    page: [page, ...chat.map(({ contents }) => contents)].reduce((sum, part) => sum + gzipSync(part).length, 0),
    widget: widget.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0),
  };
  for (const part of ["page", "widget"] as const) {
    if (weight[part] > limits[part]) throw new Error(`the ${part} weighs ${weight[part]} bytes gzipped: it may be ${limits[part]}`);
  }
  return weight;
};

const bundleChat = (dist: string): Promise<OutputFile[]> =>
  bundle({
    entryPoints: { chat: join(here, "chat", "main.tsx"), style: join(here, "chat", "style.css") },
    outdir: join(dist, "assets"),
    entryNames: "[name]-[hash]",
    format: "esm",
  });

const bundleWidget = (dist: string): Promise<OutputFile[]> =>
  bundle({
    entryPoints: [join(here, "widget", "widget.ts")],
    outdir: dist,
    format: "iife",
    define: { widgetWords: JSON.stringify(widgetWords()) },
  });

const widgetWords = () => {
  const few = (words: Record<string, string>) => ({ open: words["widget.open"], close: words["widget.close"], title: words["title"] });
  return Object.fromEntries(Object.entries(pageWords()).map(([locale, words]) => [locale, few(words)]));
};

const bundle = async (options: Parameters<typeof build>[0]): Promise<OutputFile[]> => {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    target: ["chrome100", "firefox102", "safari15.4"],
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
    plugins: [yamlWords],
    ...options,
  });
  return outputFiles!;
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
  const { page, widget } = await buildWeb();
  console.log(`pages built: chat ${kilobytes(page)} gzipped, widget ${kilobytes(widget)}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
