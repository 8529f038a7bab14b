import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import { locales } from "../locale.ts";
import { easiest, readingLevel, type ReadingLevel } from "./level.ts";
import { kinds, mustBeEasy, readTexts, type ReadText } from "./texts.ts";

export type Measured = ReadText & ReadingLevel;

/** Fewer words are a label, a name or a button: the formulas were made for whole sentences. */
const fewestWords = 10;

/** The texts of a root of content that are long enough to be measured. */
export const measure = (root: string): Measured[] =>
  readTexts(root).map((text) => ({ ...text, ...readingLevel(text.text, text.locale) })).filter(({ words }) => words >= fewestWords);

/** Texts of routes and of the return that are too hard and no exception, and exceptions that are none. */
export const readingFaults = (root: string, measured: Measured[]): Fault[] => {
  const path = join(root, exceptionsFile);
  const read = exceptions.safeParse(existsSync(path) ? parse(readFileSync(path, "utf8")) ?? [] : []);
  if (!read.success) return read.error.issues.map((issue) => ({ file: exceptionsFile, path: issue.path.join("."), message: issue.message }));
  const hard = measured.filter(({ kind, easy }) => mustBeEasy.includes(kind) && !easy);
  const isNamed = (text: ReadText) => read.data.some((one) => one.file === text.file && one.path === text.path);
  return [
    ...hard.filter((text) => !isNamed(text)).map(tooHard),
    ...read.data.flatMap((one, at) => hard.some((text) => one.file === text.file && one.path === text.path) ? [] : [{
      file: exceptionsFile, path: String(at), message: `"${one.file}: ${one.path}" is no text of a route or of the return that misses: remove it`,
    }]),
  ];
};

/** A line a kind and language: how many were measured, how many miss. */
export const readingSummary = (measured: Measured[]): string[] =>
  kinds.flatMap((kind) => locales.flatMap((locale) => {
    const texts = measured.filter((text) => text.kind === kind && text.locale === locale);
    if (texts.length === 0) return [];
    const mean = texts.reduce((sum, { score }) => sum + score, 0) / texts.length;
    return [`reading: ${kind} ${locale}: ${texts.length} texts, ${texts.filter(({ easy }) => !easy).length} miss ${bound[locale]}, mean ${mean.toFixed(1)}`];
  }));

/** The hardest texts of each language that miss, as lines. */
export const hardest = (measured: Measured[], most: number): string[] =>
  locales.flatMap((locale) =>
    measured
      .filter((text) => text.locale === locale && !text.easy)
      .sort((a, b) => (locale === "es" ? a.score - b.score : b.score - a.score))
      .slice(0, most)
      .map(({ score, file, path, text }) => `${score.toFixed(1)} ${file}: ${path}: ${text.replace(/\s+/g, " ")}`));

const bound = { es: `INFLESZ ${easiest.es}`, en: `grade ${easiest.en}` };

const exceptionsFile = "knowledge/data/reading-exceptions.yaml";

const exceptions = z.array(z.strictObject({
  file: z.string().min(1), path: z.string().min(1), reason: z.string().min(20, "say in a sentence why this text cannot be easier"),
}));

const tooHard = ({ file, path, locale, score, words, sentences }: Measured): Fault => ({
  file, path,
  message: `too hard to read in ${locale}: ${score.toFixed(1)}, wanted ${bound[locale]} (${words} words in ${sentences} sentences): write shorter sentences and words, or name it in ${exceptionsFile}`,
});
