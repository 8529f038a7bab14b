import type { Day } from "../calendar.ts";
import type { Locale } from "../locale.ts";
import { sayer, type Page, type Say } from "../noscript/page.ts";
import type { Texts } from "../text.ts";
import { framed, table } from "./frame.ts";
import type { FileShown } from "./store.ts";

export type Version = { day: Day; files: FileShown[] };

/** The files of a version, how to check them, and the other versions. */
export const versionPage = (texts: Texts, locale: Locale, path: string, version: Version | undefined, versions: Day[], license: { name: string; path: string }): Page => {
  const say = sayer(texts, locale, "opendata");
  const links = `<nav aria-label="${say("about")}"><ul><li><a href="/rendicion?lang=${locale}">${say("rendicion")}</a></li></ul></nav>`;
  return framed(say, locale, path, say("title"), [
    `<p>${say("lead")}</p>${links}`, version ? shown(say, locale, version) : `<p class="note">${say("none")}</p>`,
    `<h2>${say("protect-title")}</h2><p>${say("protect")}</p><p>${say("periods")}</p><p>${say("same")} <code>/datos/sorteos/…</code></p>`,
    `<p><a href="${license.path}" rel="license">${say("license", { name: license.name })}</a></p>`, others(say, locale, version, versions),
  ].join(""));
};

const shown = (say: Say, locale: Locale, { day, files }: Version): string => {
  const rows = files.map(({ name, size, sha256 }) => [
    `<a href="/datos/${day}/${name}">${name}</a>`, say(`file.${textOf(name)}`), say("bytes", { bytes: new Intl.NumberFormat(locale === "es" ? "es-CO" : "en").format(size) }), `<code>${sha256}</code>`,
  ]);
  return `<h2>${say("version", { day: { date: day } })}</h2>${table(say("files"), [say("file-name"), say("about"), say("size"), say("sum")], rows)}`
    + `<p>${say("package")}</p><h3>${say("check-title")}</h3><p>${say("check")}</p><pre>sha256sum -c SHA256SUMS</pre>`;
};

const textOf = (name: string): string => (name === "SHA256SUMS" ? "sums" : name.replace(/\.\w+$/, ""));

const others = (say: Say, locale: Locale, version: Version | undefined, versions: Day[]): string => {
  const rest = versions.filter((day) => day !== version?.day);
  if (rest.length === 0) return "";
  return `<h2>${say("others")}</h2><ul>${rest.map((day) => `<li><a href="/datos/${day}/?lang=${locale}">${day}</a></li>`).join("")}</ul>`;
};
