import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { degrees, PDFDocument, StandardFonts } from "pdf-lib";
import { defaultLimits } from "../../../src/answers/ingest/limits.ts";
import { readDocument, type Document, type Given } from "../../../src/answers/ingest/document.ts";

export type Text = { text: string; x: number; y: number; size?: number };

/** A PDF with these texts on each page; `wide` makes slides. */
export const pdf = async (pages: Text[][], { title, wide = false }: { title?: string; wide?: boolean } = {}): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  if (title) document.setTitle(title);
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const texts of pages) {
    const page = document.addPage(wide ? [800, 450] : [500, 700]);
    for (const { text, x, y, size = 11 } of texts) page.drawText(text, { x, y, size, font, rotate: degrees(0) });
  }
  return document.save();
};

/** A Word document of this body, in WordprocessingML. */
export const docx = (body: string, more: Record<string, Uint8Array> = {}, title?: string): Uint8Array => zipSync({
  "[Content_Types].xml": strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
  "_rels/.rels": strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
  "word/document.xml": strToU8(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`),
  ...(title ? { "docProps/core.xml": strToU8(`<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`) } : {}),
  ...more,
});

export const paragraph = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

const given = (name: string, bytes: string | Uint8Array, more: Partial<Given> = {}): Given => ({
  name, key: "made", bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes, meta: {}, today: "2026-11-23", words: [],
  limits: defaultLimits, ...more,
});

export const read = (name: string, bytes: string | Uint8Array, more: Partial<Given> = {}): Promise<Document> =>
  readDocument(given(name, bytes, more));

/** A folder of its own for a test, with these files. */
export const folder = (files: Record<string, string | Uint8Array> = {}): string => {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "ventanilla-ingest-")));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(dir, name, ".."), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
};
