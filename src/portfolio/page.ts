import { needs } from "../care/needs.ts";
import type { Locale } from "../locale.ts";
import { escape, sayer, toOther, type Say } from "../noscript/page.ts";
import type { Texts } from "../text.ts";
import { jsonLd } from "./json-ld.ts";
import { inHtml } from "./markdown.ts";
import type { Wanted } from "./search.ts";
import { style } from "./style.ts";
import { entryKinds, type Entry } from "./types.ts";

export type PageParts = { texts: Texts; locale: Locale; base: string; cityNames: ReadonlyMap<string, string> };

/** The search and what it found. Without script: a form that asks the server. */
export const listPage = (parts: PageParts, entries: readonly Entry[], wanted: Wanted): string => {
  const { locale } = parts;
  const say = sayerOf(parts);
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
  const data = (name: string) => `<a href="/servicios.${name}${query ? `?${escape(query)}` : ""}">${name.toUpperCase()}</a>`;
  const found = `<p role="status">${say("found", { count: entries.length })}</p>`;
  const none = entries.length === 0 ? `<p>${say("none")} <a href="/?lang=${locale}">${say("ask-chat")}</a></p>` : "";
  const list = entries.length === 0 ? "" : `<ul class="entries">${entries.map((entry) => `<li>${cardOf(parts, say, entry)}</li>`).join("")}</ul>`;
  const more = `<p class="screen">${say("data")}: ${data("json")} · ${data("csv")}</p>`;
  return framed(parts, say("title"), `<p>${say("lead")}</p>${form(parts, say, wanted)}${found}${none}${list}${more}`, jsonLd(entries, parts), query);
};

const form = ({ locale, cityNames }: PageParts, say: Say, { q, kind, need, city }: Wanted): string => {
  const select = (name: string, options: (readonly [value: string, words: string])[], chosen = "") =>
    `<div><label for="${name}">${say(`field.${name}`)}</label><select id="${name}" name="${name}"><option value="">${say("any")}</option>`
    + `${options.map(([value, words]) => `<option value="${value}"${value === chosen ? " selected" : ""}>${words}</option>`).join("")}</select></div>`;
  return `<form method="get" action="/servicios" role="search"><input type="hidden" name="lang" value="${locale}">`
    + `<div class="wide"><label for="q">${say("field.q")}</label><input id="q" name="q" type="search" value="${escape(q)}" maxlength="200" autocomplete="off"></div>`
    + select("need", needs.map((each) => [each, say(`/referral.need.${each}`)]), need)
    + select("kind", entryKinds.map((each) => [each, say(`kind.${each}`)]), kind)
    + select("city", [...cityNames].map(([id, name]) => [id, escape(name)]), city)
    + `<div class="wide"><button>${say("search")}</button></div></form>`;
};

const cardOf = ({ locale }: PageParts, say: Say, { id, kind, name, about, group, provider, cost, demonstration }: Entry): string =>
  `<article class="entry"><p class="kind">${say(`kind-of.${kind}`)}${group ? ` · ${escape(group[locale])}` : ""}</p>`
  + `<h2><a href="/servicios/${id}?lang=${locale}">${escape(name[locale])}</a></h2>${demonstration ? `<p class="demonstration">${say("demonstration")}</p>` : ""}<p>${escape(about[locale])}</p>`
  + `${provider && kind === "service" ? `<p>${say("by")}: ${escape(provider.name[locale])}</p>` : ""}${cost ? `<p>${say("cost")}: ${inHtml(cost[locale], "inline")}</p>` : ""}</article>`;

/** One entry, whole. */
export const entryPage = (parts: PageParts, entry: Entry): string => {
  const { locale, cityNames } = parts;
  const say = sayerOf(parts);
  const { name, about, parts: all, sources, demonstration, cities, kind, provider } = entry;
  const where = cities === "all" ? say("everywhere") : cities.map((city) => escape(cityNames.get(city) ?? city)).join(", ");
  const rows = [[say("field.kind"), say(`kind-of.${kind}`)], ...(provider && kind === "service" ? [[say("by"), provider.url ? `<a href="${escape(provider.url)}">${escape(provider.name[locale])}</a>` : escape(provider.name[locale])]] : []), [say("field.city"), where]];
  const sourceList = sources.map(({ title, url, published, seen }) =>
    `<li>${url ? `<a href="${escape(url)}">${escape(title[locale])}</a>` : escape(title[locale])}${published ? ` (${escape(published)})` : seen ? ` (${say("seen", { day: seen })})` : ""}</li>`).join("");
  const body = [
    demonstration ? `<p class="demonstration">${say("demonstration")}</p>` : "", `<p>${escape(about[locale])}</p>`,
    `<dl>${rows.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join("")}</dl>`,
    ...all[locale].map(({ heading, text }) => `<section class="part"><h2>${escape(capital(heading))}</h2>${inHtml(text, "block")}</section>`),
    sourceList ? `<section class="sources"><h2>${say("sources")}</h2><ul>${sourceList}</ul></section>` : "",
    `<ul class="ways"><li><a href="/servicios?lang=${locale}">${say("all")}</a></li><li><a href="/?lang=${locale}${kind === "route" ? "&amp;intent=route.find" : ""}">${say(kind === "route" ? "my-route" : "ask-chat")}</a></li></ul>`,
  ].join("");
  return framed(parts, escape(name[locale]), body, jsonLd([entry], parts), "");
};

export const missingPage = (parts: PageParts): string => {
  const say = sayerOf(parts);
  return framed(parts, say("title"), `<p role="alert">${say("missing")}</p><p><a href="/servicios?lang=${parts.locale}">${say("all")}</a></p>`, undefined, "");
};

const sayerOf = ({ texts, locale }: PageParts): Say => sayer(texts, locale, "servicios");

const capital = (text: string): string => text.replace(/^([¿¡]?)(\p{L})/u, (_, sign: string, letter: string) => `${sign}${letter.toUpperCase()}`);

const framed = (parts: PageParts, title: string, body: string, data: object | undefined, query: string): string => {
  const { locale } = parts;
  const say = sayerOf(parts);
  const rest = query ? `&amp;${escape(query)}` : "";
  const ld = data ? `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>` : "";
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Ventanilla</title><meta name="description" content="${say("lead")}">`
    + `<style>${style}</style>${ld}</head><body><main>${toOther(say("language"), locale, "", rest)}<h1>${title}</h1>${body}</main></body></html>`;
};
