import en from "../../../locales/en/web.yaml";
import es from "../../../locales/es/web.yaml";
import type { Locale } from "../../locale.ts";

export type Say = (key: string, params?: Record<string, string | number>) => string;

const words = { es, en };

/** The page's own words in a language. Throws when a key is missing. */
export const sayIn =
  (locale: Locale): Say =>
  (key, params = {}) => {
    const sentence = words[locale][key];
    if (sentence === undefined) throw new Error(`page word "${key}" is missing: add it to locales/${locale}/web.yaml`);
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ""));
  };
