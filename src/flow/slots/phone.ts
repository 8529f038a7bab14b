import { findPhoneNumbersInText, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Found, Validator } from "./validator.ts";

/** A telephone number; without a country it is Colombian. The value is E.164, "+573001234567". */
export const phone: Validator = {
  parse: (text) => {
    const found = first(text);
    if (found) return { ok: found.value };
    const digits = text.replace(/\D/g, "");
    const local = digits.length === 7 && !/[a-z]{3}/i.test(text);
    return local ? { problem: "phone-area", keep: text.trim().slice(0, 40) } : { problem: "phone" };
  },
  find: (text) => first(text),
  show: (value) => parsePhoneNumberFromString(String(value))?.formatInternational() ?? String(value),
  sure: true,
};

const longest = 500;

const first = (given: string): Found | null => {
  const text = given.slice(0, longest);
  for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, "CO")) {
    const prefix = /(?<!\d)00\d{1,3}[\s-]?$/.exec(text.slice(0, startsAt));
    if (number.isValid()) return { value: number.number, start: prefix?.index ?? startsAt, end: endsAt };
  }
  return digitByDigit(text);
};

/** Numbers written in ways the library does not look for: "00 58 412…", "58412…", "3 0 0 1 2 3…". */
const digitByDigit = (text: string): Found | null => {
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])\+?\(?\d(?:[\s().\-/]{0,3}\d){6,16}(?![\p{L}\p{N}])/gu)) {
    const digits = match[0].replace(/\D/g, "");
    const abroad = parsePhoneNumberFromString(`+${digits.replace(/^00/, "")}`);
    const number = digits.length >= 11 && abroad?.isValid() ? abroad : parsePhoneNumberFromString(digits, "CO");
    if (number?.isValid()) return { value: number.number, start: match.index, end: match.index + match[0].length };
  }
  return null;
};
