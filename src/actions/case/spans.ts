import { flat } from "../../flow/slots/flat.ts";

const mostFound = 3;

/** The stretches of a text that a pattern for flat words finds, as they were written, each once and the longest of those that repeat; at most three. */
export const spansIn = (text: string, pattern: RegExp, shorten = (span: string) => span): string[] => {
  const said = [...flat(text).matchAll(pattern)].map(({ index, 0: { length } }) => tidy(shorten(text.slice(index, index + length))));
  return said.filter((one, i) => one !== "" && !said.some((other, j) => j !== i && flat(other).includes(flat(one)) && (other.length > one.length || j < i))).slice(0, mostFound);
};

export const joined = (spans: string[]): string | undefined => (spans.length > 0 ? spans.join(", ") : undefined);

const tidy = (text: string): string => text.replace(/^[\s,.;]+|[\s,.;]+$/gu, "");

/** Neither side of a word may go on. */
export const edge = "(?<![\\p{L}\\p{N}])";
export const close = "(?![\\p{L}\\p{N}])";
