import type { Locale } from "../../locale.ts";
import type { Texts } from "../../text.ts";

/** Replies that are written beforehand: each entry of `locales/<language>/canned.yaml`. */
export const cannedReplies = (texts: Texts, locale: Locale): { id: string; title: string; text: string }[] =>
  texts
    .keys(locale)
    .flatMap((key) => /^canned\.([\w-]+)\.text$/.exec(key)?.[1] ?? [])
    .map((id) => ({ id, title: texts.text(`canned.${id}.title`, locale), text: texts.text(`canned.${id}.text`, locale) }));
