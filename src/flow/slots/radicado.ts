import { flat } from "./flat.ts";
import type { Validator } from "./validator.ts";

/** Office prefix, year, sequence, check: `PQR-2026-000123-K`. */
export const radicadoShape = /^([A-Z]{2,4})-(\d{4})-(\d{6})-([0-9BCDEFGHJKMNPQRSTVWXYZ])$/;

/** The number of a case, however it is typed: "pqr 2026 000123 k", with O for 0. */
export const radicado: Validator = {
  parse: (text) => {
    const found = first(text);
    return found ? { ok: found.value } : { problem: "radicado" };
  },
  find: (text) => first(text),
  show: (value) => value,
  sure: true,
};

/** Writes a radicado with its check. `sequence` is at most six figures. */
export const writeRadicado = (prefix: string, year: number, sequence: number): string => {
  const body = `${prefix}-${year}-${String(sequence).padStart(6, "0")}`;
  return `${body}-${checkOf(body)}`;
};

// 31 signs, a prime: one wrong figure, or two that changed places, never give the same check.
// No A, I, L, O, U: they look like figures or make words.
const signs = "0123456789BCDEFGHJKMNPQRSTVWXYZ";

/** The check of `PQR-2026-000123`: the sum of its signs, each times its place, modulo 31. */
export const checkOf = (body: string): string => {
  const values = [...body.replaceAll("-", "")].map((sign) => Number.parseInt(sign, 36));
  return signs[values.reduce((sum, value, index) => sum + value * (index + 1), 0) % signs.length]!;
};

const typed = /(?<![a-z0-9])([a-z]{2,4})[\s.\-–/]*([0-9oil]{4})[\s.\-–/]*([0-9oil]{6})[\s.\-–/]*([0-9a-z])(?![a-z0-9])/g;

const first = (text: string) => {
  for (const match of flat(text).matchAll(typed)) {
    const [, prefix, year, sequence, check] = match as unknown as [string, string, string, string, string];
    const body = `${prefix.toUpperCase()}-${figures(year)}-${figures(sequence)}`;
    const checks = [check.toUpperCase(), figures(check)];
    if (!checks.includes(checkOf(body))) continue;
    return { value: `${body}-${checkOf(body)}`, start: match.index, end: match.index + match[0].length };
  }
  return null;
};

const figures = (text: string): string => text.replaceAll("o", "0").replace(/[il]/g, "1");
