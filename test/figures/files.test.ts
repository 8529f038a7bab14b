import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { readCsv } from "../../src/csv.ts";
import { csvOf } from "../../src/figures/export/csv.ts";
import { placeOf, type Sheet } from "../../src/figures/export/sheet.ts";
import { xlsxOf } from "../../src/figures/export/xlsx.ts";

const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "|calc", "%0A=1", "＝1", "\u200b=1", '="a","b"', "a\u0000b\u0008<&>\"'", "\ud800 alone", "línea\ndos"];
const sheet: Sheet = {
  name: "A/B:C*?[x]\\ that is much longer than 31", shares: new Set([placeOf(0, 1)]),
  columns: [{ head: "text", kind: "text" }, { head: "number", kind: "number" }, { head: "day", kind: "day" }, ...Array.from({ length: 26 }, (_, i) => ({ head: `c${i}`, kind: "text" as const, width: 5 }))],
  rows: hostile.map((text, i) => [text, i % 2 ? null : -i / 4, "2026-11-23", ...Array.from({ length: 26 }, () => null)]),
};

it("no cell of a CSV is a formula, and numbers stay numbers", () => {
  const text = Buffer.from(csvOf(sheet)).toString();
  expect(text.startsWith("\ufeff")).toBe(true);
  const { rows } = readCsv(text);
  for (const [i, row] of rows.entries()) {
    expect(row["text"]).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@\t\r|%＝]/);
    expect(row["text"]!.endsWith(hostile[i]!.toWellFormed())).toBe(true);
    expect(row["number"]).toBe(i % 2 ? "" : String(-i / 4));
  }
});

it("a workbook has every part that it names, words that are words, shares, days and columns beyond Z", () => {
  const at = new Date("2026-11-23T15:00:00Z");
  const bytes = xlsxOf([sheet, sheet], { title: "<T & U>", at });
  expect(Buffer.from(xlsxOf([sheet, sheet], { title: "<T & U>", at })).equals(Buffer.from(bytes))).toBe(true);
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  for (const [, target] of files["xl/_rels/workbook.xml.rels"]!.matchAll(/Target="([^"]+)"/g)) expect(files).toHaveProperty([`xl/${target}`]);
  for (const [, part] of files["[Content_Types].xml"]!.matchAll(/PartName="\/([^"]+)"/g)) expect(files).toHaveProperty([part!]);
  for (const xml of Object.values(files)) expect(faultOf(xml)).toBeUndefined();
  expect(files["xl/workbook.xml"]).toContain('name="A B C   x   that is much longer"');
  const first = files["xl/worksheets/sheet1.xml"]!;
  expect(first).toContain('<c r="B2" s="2"><v>0</v></c>');
  expect(first).toContain('<c r="B4"><v>-0.5</v></c>');
  expect(first).toContain('<c r="C2" s="3"><v>46349</v></c>');
  expect(first).toContain('<c r="AC1" s="1" t="inlineStr">');
  expect(first.match(/t="inlineStr"/g)).toHaveLength(sheet.columns.length + hostile.length);
  expect(first).toContain("=1+1");
});

/** The first fault of an XML text: a sign that may not stand in it, a tag that is not closed. */
const faultOf = (xml: string): string | undefined => {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || !xml.isWellFormed()) return "a sign that XML has not";
  const open: string[] = [];
  for (const [, close, name, empty] of xml.replace(/<\?.*?\?>/, "").matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close && open.pop() !== name) return `</${name}> closes nothing`;
    if (!close && !empty) open.push(name!);
  }
  return open.length > 0 ? `<${open.at(-1)}> stays open` : /<(?![\w/?])/.exec(xml)?.[0];
};
