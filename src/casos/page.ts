import { randomBytes } from "node:crypto";
import { escape, type Page } from "../cita/page.ts";
import { style } from "../cita/style.ts";
import type { Param } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Texts } from "../text.ts";

/** A text, safe to stand in a page. A key of `casos` begins with a dot. */
export type Say = (key: string, params?: Record<string, Param>) => string;

export const sayer = (texts: Texts, locale: Locale): Say =>
  (key, params = {}) => escape(texts.text(key.startsWith(".") ? `casos${key}` : key, locale, params));

/** What stands at the top after something was tried: `good` or not. */
export type Told = { key: string; good: boolean; params?: Record<string, Param> };

/** Asks for radicado and code. */
export const lookUpPage = (texts: Texts, locale: Locale, told?: Told, radicado = ""): Page => {
  const say = sayer(texts, locale);
  const field = (name: string, value: string) =>
    `<label for="${name}">${say(`.${name}`)}</label><input id="${name}" name="${name}" value="${escape(value)}" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60"${told ? ' aria-describedby="told"' : ""}>`;
  const form = `<form method="post" action="/casos?lang=${locale}">${field("radicado", radicado)}${field("code", "")}<button>${say(".look")}</button></form>`;
  return framed(say, locale, `<p>${say(".lead")}</p>${toldIn(say, told)}${form}<p><a href="/?lang=${locale}&amp;intent=case.file">${say(".file")}</a></p>`);
};

export const toldIn = (say: Say, told: Told | undefined): string =>
  (told ? `<p role="${told.good ? "status" : "alert"}" id="told">${lines(say(told.key, told.params))}</p>` : "");

/** Plain text with its line ends kept; `**` and list marks of the chat are left out. */
export const lines = (text: string): string => text.replaceAll("**", "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").split(/\n+/).join("<br>");

/** The frame of every page of a case: its language, its title, the way to the other language. */
export const framed = (say: Say, locale: Locale, body: string): Page => {
  const nonce = randomBytes(16).toString("base64");
  const other = locale === "es" ? "en" : "es";
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(".title")}</title>`
    + `<style nonce="${nonce}">${style}${own}</style></head><body><main><p class="language"><a href="/casos?lang=${other}" lang="${other}" hreflang="${other}">${say(".language")}</a></p>`
    + `<h1>${say(".title")}</h1>${body}</main></body></html>`;
  return { html, nonce };
};

const own = "textarea{font:inherit;width:100%;box-sizing:border-box;min-height:6rem;padding:.625rem;border:1px solid light-dark(#5b7076,#8ea5aa);border-radius:.625rem;background:light-dark(#fff,#14262b);color:inherit}"
  + "textarea:focus-visible,summary:focus-visible{outline:3px solid light-dark(#14262b,#f5b82e);outline-offset:3px}[role=status]{border-inline-start:.375rem solid light-dark(#0b6b4a,#7bd3a8);padding:.5rem .75rem;background:light-dark(#fff,#14262b)}"
  + "details{margin:.75rem 0;padding:.5rem .75rem;border:1px solid light-dark(#5b7076,#8ea5aa);border-radius:.625rem}summary{font-weight:600;cursor:pointer}.answer{overflow-wrap:anywhere}";
