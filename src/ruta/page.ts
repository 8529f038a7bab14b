import type { Care } from "../care/care.ts";
import type { Profile } from "../care/profile.ts";
import { reachInWords, sourcesOf } from "../care/say.ts";
import type { Step } from "../care/types.ts";
import { articleIn } from "../citation.ts";
import type { Locale } from "../locale.ts";
import { escape, pageOf, sayer, toOther, type Page } from "../noscript/page.ts";
import type { Texts } from "../text.ts";
import { style } from "./style.ts";

type Parts = { care: Care; texts: Texts };
type Route = { address: string; profile: Profile; steps: Step[]; locale: Locale };

/** Where "leave fast" goes: a page that says nothing of this one. */
const neutral = "https://es.wikipedia.org/wiki/Colombia";

/** A route in large print, to be read, printed or left fast; under a neutral title where the need is not for other eyes. */
export const routePage = (parts: Parts, { address, profile, steps, locale }: Route): Page => {
  const say = sayer(parts.texts, locale, "care");
  const isDiscreet = profile.need.some((need) => need === "violence" || need === "trafficking");
  const title = say(isDiscreet ? "page.discreet" : "page.title");
  const leave = `<p class="leave"><a href="${neutral}" rel="noreferrer nofollow">${say("page.leave")}</a></p>`;
  return framed(locale, title, [
    leave,
    toOther(say("page.language"), locale, `/ruta/${escape(address)}`),
    `<h1>${title}</h1><p>${say("page.lead")}</p>`,
    `<ol>${steps.map((step) => `<li>${stepShown(parts, step, locale)}</li>`).join("")}</ol>`,
    `<p>${say("page.checked")}</p><p class="screen"><a href="/?lang=${locale}">${say("page.chat")}</a></p>`,
    leave,
  ].join(""));
};

/** For an address that is none. */
export const nowhere = (texts: Texts, locale: Locale): Page => {
  const say = sayer(texts, locale, "care");
  return framed(locale, say("page.discreet"), `<h1>${say("page.discreet")}</h1><p>${say("page.none")}</p><p><a href="/?lang=${locale}">${say("page.chat")}</a></p>`);
};

const stepShown = (parts: Parts, step: Step, locale: Locale): string => {
  const say = sayer(parts.texts, locale, "care");
  const helping = step.helpers.map((helper) => `<li><strong>${escape(helper.name[locale])}.</strong> ${called(escape(reachInWords(parts.care, helper, locale, (number) => number)), helper.line?.number, helper.url)}</li>`);
  const published = sourcesOf(parts.care, step).map(({ title, article, url, published: date }) => {
    const words = `${escape(title[locale])}${article ? `, ${escape(articleIn(article, locale))}` : ""} (${date ? escape(date) : say("page.undated")})`;
    return url ? `<a href="${escape(url)}" rel="noreferrer">${words}</a>` : words;
  });
  return [
    `<h2>${escape(step.title[locale])}</h2><p>${escape(step.text[locale])}</p>`,
    `<h3>${say("who")}</h3><ul>${helping.join("")}</ul>`,
    step.bring.length > 0 ? `<h3>${say("bring")}</h3><ul>${step.bring.map((one) => `<li>${escape(one[locale])}</li>`).join("")}</ul>` : "",
    `<h3>${say("right")}</h3><p>${escape(step.right[locale])}</p>`,
    `<h3>${say("refused")}</h3><p>${escape(step.refused[locale])}</p>`,
    `<p class="sources">${say("sources")}: ${published.join("; ")}</p>`,
  ].join("");
};

/** A number that can be called and an address that can be opened, in words that are escaped already. */
const called = (words: string, number: string | undefined, url: string | undefined): string => {
  const withNumber = number ? words.replace(number, `<a class="number" href="tel:${number.replaceAll(" ", "")}">${number}</a>`) : words;
  return url ? withNumber.replace(escape(url), `<a href="${escape(url)}" rel="noreferrer">${escape(url)}</a>`) : withNumber;
};

const framed = (locale: Locale, title: string, body: string): Page => pageOf({ locale, title, style, body: `<main>${body}</main>` });
