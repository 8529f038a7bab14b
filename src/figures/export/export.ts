import type { Locale } from "../../locale.ts";
import type { DashboardParts } from "../parts.ts";
import type { Export, Format, Look } from "../types.ts";
import { csvOf } from "./csv.ts";
import { pdfOf } from "./pdf.ts";
import { aboutSheet, definitionsSheet, figuresSheet } from "./sheets.ts";
import { periodInWords } from "./words.ts";
import { xlsxOf } from "./xlsx.ts";

const types = {
  csv: "text/csv; charset=utf-8", pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const satisfies Record<Format, string>;

/** A view that was answered, as a file. */
export const exported = async (parts: DashboardParts, told: Look, { format, locale }: { format: Format; locale: Locale }): Promise<Export> => {
  const { page } = told.view;
  const name = `ventanilla-${page}-${told.period.from}-${told.period.to}.${format}`;
  return { name, type: types[format], bytes: await bytesOf(parts, told, format, locale) };
};

const bytesOf = (parts: DashboardParts, told: Look, format: Format, locale: Locale): Uint8Array | Promise<Uint8Array> => {
  switch (format) {
    case "csv": return csvOf(figuresSheet(parts, locale, told));
    case "xlsx": return xlsxOf([figuresSheet, definitionsSheet, aboutSheet].map((sheet) => sheet(parts, locale, told)), {
      title: `${parts.texts.text(`figures.page.${told.view.page}`, locale)}, ${periodInWords(locale, told.period)}`, at: parts.now(),
    });
    case "pdf": return pdfOf(parts, locale, told);
    default: return format satisfies never;
  }
};
