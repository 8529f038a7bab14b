import { flat } from "./flat.ts";
import type { Found, Validator } from "./validator.ts";

/** The number of a booking, however it is typed: "a 000123 kx", "A000123-KX". */
export const booking: Validator = {
  parse: (text) => {
    const found = first(text);
    return found ? { ok: found.value } : { problem: "booking" };
  },
  find: (text) => first(text),
  show: (value) => value,
  sure: true,
};

const typed = /(?<![a-z0-9])([a-z])[\s.\-–]*(\d{6,15})[\s.\-–]*([a-z]{2})(?![a-z0-9])/;

const first = (text: string): Found | null => {
  const match = typed.exec(flat(text));
  if (!match) return null;
  const [whole, letter, figures, check] = match as unknown as [string, string, string, string];
  return { value: `${letter}${figures}-${check}`.toUpperCase(), start: match.index, end: match.index + whole.length };
};
