import enCase from "../../../locales/en/case.yaml";
import enAgenda from "../../../locales/en/staff-agenda.yaml";
import enCases from "../../../locales/en/staff-cases.yaml";
import enFigures from "../../../locales/en/staff-figures.yaml";
import enReferrals from "../../../locales/en/staff-referrals.yaml";
import en from "../../../locales/en/staff.yaml";
import esCase from "../../../locales/es/case.yaml";
import esAgenda from "../../../locales/es/staff-agenda.yaml";
import esCases from "../../../locales/es/staff-cases.yaml";
import esFigures from "../../../locales/es/staff-figures.yaml";
import esReferrals from "../../../locales/es/staff-referrals.yaml";
import es from "../../../locales/es/staff.yaml";
import type { Locale } from "../../locale.ts";
import type { Refusal } from "./api.ts";

export type Say = (key: string, params?: Record<string, string | number>) => string;

/** What the service says of a case is said here in the same words: `case.state.filed`. */
const ofCase = (sentences: Record<string, string>) => Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [`case.${key}`, sentence]));

const words: Record<Locale, Record<string, string>> = { es: { ...es, ...esCases, ...esAgenda, ...esReferrals, ...esFigures, ...ofCase(esCase) }, en: { ...en, ...enCases, ...enAgenda, ...enReferrals, ...enFigures, ...ofCase(enCase) } };

/** The staff pages' words in a language. A key with `count` may have two forms, `key_one` and `key_other`. Throws when it is missing. */
export const sayIn =
  (locale: Locale): Say =>
  (key, params = {}) => {
    const sentence = words[locale][key] ?? words[locale][`${key}_${params["count"] === 1 ? "one" : "other"}`];
    if (sentence === undefined) throw new Error(`page word "${key}" is missing: add it to locales/${locale}/staff.yaml or its like`);
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ""));
  };

/** A code of the service in words: `channel.web` → "Página web"; one without words is shown as it is. */
export const named = (family: string, code: string, locale: Locale): string => words[locale][`${family}.${code}`] ?? code.replaceAll("-", " ");

/** What went wrong and what to do, in words. */
export const faultWords = ({ code, detail }: Refusal, locale: Locale): string => {
  const say = sayIn(locale);
  const key = `error.${code}`;
  return key in words[locale] ? say(key, { name: nameIn(detail) ?? say("somebody") }) : say("error.unknown");
};

const nameIn = (detail: unknown): string | undefined => {
  const by = (detail as { by?: unknown } | null | undefined)?.by;
  return typeof by === "string" ? by : (by as { name?: string } | null | undefined)?.name;
};
