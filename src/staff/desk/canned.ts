import type { Locale } from "../../locale.ts";
import type { Texts } from "../../text.ts";

/** Replies that are written beforehand: each entry of a file of `locales/<language>/`. */
export const cannedReplies = (texts: Texts, locale: Locale, file: "canned" | "case-template" = "canned"): { id: string; title: string; text: string }[] =>
  texts
    .keys(locale)
    .flatMap((key) => new RegExp(`^${file}\\.([\\w-]+)\\.text$`).exec(key)?.[1] ?? [])
    .map((id) => ({ id, title: texts.text(`${file}.${id}.title`, locale), text: texts.text(`${file}.${id}.text`, locale) }));
