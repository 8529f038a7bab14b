import type { Locale } from "../locale.ts";
import { escape, frame, sayer, type Page, type Say } from "../noscript/page.ts";
import type { Texts } from "../text.ts";

/** Number and code are asked for; after a look-up that found nothing, with the reason. */
export const lookUpPage = (texts: Texts, locale: Locale, why?: "unknown" | "busy", number = ""): Page => {
  const say = sayer(texts, locale, "cita");
  const reason = why ? `<p role="alert" id="why">${say(why)}</p>` : "";
  const field = (name: string, label: string, value: string) =>
    `<label for="${name}">${label}</label><input id="${name}" name="${name}" value="${escape(value)}" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40"${why ? ' aria-describedby="why"' : ""}>`;
  const form = `<form method="post" action="/cita?lang=${locale}">${field("number", say("number"), number)}${field("code", say("code"), "")}<button>${say("look")}</button></form>`;
  return framed(say, locale, `<p>${say("lead")}</p>${reason}${form}`);
};

/** The frame of every page of a booking. */
export const framed = (say: Say, locale: Locale, body: string): Page => frame({ say, locale, path: "/cita", body });
