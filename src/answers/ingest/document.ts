import type { Passage, Source } from "../types.ts";
import { Refusal, type Meta, type Parsed } from "./blocks.ts";
import { passagesOf, type Detect } from "./chunk/passages.ts";
import { textOf } from "./chunk/sections.ts";
import { inMegabytes, type Limits } from "./limits.ts";
import { readDocx } from "./read/docx.ts";
import { readHtml } from "./read/html.ts";
import { readMarkdown } from "./read/markdown.ts";
import { readPdf } from "./read/pdf.ts";
import { readPlain } from "./read/plain.ts";
import { kindOf } from "./sniff.ts";

export type Given = {
  /** The file's name, without its folders. */
  name: string;
  key: string;
  bytes: Uint8Array;
  /** What people wrote about the document; it goes before what the document says. */
  meta: Meta;
  /** The source as it is already cited elsewhere; goes before everything. */
  source?: Source;
  /** ISO day. */
  today: string;
  /** Words known to be whole, to mend torn ones by. */
  words: readonly string[];
  limits: Limits;
  detect?: Detect;
};
export type Document = { source: Source; passages: Passage[]; pages?: number };

/**
 * Bytes of a published document → its passages.
 * @throws Refusal with what is wrong and the way out
 */
export const readDocument = async (given: Given): Promise<Document> => {
  const { bytes, limits } = given;
  if (bytes.length > limits.fileBytes) throw new Refusal(tooLarge(bytes.length, limits));
  const parsed = await parse(given);
  const source = given.source ?? sourceOf(given, parsed);
  const passages = passagesOf(parsed, source, given.today, given.detect);
  if (passages.length === 0) throw new Refusal("no text was found in it");
  const pages = Math.max(0, ...parsed.blocks.map(({ page = 0 }) => page));
  return { source, passages, ...(pages > 0 ? { pages } : {}) };
};

export const tooLarge = (bytes: number, { fileBytes }: Limits): string =>
  `${inMegabytes(bytes)} are more than ${inMegabytes(fileBytes)}: split the document, or make its pictures smaller`;

const parse = async ({ name, bytes, words, limits }: Given): Promise<Parsed> => {
  const kind = kindOf(bytes, name);
  if (kind !== "pdf" && kind !== "docx" && bytes.length > limits.characters * 2) throw new Refusal(`more than ${limits.characters} letters of text: split the document`);
  switch (kind) {
    case "pdf": return readPdf(bytes, words, limits);
    case "docx": return readDocx(bytes, limits);
    case "html": return readHtml(bytes);
    case "md": return readMarkdown(bytes);
    case "txt": return readPlain(bytes, words);
    default: return kind satisfies never;
  }
};

/** Only what was written, by people, by the document's own data or on its first lines. */
const sourceOf = ({ key, name, meta, today }: Given, parsed: Parsed): Source => {
  const said = { ...parsed.meta, ...meta };
  const title = said.title ?? firstTitle(parsed) ?? name.replace(/\.[^.]+$/, "");
  return {
    key, title: { es: title, en: title }, publisher: said.publisher ?? "", seen: today, kind: "document",
    ...(said.url === undefined ? {} : { url: said.url }),
    ...(said.published === undefined ? {} : { published: said.published }),
  };
};

const firstTitle = ({ blocks }: Parsed): string | undefined => {
  const [first] = blocks.filter(({ kind }) => kind !== "break").slice(0, 1);
  if (!first || first.kind === "break" || first.kind === "row") return undefined;
  const text = first.kind === "heading" ? first.text : textOf(first);
  return text.length <= 150 ? text : undefined;
};
