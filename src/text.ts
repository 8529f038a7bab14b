import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInstance, type i18n, type TOptions } from "i18next";
import type { Param } from "./flow/types.ts";
import { type Locale, locales } from "./locale.ts";
import { parse } from "./yaml.ts";

export type Texts = {
  /** A sentence in a language. Throws when the key or a param of it is missing, naming both. */
  text: (key: string, locale: Locale, params?: Record<string, Param>) => string;
  has: (key: string, locale: Locale) => boolean;
  /** All keys, plural forms as one: `namespace.slot.ask`. */
  keys: (locale: Locale) => string[];
  /** The names between {{ and }} of all forms of a text; none for a key that is not there. */
  paramsOf: (key: string, locale: Locale) => string[];
};

/** Reads `{es,en}/<namespace>.yaml` of a folder. Throws when a file is no YAML mapping. */
export const loadTexts = (dir: string): Texts => {
  const forms = { es: readForms(join(dir, "es")), en: readForms(join(dir, "en")) };
  const translator = createTranslator(forms);
  const texts: Texts = {
    text: (key, locale, params = {}) => {
      if (!texts.has(key, locale)) throw new Error(`text "${key}" is missing in ${locale}: add it to locales/${locale}/${key.split(".")[0]}.yaml`);
      const words = Object.entries(params).map(([name, param]) => [name, inWords(texts, param, locale)]);
      const sentence = translator.t(key, { lng: locale, ...Object.fromEntries(words) } as TOptions) as string;
      if (sentence === key) throw new Error(`text "${key}" in ${locale} has plural forms: pass a "count"`);
      return sentence.replace(doubled, "$1").replace(twoStops, ".");
    },
    has: (key, locale) => forms[locale].has(key),
    keys: (locale) => [...forms[locale].keys()],
    paramsOf: (key, locale) => {
      const sentences = Object.values(forms[locale].get(key) ?? {}).join(" ");
      return [...new Set([...sentences.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].map((match) => match[1]!))].sort();
    },
  };
  return texts;
};

/** "at 8:00 a. m." at the end of a sentence ends it, as does the full stop of what was put in. */
const twoStops = /(?<!\.)\.\.(?!\.)/gu;
const doubled = /(\b[ap]\.\sm\.)\./gu;

/** A key's sentences by their full key: one, or one for each plural form. */
type Forms = Map<string, Record<string, string>>;

const plural = /_(?:zero|one|two|few|many|other)$/;

const readForms = (folder: string): Forms => {
  const forms: Forms = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort()) {
    const path = join(folder, file);
    const content: unknown = parse(readFileSync(path, "utf8"));
    if (typeof content !== "object" || content === null || Array.isArray(content)) {
      throw new Error(`${path}: expected a mapping of keys to sentences`);
    }
    for (const [key, sentence] of leaves(content, basename(file, ".yaml"), path)) {
      const name = key.replace(plural, "");
      forms.set(name, { ...forms.get(name), [key]: sentence });
    }
  }
  return forms;
};

const leaves = (node: object, prefix: string, path: string): [string, string][] =>
  Object.entries(node).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const key = `${prefix}.${name}`;
    if (typeof value === "string") return [[key, value.trim()]];
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return leaves(value, key, path);
    throw new Error(`${path}: "${key}" is ${JSON.stringify(value)}, not a sentence: put it in quotes`);
  });

/** Flat keys: a dot is part of the name, so no sentence hides another. */
const createTranslator = (forms: Record<Locale, Forms>): i18n => {
  const translator = createInstance();
  const resources = Object.fromEntries(locales.map((locale) => (
    [locale, { translation: Object.assign({}, ...forms[locale].values()) as Record<string, string> }]
  )));
  void translator.init({
    resources, initAsync: false, fallbackLng: false, keySeparator: false, nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (sentence: string, [, name]: string[]) => {
      throw new Error(`text "${sentence}": param "${name}" is missing`);
    },
  });
  return translator;
};

/** A param in a language: a key or both-language name is looked up, a day is written out. */
const inWords = (texts: Texts, param: Param, locale: Locale): string | number => {
  if (typeof param !== "object") return param;
  if ("key" in param) return texts.text(param.key, locale, param.params);
  if ("both" in param) return param.both[locale];
  return longDate(param.date, locale);
};

/** A day, or the day an instant falls on in Bogotá, with its weekday: "martes, 5 de enero de 2027". */
const longDate = (iso: string, locale: Locale): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const at = new Date(isDay ? `${iso}T12:00:00-05:00` : iso);
  if (Number.isNaN(at.getTime())) throw new Error(`"${iso}" is no ISO date: write 2027-01-05 or an instant`);
  return new Intl.DateTimeFormat(locale === "es" ? "es-CO" : "en", { dateStyle: "full", timeZone: "America/Bogota" }).format(at);
};
