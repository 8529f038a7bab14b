import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import { escape, type Page } from "../cita/page.ts";
import { style } from "../cita/style.ts";
import type { Param } from "../flow/types.ts";
import { isLocale, type Locale } from "../locale.ts";
import type { Texts } from "../text.ts";

/** A text, safe to stand in a page. */
export type Say = (key: string, params?: Record<string, Param>) => string;

/** Texts below a prefix; a whole key begins with a slash. */
export const sayer = (texts: Texts, locale: Locale, prefix: string): Say =>
  (key, params = {}) => escape(texts.text(key.startsWith("/") ? key.slice(1) : `${prefix}.${key}`, locale, params));

/** A page of accounts: its language, its title, the way to the other language. `say` knows `title`, `language` and `skip`. */
export const framed = (say: Say, locale: Locale, path: string, title: string, body: string): Page => {
  const nonce = randomBytes(16).toString("base64");
  const other = locale === "es" ? "en" : "es";
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`
    + `<style nonce="${nonce}">${style}${own}</style></head><body><a class="skip" href="#content">${say("skip")}</a>`
    + `<header><p class="language"><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${say("language")}</a></p></header>`
    + `<main id="content" tabindex="-1"><h1>${title}</h1>${body}</main></body></html>`;
  return { html, nonce };
};

/** A table whose rows become blocks on a narrow screen; the roles keep it a table for screen readers then. */
export const table = (caption: string, heads: string[], rows: string[][]): string =>
  `<table role="table"${heads.length > 3 ? "" : ' class="few"'}><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${heads.map((head) => `<th role="columnheader" scope="col">${head}</th>`).join("")}</tr></thead>`
  + `<tbody role="rowgroup">${rows.map(([first, ...rest]) => `<tr role="row"><th role="rowheader" scope="row">${first}</th>${rest.map((cell, at) => `<td role="cell" data-head="${heads[at + 1]}">${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;

const own = "main{max-width:62rem}header{max-width:62rem;margin:0 auto;padding:1rem 1rem 0}main:focus{outline:none}h2{margin-top:2.5rem;padding-top:1rem;border-top:2px solid light-dark(#5b7076,#8ea5aa)}h3{font-size:1.125rem;margin:1.75rem 0 .5rem}"
  + ".skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:1rem;background:light-dark(#fff,#14262b);padding:.5rem 1rem}"
  + "summary:focus-visible{outline:3px solid light-dark(#14262b,#f5b82e);outline-offset:3px}table{border-collapse:collapse;width:100%;font-size:1rem;margin-block:1rem}.few thead th:first-child{width:46%}th,td{overflow-wrap:break-word}caption{text-align:start;font-weight:600;padding:.5rem 0}"
  + "th,td{text-align:start;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid light-dark(#c3cfd1,#33474d)}thead th{border-bottom-width:2px}tbody th{font-weight:400}td.number,.figure{font-variant-numeric:tabular-nums}"
  + "code,pre{font-family:ui-monospace,monospace;font-size:.9375rem;overflow-wrap:anywhere}pre{white-space:pre-wrap;padding:.75rem;background:light-dark(#fff,#14262b);border-radius:.625rem}nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}"
  + "details{margin:.25rem 0}summary{cursor:pointer;color:light-dark(#0b4a53,#84d3d8)}.note{border-inline-start:.375rem solid light-dark(#b3541e,#f5b82e);padding:.5rem .75rem;background:light-dark(#fff,#14262b)}.quiet{color:light-dark(#44585d,#b4c4c7)}"
  + ".hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.print{display:none}.asked{display:block}.asked dd{margin:0 0 1rem}details dl{display:block}details dd{margin:0 0 .5rem}@media (max-width:40rem){table,tbody,tr,th,td,caption{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tbody tr{border-bottom:1px solid light-dark(#5b7076,#8ea5aa);padding-block:.5rem}tbody th,tbody td{border:0;padding:.125rem 0}td:not(:empty)::before{content:attr(data-head) ': ';font-weight:600}}@media print{nav,.skip,header{display:none}table{font-size:9pt}details{display:none}.print{display:block}h2,h3,tr{break-inside:avoid}a{color:#000}.note{border:1px solid #000}pre{border:1px solid #000}}";

export const languageOf = (req: Request): Locale => {
  const { lang } = req.query;
  if (isLocale(lang)) return lang;
  const asked = req.acceptsLanguages(["es", "en"]);
  return isLocale(asked) ? asked : "es";
};

export const send = (res: Response, status: number, { html, nonce }: Page): void => {
  res.status(status).set({
    "Cache-Control": "no-cache", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", Vary: "Accept-Language",
    "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`,
  });
  res.type("html").send(html);
};
