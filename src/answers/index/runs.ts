/** Overlapping runs of letters, spaces counted: "la cita" by 5 → " la c", "la ci", "a cit", " cita", "cita ". */
export const letterRuns = (words: string[], length: number): string[] => {
  const plain = spaced(words);
  return Array.from({ length: Math.max(0, plain.length - length + 1) }, (_, at) => plain.slice(at, at + length));
};

/** Words as one text with spaces around each. */
export const spaced = (words: string[]): string => ` ${words.join(" ")} `;

/** The same runs as numbers of 31 bits: two of many thousand may fall together, which no score notices. */
export const runCodes = (plain: string, length: number): Int32Array => {
  const codes = new Int32Array(Math.max(0, plain.length - length + 1));
  let [power, rolling] = [1, 0];
  for (let i = 0; i < length; i++) power = Math.imul(power, factor);
  for (let at = 0; at < plain.length; at++) {
    rolling = Math.imul(rolling, factor) + plain.charCodeAt(at);
    if (at >= length) rolling -= Math.imul(power, plain.charCodeAt(at - length));
    if (at >= length - 1) codes[at - length + 1] = (rolling ^ (rolling >>> 15)) & 0x7fffffff;
  }
  return codes;
};

const factor = 69_069;
