import type { Block, Cell } from "../blocks.ts";
import { wordCount, type Content } from "./sections.ts";

const most = 150;
const enough = 60;
/** What rows share counts no more than this: better a long part than one row in each. */
const leadWords = 25;

/**
 * The text of a section, in parts short enough to be quoted (about 150 words). A line that introduces a list, and
 * what rows of a table share, are said again at the head of each part that they go on in.
 */
export const partsOf = (content: Content[]): string[] => {
  const parts: string[] = [];
  let lines: string[] = [];
  let count = 0;
  let lead = "";
  const flush = () => {
    if (lines.length > 0) parts.push(lines.join("\n"));
    lines = [];
    count = 0;
  };
  const put = (line: string, words = wordCount(line)) => { lines.push(line); count += words; };
  for (const block of content.flatMap(bySentences)) {
    const words = wordCount(block.kind === "row" ? lineOf(block) : block.text);
    const introduces = block.kind === "text" && /:$/.test(block.text) && words <= 40;
    if (count + words > most || (introduces && count >= enough)) flush();
    const said = leadOf(block, introduces ? "" : lead);
    if (said !== "" && (said !== lead || lines.length === 0)) put(said, Math.min(wordCount(said), leadWords));
    lead = introduces ? block.text : block.kind === "text" ? "" : said;
    put(lineOf(block));
  }
  flush();
  return parts;
};

/** What must stand before a block for it to be understood. */
const leadOf = (block: Content, lead: string): string => {
  if (block.kind === "row") return block.shared.map(cellText).join("; ");
  return block.kind === "item" ? lead : "";
};

const lineOf = (block: Content): string => {
  if (block.kind === "row") return `- ${block.own.map(cellText).join("; ")}`;
  if (block.kind === "text" || /^(?:\d+(?:\.\d+)*[.)]?|[a-z]\)) /.test(block.text)) return block.text;
  return `- ${block.text}`;
};

const cellText = ({ column, text }: Cell): string => (column === "" ? text : `${column}: ${text}`);

/** A paragraph too long for one part, parted between sentences. */
const bySentences = (block: Content): Content[] => {
  if (block.kind === "row" || wordCount(block.text) <= most) return [block];
  const pieces: string[] = [];
  for (const sentence of block.text.split(/(?<=[.;!?])\s+(?=[\p{Lu}¿¡\d"“(])/u).flatMap(byWords)) {
    const last = pieces.at(-1);
    if (last !== undefined && wordCount(last) + wordCount(sentence) <= most) pieces[pieces.length - 1] = `${last} ${sentence}`;
    else pieces.push(sentence);
  }
  return pieces.map((text): Extract<Block, { kind: "text" | "item" }> => ({ ...block, text }));
};

const byWords = (sentence: string): string[] => {
  const words = sentence.split(" ");
  return Array.from({ length: Math.ceil(words.length / most) }, (_, at) => words.slice(at * most, (at + 1) * most).join(" "));
};
