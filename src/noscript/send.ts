import type { Request, Response } from "express";
import { isLocale, type Locale } from "../locale.ts";
import type { Page } from "./page.ts";

/** The language that an address names, else the one that the browser prefers. */
export const languageOf = (req: Request): Locale => {
  const { lang } = req.query;
  return isLocale(lang) ? lang : preferredOf(req);
};

/** The language that the browser prefers of ours. */
export const preferredOf = (req: Request): Locale => {
  const asked = req.acceptsLanguages(["es", "en"]);
  return isLocale(asked) ? asked : "es";
};

/** Kept by nobody on its way and found by no search: what is about one person. */
export const privately = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex" };

/** A page about one person. `forms`: where its forms may go. */
export const sendPrivate = (res: Response, status: number, { html, nonce }: Page, forms = "'self'"): void =>
  send(res, status, html, { style: `'nonce-${nonce}'`, forms }, privately);

/** What a page may have, in the words of a content security policy. */
type Lets = { style: string; forms: string };

/** A page that stands in no frame and loads nothing but its own style. */
export const send = (res: Response, status: number, html: string, { style, forms }: Lets, headers: Record<string, string>): void => {
  res.status(status).set({
    "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
    "Content-Security-Policy": `default-src 'none'; style-src ${style}; base-uri 'none'; frame-ancestors 'none'; form-action ${forms}`,
    ...headers,
  });
  res.type("html").send(html);
};
