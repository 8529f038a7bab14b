import { fold } from "../../../words.ts";
import type { Line } from "../read/lines.ts";

const often = 5;
const edge = 2;

/**
 * Leaves out what stands again and again around the text: running heads and feet, page numbers, a logo's words,
 * and a line that is there twice in a row. The gap around them stays.
 */
export const withoutRepeated = (lines: Line[]): Line[] => {
  const running = runningLines(lines);
  const kept: Line[] = [];
  let gap = 0;
  let before = "";
  for (const line of lines) {
    const key = fold(line.text);
    gap = Math.max(gap, line.gap);
    const twice = key === before && line.gap === 0 && key !== "" && !line.cells;
    before = key;
    if (running(line, key) || twice) { gap = Math.max(gap, 1); continue; }
    kept.push({ ...line, gap });
    gap = 0;
  }
  return kept;
};

const runningLines = (lines: Line[]): ((line: Line, key: string) => boolean) => {
  const counts = new Map<string, number>();
  const pages = new Map<number, Line[]>();
  for (const line of lines) {
    if (line.page === undefined) counts.set(plain(line.text), (counts.get(plain(line.text)) ?? 0) + 1);
    else if (pages.has(line.page)) pages.get(line.page)!.push(line);
    else pages.set(line.page, [line]);
  }
  const frequent = (text: string) => (counts.get(plain(text)) ?? 0) >= often;
  const pairs = new Set(lines.slice(1).map((line, at) => [lines[at]!.text, line.text])
    .filter((pair) => pair.every(frequent)).map((pair) => plain(pair.join(" "))));
  const edges = edgeLines(pages);
  return (line, key) => {
    if (line.cells || key === "") return false;
    if (line.page !== undefined) return edges.has(line);
    return key.length <= 60 && !/[.:;,]$|^\W*[-•✓❑]/.test(line.text.trim()) && (frequent(line.text) || pairs.has(plain(line.text)));
  };
};

const plain = (text: string): string => fold(text).replace(/\*/g, "");

/**
 * Lines at the top and foot of pages that say the same, figures aside, on at least half of them; and figures alone
 * that count on with the pages, on three or more.
 */
const edgeLines = (pages: Map<number, Line[]>): Set<Line> => {
  const found = new Map<string, Line[]>();
  for (const lines of pages.values()) {
    const near = new Set([...lines.slice(0, edge), ...lines.slice(-edge)]);
    for (const line of near) {
      const alone = /^\d{1,4}$/.test(line.text.trim());
      const key = alone ? `page ${line.page! - Number(line.text)}` : fold(line.text).replace(/\d+/g, "#");
      found.set(key, [...(found.get(key) ?? []), line]);
    }
  }
  const least = Math.max(3, pages.size / 2);
  return new Set([...found].filter(([key, same]) => same.length >= (key.startsWith("page ") ? 3 : least)).flatMap(([, same]) => same));
};
