import { fold } from "../../../words.ts";
import type { Block } from "../blocks.ts";

export type Content = Exclude<Block, { kind: "heading" | "break" }>;
/** What stands under one heading; `heading` is absent where the document has none there. */
export type Section = { heading?: string; page?: number; content: Content[] };

/** `bare`: nothing stood under it before the next heading, as with the title of a part. */
type Head = { level: number; text: string; bare: boolean };

/** Blocks → sections. A heading without text of its own goes before the headings under it, so that nothing is lost. */
export const sectionsOf = (blocks: Block[]): Section[] => {
  const sections: Section[] = [];
  let heads: Head[] = [];
  let open: Section | undefined;
  let parted = false;
  for (const block of blocks) {
    if (block.kind === "break") { open = undefined; parted = true; continue; }
    if (block.kind === "heading") {
      heads = [...above(heads, block, parted), { level: block.level, text: block.text, bare: true }].slice(-deepest);
      open = undefined;
      parted = false;
      continue;
    }
    const own = heads.at(-1)?.bare === true;
    if (open === undefined || (block.page !== undefined && open.page !== block.page)) open = begin(sections, heads, block, own || open !== undefined);
    if (own) heads = heads.map((head, at) => (at === heads.length - 1 ? { ...head, bare: false } : head));
    open.content.push(block);
  }
  const last = heads.at(-1);
  if (last?.bare) sections.push(withHeading({ content: [{ kind: "text", text: last.text }] }, heads));
  return sections;
};

/** The headings that a new one stands under: higher ones, and after a gap only titles of parts. */
const above = (heads: Head[], block: { level: number; text: string }, parted: boolean): Head[] =>
  heads.filter(({ level, text, bare }, at) => {
    if (fold(text) === fold(block.text)) return false;
    return level < block.level ? !parted || bare : bare && level === block.level && at === heads.length - 1;
  });

const deepest = 3;

const begin = (sections: Section[], heads: Head[], { page }: Content, own: boolean): Section => {
  const last = sections.at(-1);
  if (!own && last && last.page === page && wordsIn(last.content) < shortSection) return last;
  const section = withHeading({ content: [], ...(page === undefined ? {} : { page }) }, heads);
  sections.push(section);
  return section;
};

/** A gap within a section of fewer words than this parts nothing. */
const shortSection = 40;

export const textOf = (block: Content): string =>
  block.kind === "row" ? [...block.shared, ...block.own].map(({ column, text }) => `${column} ${text}`).join(" ") : block.text;

export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const wordsIn = (content: Content[]): number => content.reduce((sum, block) => sum + wordCount(textOf(block)), 0);

const withHeading = (section: Section, heads: Head[]): Section => {
  const own = heads.at(-1)?.text;
  if (own === undefined) return section;
  const names = heads.filter(({ text }, at) => at === heads.length - 1 || wordCount(text) <= shortHead).map(({ text }) => text.replace(/[:.]$/, ""));
  return { ...section, heading: cut(names.slice(-2).join(": ")) };
};

const shortHead = 12;
const longestHeading = 160;

const cut = (heading: string): string =>
  heading.length <= longestHeading ? heading : `${heading.slice(0, heading.lastIndexOf(" ", longestHeading))} …`;
