import type { Locale } from "../locale.ts";
import { escape } from "../noscript/page.ts";
import type { RendicionParts } from "./parts.ts";

/** Where a fact was published, and when; a link where there is one. */
export const cite = ({ source, texts }: Pick<RendicionParts, "source" | "texts">, locale: Locale, key: string, date?: string): string => {
  const found = source(key);
  if (!found) return escape(key);
  const title = escape(found.title[locale]);
  const named = found.url === undefined ? title : `<a href="${escape(found.url)}" rel="noreferrer">${title}</a>`;
  const told = date ?? found.published;
  return told === undefined ? named : `${named} <span class="quiet">(${escape(texts.text("rendicion.as-of", locale, { date: told }))})</span>`;
};
