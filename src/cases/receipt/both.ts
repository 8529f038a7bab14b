import { locales, type Bilingual, type Locale } from "../../locale.ts";

/** Words that are put together in each language. */
export const both = (words: (locale: Locale) => string): { both: Bilingual } =>
  ({ both: Object.fromEntries(locales.map((locale) => [locale, words(locale)])) as Bilingual });
