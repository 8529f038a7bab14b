export const locales = ["es", "en"] as const;
export type Locale = (typeof locales)[number];

/** The same words in both languages. */
export type Bilingual = Record<Locale, string>;

export const isLocale = (value: unknown): value is Locale => value === "es" || value === "en";
