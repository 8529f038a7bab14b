import PDFDocument from "pdfkit";
import type { Locale } from "./locale.ts";

type Look = { size: number; bold?: boolean; color?: string; above?: number; below?: number };
type Paper = {
  write: (tag: "H1" | "H2" | "P", text: string, look: Look) => void;
  /** Lines with the first cell to the left and the others to the right of fixed places; the first line is the head. */
  table: (lines: string[][], size: number) => void;
  /** Whether a sign could not be printed. */
  lost: () => boolean;
  end: () => Promise<Uint8Array>;
};

const ink = "#14262b";
export const muted = "#44585d";

/** An A4 document of real text: with a title, a language, and a structure that screen readers follow. `at`: its date inside, so that the same again is the same bytes. */
export const paper = ({ title, author, locale, at }: { title: string; author: string; locale: Locale; at: Date }): Paper => {
  const doc = new PDFDocument({
    size: "A4", margins: { top: 56, bottom: 56, left: 62, right: 62 }, pdfVersion: "1.7", tagged: true, lang: locale === "es" ? "es-CO" : "en", displayTitle: true,
    info: { Title: title, Author: author, CreationDate: at, ModDate: at },
  });
  const root = doc.struct("Document");
  doc.addStructure(root);
  let lost = false;
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk)).on("end", () => { resolve(Buffer.concat(chunks)); }).on("error", reject);
  });
  const printed = (text: string): string => {
    const kept = printable(text);
    lost ||= kept !== text.normalize("NFC");
    return kept;
  };
  return {
    write: (tag, text, { size, bold = false, color = ink, above = 0, below = 4 }) => {
      const words = printed(text);
      doc.y += above;
      if (tag === "H2" && doc.y > doc.page.height - doc.page.margins.bottom - headingRoom) doc.addPage();
      const draw = () => { doc.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size).fillColor(color).text(words, doc.page.margins.left, doc.y, { lineGap: 2 }); };
      root.add(doc.struct(tag, {}, [draw]));
      doc.y += below;
    },
    table: (lines, size) => {
      const tagged = doc.struct("Table");
      root.add(tagged);
      lines.forEach((line, row) => { addRow(doc, tagged, line.map(printed), { size, isHead: row === 0 }); });
      tagged.end();
    },
    lost: () => lost,
    end: () => {
      root.end();
      doc.end();
      return whole;
    },
  };
};

type Doc = InstanceType<typeof PDFDocument>;

/** The first cell has half of the width. */
const widthsOf = (doc: Doc, cells: number): number[] => {
  const width = doc.page.width - doc.page.margins.left - doc.page.margins.right;
  return Array.from({ length: cells }, (_, at) => (at === 0 ? 0.5 : 0.5 / (cells - 1)) * width);
};

const addRow = (doc: Doc, table: PDFKit.PDFStructureElement, line: string[], { size, isHead }: { size: number; isHead: boolean }): void => {
  const widths = widthsOf(doc, line.length);
  const font = () => doc.font(isHead ? "Helvetica-Bold" : "Helvetica").fontSize(size).fillColor(ink);
  font();
  const height = Math.max(...line.map((cell, at) => doc.heightOfString(cell, { width: widths[at]! - gap }))) + gap;
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
  const top = doc.y;
  const row = doc.struct("TR");
  table.add(row);
  line.forEach((cell, at) => {
    const left = doc.page.margins.left + widths.slice(0, at).reduce((sum, one) => sum + one, 0);
    row.add(doc.struct(isHead || at === 0 ? "TH" : "TD", {}, [() => { font().text(cell, left, top, { width: widths[at]! - gap }); }]));
  });
  row.end();
  doc.y = top + height;
};

const gap = 6;
/** A heading does not stand alone at the end of a page. */
const headingRoom = 90;

/** The fonts that every reader has know the letters of Western Europe. Any other sign shows that something stood there. */
const printable = (text: string): string =>
  text.normalize("NFC").replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[^\n\t\u0020-\u007e\u00a0-\u00ff‘’“”–—…•€]/gu, "?");
