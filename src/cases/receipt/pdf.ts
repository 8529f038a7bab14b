import PDFDocument from "pdfkit";
import type { Param } from "../../flow/types.ts";
import type { Locale } from "../../locale.ts";
import type { CaseParts } from "../parts.ts";
import type { Receipt } from "./items.ts";

/** The receipt as a document of real text: with a title, a language, and a structure that screen readers follow. */
export const receiptPdf = ({ texts }: Pick<CaseParts, "texts">, receipt: Receipt, locale: Locale = receipt.locale): Promise<Uint8Array> => {
  const say = (key: string, params: Record<string, Param> = {}) => texts.text(`case.receipt.${key}`, locale, params);
  const value = (param: Param) => texts.text("case.receipt.value", locale, { value: param });
  const title = say("document", { radicado: receipt.radicado });
  const doc = new PDFDocument({
    size: "A4", margins: { top: 56, bottom: 56, left: 62, right: 62 }, pdfVersion: "1.7", tagged: true, lang: locale === "es" ? "es-CO" : "en", displayTitle: true,
    info: { Title: title, Author: value(receipt.office), CreationDate: receipt.filedAt, ModDate: receipt.filedAt },
  });
  const page = paperOf(doc);
  page.write("H1", title, { size: 18, bold: true });
  page.write("P", value(receipt.office), { size: 11, color: muted, below: 14 });
  receipt.items.forEach(({ name, value: given }, i) => {
    page.write("H2", `${i + 1}. ${say(`title.${name}`)}`, { size: 12, bold: true, above: 10 });
    page.write("P", value(given), { size: 11 });
  });
  page.write("H2", say("title.term"), { size: 12, bold: true, above: 10 });
  page.write("P", value(receipt.due), { size: 11 });
  page.write("P", say("foot"), { size: 10, color: muted, above: 16 });
  if (page.lost()) page.write("P", say("lost-signs"), { size: 10, color: muted, above: 6 });
  return page.end();
};

const ink = "#14262b";
const muted = "#44585d";

type Look = { size: number; bold?: boolean; color?: string; above?: number; below?: number };

const paperOf = (doc: InstanceType<typeof PDFDocument>) => {
  const root = doc.struct("Document");
  doc.addStructure(root);
  let lost = false;
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk)).on("end", () => { resolve(Buffer.concat(chunks)); }).on("error", reject);
  });
  return {
    write: (tag: "H1" | "H2" | "P", text: string, { size, bold = false, color = ink, above = 0, below = 4 }: Look): void => {
      const printed = printable(text);
      lost ||= printed !== text.normalize("NFC");
      doc.y += above;
      const draw = () => { doc.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size).fillColor(color).text(printed, { lineGap: 2 }); };
      root.add(doc.struct(tag, {}, [draw]));
      doc.y += below;
    },
    lost: () => lost,
    end: () => {
      root.end();
      doc.end();
      return whole;
    },
  };
};

/** The fonts that every reader has know the letters of Western Europe. Any other sign shows that something stood there. */
const printable = (text: string): string =>
  text.normalize("NFC").replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[^\n\t\u0020-\u007e\u00a0-\u00ff‘’“”–—…•€]/gu, "?");
