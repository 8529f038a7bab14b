import { join } from "node:path";
import { locales } from "../../locale.ts";
import { escape, type Assets } from "./page.ts";
import { readWords } from "./yaml-words.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "locales");

/** The staff page before its script runs; no search engine keeps it. */
export const staffPage = ({ script, style }: Assets): string => `<!doctype html>
<html lang="es">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>${escape(words("es")["title"]!)}</title>
<meta name="theme-color" content="#0b4a53" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0c2328" media="(prefers-color-scheme: dark)">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
<body>
<div id="app"></div>
<noscript>
<main class="noscript">
${locales.map((locale) => `<p lang="${locale}">${escape(words(locale)["noscript"]!)}</p>`).join("\n")}
</main>
</noscript>
</body>
</html>
`;

const words = (locale: string): Record<string, string> => readWords(join(folder, locale, "staff.yaml"));
