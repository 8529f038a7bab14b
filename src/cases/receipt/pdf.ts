import type { Param } from "../../flow/types.ts";
import type { Locale } from "../../locale.ts";
import { muted, paper } from "../../pdf.ts";
import type { CaseParts } from "../parts.ts";
import type { Receipt } from "./items.ts";

/** The receipt as a document of real text: with a title, a language, and a structure that screen readers follow. */
export const receiptPdf = ({ texts }: Pick<CaseParts, "texts">, receipt: Receipt, locale: Locale = receipt.locale): Promise<Uint8Array> => {
  const say = (key: string, params: Record<string, Param> = {}) => texts.text(`case.receipt.${key}`, locale, params);
  const value = (param: Param) => texts.text("case.receipt.value", locale, { value: param });
  const title = say("document", { radicado: receipt.radicado });
  const page = paper({ title, author: value(receipt.office), locale, at: receipt.filedAt });
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
