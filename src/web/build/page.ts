import { join } from "node:path";
import { locales } from "../../locale.ts";
import { readWords } from "./yaml-words.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "locales");

/** The words of the pages themselves, by language. */
export const pageWords = () =>
  Object.fromEntries(locales.map((locale) => [locale, readWords(join(folder, locale, "web.yaml"))]));

/** The addresses of a page's script and style. */
export type Assets = { script: string; style: string };

/** The chat page before its script runs, and all that there is without one. */
export const chatPage = ({ script, style }: Assets): string => {
  const words = pageWords();
  const es = words["es"]!;
  return `<!doctype html>
<html lang="es">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${escape(es["title"]!)}</title>
<meta name="description" content="${escape(es["description"]!)}">
<meta name="theme-color" content="#0b4a53" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0c2328" media="(prefers-color-scheme: dark)">
<meta name="color-scheme" content="light dark">
<meta name="quick-exit" content="${neutral}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
<body>
<div id="app"></div>
<noscript>
<main class="noscript">
${locales.map((locale) => withoutScript(locale, words[locale]!)).join("\n")}
</main>
</noscript>
</body>
</html>
`;
};

/** Where "leave quickly" leads: a page that anybody may have open. */
const neutral = "https://es.wikipedia.org/wiki/Colombia";

const withoutScript = (locale: string, words: Record<string, string>): string =>
  `<section lang="${locale}"><h1>${escape(words["title"]!)}</h1><p>${escape(words["noscript.text"]!)}</p>` +
  `<p><a href="https://www.migracioncolombia.gov.co">${escape(words["noscript.channel"]!)}</a></p>` +
  `<p><a href="/servicios?lang=${locale}">${escape(words["composer.services"]!)}</a></p></section>`;

export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);
