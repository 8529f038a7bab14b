import { randomBytes } from "node:crypto";
import type { Param } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Texts } from "../text.ts";
import { style } from "./style.ts";

export type Page = { html: string; nonce: string };

/** A text of the page, safe to stand in it. */
export type Say = (key: string, params?: Record<string, Param>) => string;

export const sayer = (texts: Texts, locale: Locale): Say => (key, params = {}) => escape(texts.text(`cita.${key}`, locale, params));

export const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Number and code are asked for; after a look-up that found nothing, with the reason. */
export const lookUpPage = (texts: Texts, locale: Locale, why?: "unknown" | "busy", number = ""): Page => {
  const say = sayer(texts, locale);
  const reason = why ? `<p role="alert" id="why">${say(why)}</p>` : "";
  const field = (name: string, label: string, value: string) =>
    `<label for="${name}">${label}</label><input id="${name}" name="${name}" value="${escape(value)}" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40"${why ? ' aria-describedby="why"' : ""}>`;
  const form = `<form method="post" action="/cita?lang=${locale}">${field("number", say("number"), number)}${field("code", say("code"), "")}<button>${say("look")}</button></form>`;
  return framed(say, locale, `<p>${say("lead")}</p>${reason}${form}`);
};

/** The frame of every page of a booking: its language, its title, the way to the other language. */
export const framed = (say: Say, locale: Locale, body: string): Page => {
  const nonce = randomBytes(16).toString("base64");
  const other = locale === "es" ? "en" : "es";
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say("title")}</title>`
    + `<style nonce="${nonce}">${style}</style></head><body><main><p class="language"><a href="/cita?lang=${other}" lang="${other}" hreflang="${other}">${say("language")}</a></p>`
    + `<h1>${say("title")}</h1>${body}</main></body></html>`;
  return { html, nonce };
};
