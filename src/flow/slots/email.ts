import { flat } from "./flat.ts";
import type { Validator } from "./validator.ts";

/** An e-mail address, also one that was dictated: "ana arroba gmail punto com". */
export const email: Validator = {
  parse: (text) => {
    const value = first(text) ?? first(spokenAsWritten(text));
    return value ? { ok: value.value } : { problem: "email" };
  },
  find: (text) => first(text),
  show: (value) => value,
  sure: true,
};

const address = /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}_%+-]+(?:\.[\p{L}\p{N}_%+-]+)*@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}(?![\p{L}\p{N}])/u;

const first = (text: string) => {
  const match = address.exec(text);
  if (!match || match[0].length > 254) return null;
  return { value: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length };
};

const spokenAsWritten = (text: string): string =>
  flat(text)
    .replace(/\s*(?:\barroba\b|\(at\)|\[at\]|\s+at\s+(?=[a-z0-9-]+\s*(?:\.|,|\bdot\b|\bpunto\b)))\s*/g, "@")
    .replace(/\s*\b(?:punto|dot)\b\s*/g, ".")
    .replace(/\s*@\s*/g, "@")
    .replace(/(@[a-z0-9.-]*[a-z0-9])\s*[.,]\s*(?=(?:com|co|net|org|edu|gov|es|ve)\b)/g, "$1.")
    .replace(/\b(?:guion bajo|underscore)\b/g, "_")
    .replace(/\s*_\s*/g, "_");
