import { randomBytes } from "node:crypto";
import type { Param } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Texts } from "../text.ts";
import { style as plain } from "./style.ts";

/** `nonce`: the word that lets its own style in. */
export type Page = { html: string; nonce: string };

/** A text, safe to stand in a page. */
export type Say = (key: string, params?: Record<string, Param>) => string;

/** Texts below a prefix; a whole key begins with a slash. */
export const sayer = (texts: Texts, locale: Locale, prefix: string): Say =>
  (key, params = {}) => escape(texts.text(key.startsWith("/") ? key.slice(1) : `${prefix}.${key}`, locale, params));

export const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

type Framed = { say: Say; locale: Locale; path: string; body: string; style?: string; viewport?: string };

/** A page with a title and the way to the other language at `path` ("": this very page). `say` knows `title` and `language`. */
export const frame = ({ say, locale, path, body, style = plain, viewport }: Framed): Page =>
  pageOf({ locale, title: say("title"), style, viewport, body: `<main>${toOther(say("language"), locale, path)}<h1>${say("title")}</h1>${body}</main>` });

type Whole = { locale: Locale; title: string; style: string; body: string; viewport?: string | undefined };

/** A whole page; everything that is handed in is escaped already. */
export const pageOf = ({ locale, title, style, body, viewport = "width=device-width" }: Whole): Page => {
  const nonce = randomBytes(16).toString("base64");
  const head = `<meta charset="utf-8"><meta name="viewport" content="${viewport}"><title>${title}</title><style nonce="${nonce}">${style}</style>`;
  return { nonce, html: `<!doctype html><html lang="${locale}"><head>${head}</head><body>${body}</body></html>` };
};

/** For pages that were laid out for the scale of the screen. */
export const scaled = "width=device-width, initial-scale=1";

/** The way to the same page in the other language. `rest`: what else its address says. */
export const toOther = (words: string, locale: Locale, path: string, rest = ""): string => {
  const other = locale === "es" ? "en" : "es";
  return `<p class="language"><a href="${path}?lang=${other}${rest}" lang="${other}" hreflang="${other}">${words}</a></p>`;
};
