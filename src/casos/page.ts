import type { Param } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import { escape, frame, scaled, type Page, type Say } from "../noscript/page.ts";
import { style } from "../noscript/style.ts";
import type { Texts } from "../text.ts";

/** Texts by their whole key; one of `casos` begins with a dot. */
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

/** The frame of every page of a case. */
export const framed = (say: Say, locale: Locale, body: string): Page =>
  frame({ say: (key) => say(`.${key}`), locale, path: "/casos", body, style: `${style}${own}`, viewport: scaled });

const own = "textarea{font:inherit;width:100%;box-sizing:border-box;min-height:6rem;padding:.625rem;border:1px solid light-dark(#5b7076,#8ea5aa);border-radius:.625rem;background:light-dark(#fff,#14262b);color:inherit}"
  + "textarea:focus-visible,summary:focus-visible{outline:3px solid light-dark(#14262b,#f5b82e);outline-offset:3px}[role=status]{border-inline-start:.375rem solid light-dark(#0b6b4a,#7bd3a8);padding:.5rem .75rem;background:light-dark(#fff,#14262b)}"
  + "details{margin:.75rem 0;padding:.5rem .75rem;border:1px solid light-dark(#5b7076,#8ea5aa);border-radius:.625rem}summary{font-weight:600;cursor:pointer}.answer{overflow-wrap:anywhere}";
