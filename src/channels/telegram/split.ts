/**
 * A text in pieces of at most `limit` characters, cut where it hurts least: between paragraphs, lines, sentences,
 * words; in the middle of a word only when there is nothing else.
 */
export const split = (text: string, limit: number): string[] => {
  const pieces: string[] = [];
  for (let rest = text.trim(); rest !== ""; ) {
    const end = rest.length <= limit ? rest.length : cut(rest, limit);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return pieces;
};

const borders = [/\n\s*\n/g, /\n/g, /[.!?…]\s/g, /\s/g];

const cut = (text: string, limit: number): number => {
  const window = text.slice(0, limit);
  for (const border of borders) {
    const last = [...window.matchAll(border)].at(-1);
    if (last && last.index > limit / 4) return last.index + last[0].length;
  }
  return isHighSurrogate(window.charCodeAt(limit - 1)) ? limit - 1 : limit;
};

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
