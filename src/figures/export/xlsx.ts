import { strToU8, zipSync } from "fflate";
import { placeOf, type Cell, type Column, type Sheet } from "./sheet.ts";

/**
 * Sheets as an Office Open XML workbook. Words are strings of the file, never formulas; shares have the look of percentages,
 * days are dates. `at`: its date inside, so that the same again is the same bytes.
 */
export const xlsxOf = (sheets: Sheet[], { title, at }: { title: string; at: Date }): Uint8Array => {
  const files = {
    "[Content_Types].xml": contentTypes(sheets),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"], ["metadata/core-properties", "docProps/core.xml"]]),
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString()}</dcterms:created></cp:coreProperties>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escape(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([...sheets.map((_sheet, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]), ["styles", "styles.xml"]]),
    "xl/styles.xml": styles,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet)])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(`${declaration}${xml}`)])), { mtime: at });
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const packages = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = (sheets: Sheet[]): string => {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + override("xl/workbook.xml", `${spreadsheet}.sheet.main+xml`) + override("xl/styles.xml", `${spreadsheet}.styles+xml`)
    + override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    + `${sheets.map((_sheet, i) => override(`xl/worksheets/sheet${i + 1}.xml`, `${spreadsheet}.worksheet+xml`)).join("")}</Types>`;
};

const relations = (targets: [string, string][]): string =>
  `<Relationships xmlns="${packages}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type.startsWith("metadata/") ? packages : office}/relationships/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** 0 plain, 1 bold, 2 a percentage, 3 a day, 4 words that may take several lines. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>`
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
  + '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
  + '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>';

const worksheet = ({ columns, rows, shares }: Sheet): string => {
  const widths = columns.map(({ width = 14 }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("");
  const head = `<row r="1">${columns.map((column, i) => words(reference(i, 1), column.head, 1)).join("")}</row>`;
  const body = rows.map((row, at) => `<row r="${at + 2}">${row.map((value, i) => cell(value, columns[i]!, reference(i, at + 2), shares?.has(placeOf(at, i)) ?? false)).join("")}</row>`).join("");
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
    + `<cols>${widths}</cols><sheetData>${head}${body}</sheetData><autoFilter ref="A1:${reference(columns.length - 1, rows.length + 1)}"/></worksheet>`;
};

const cell = (value: Cell, { kind, width }: Column, at: string, isShare: boolean): string => {
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${at}"${isShare ? ' s="2"' : ""}><v>${value}</v></c>`;
  return kind === "day" ? `<c r="${at}" s="3"><v>${serial(value)}</v></c>` : words(at, value, width === undefined ? 0 : 4);
};

const words = (at: string, text: string, style: number): string => `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;

/** Spreadsheets count days from 30 December 1899. */
const serial = (day: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** 0, 1 → "A1"; 26, 1 → "AA1". */
const reference = (column: number, row: number): string => `${letters(column)}${row}`;
const letters = (column: number): string => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

/** XML has no way to write most control characters. */
const escape = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
