import { flat } from "./flat.ts";
import type { Found, Validator } from "./validator.ts";

/** A secret code of two or three groups of four signs, "K7M4-TQ2P", with or without what stands between them. */
export const code: Validator = {
  parse: (text) => {
    const found = first(text) ?? whole(text);
    return found ? { ok: found.value } : { problem: "code" };
  },
  find: (text) => first(text) ?? printed(text),
  show: (value) => value,
  sure: true,
};

const groups = /(?<![a-z0-9-])[a-z0-9]{4}(?:[\s-]?[a-z0-9]{4}){1,2}(?![a-z0-9-])/g;

/** Among other words a code is known by a figure in it. */
const first = (text: string): Found | null => {
  for (const match of flat(text).matchAll(groups)) {
    if (/\d/.test(match[0]) && /[a-z]/.test(match[0])) return { value: written(match[0]), start: match.index, end: match.index + match[0].length };
  }
  return null;
};

/** As it was printed, it may have no figure. */
const printed = (text: string): Found | null => {
  const match = /(?<![A-Za-z0-9-])[A-Z0-9]{4}(?:-[A-Z0-9]{4}){1,2}(?![A-Za-z0-9-])/.exec(text);
  return match && { value: match[0], start: match.index, end: match.index + match[0].length };
};

const whole = (text: string): Found | null => {
  const said = flat(text).replace(/^(?:(?:mi|el|my|the|su) )?(?:codigo|clave|code)(?: (?:es|is|secreto))?:? /, "").trim();
  const signs = said.replace(/[\s.\-–]/g, "");
  return /^(?:[a-z0-9]{8}|[a-z0-9]{12})$/.test(signs) ? { value: written(signs), start: 0, end: text.length } : null;
};

const written = (signs: string): string => signs.toUpperCase().replace(/[^A-Z0-9]/g, "").match(/.{4}/g)!.join("-");
