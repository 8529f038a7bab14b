import type { Validator } from "./validator.ts";

const longest = 4000;

/** Free words. `min` and `max` are characters. */
export const text: Validator = {
  parse: (given, { min = 1, max = longest }) => {
    const value = given.replace(control, "").trim();
    if (value.length < min) return { problem: "too-short", params: { min } };
    if (value.length > max) return { problem: "too-long", params: { max } };
    return { ok: value };
  },
  show: (value) => value,
};

// Tabs and line ends are kept.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
