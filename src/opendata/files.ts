import type { Day } from "../calendar.ts";
import { locales } from "../locale.ts";
import { descriptorOf } from "./descriptor.ts";
import type { Published } from "./entries.ts";
import type { OpenDataParts } from "./parts.ts";
import { fingerprint, type StoredFile } from "./store.ts";
import { csvOf, jsonOf, type Table } from "./table.ts";
import { tablesOf } from "./tables.ts";

/** Every file of a version: the same figures and the same definitions give the same bytes. */
export const filesFor = (parts: OpenDataParts, version: Day, published: Published[]): StoredFile[] => {
  const told = tablesOf(parts, published);
  const tables = [...told, dictionary(parts, told)];
  const data = tables.flatMap((table) => [file(`${table.name}.csv`, csvOf(table)), file(`${table.name}.json`, jsonOf(table))]);
  const described = [...data, file("datapackage.json", descriptorOf(parts, version, tables, data))];
  const sums = described.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
  return [...described, file("SHA256SUMS", sums)];
};

const file = (name: string, text: string): StoredFile => {
  const bytes = Buffer.from(text, "utf8");
  return { name, bytes, sha256: fingerprint(bytes) };
};

/** What each column of each file means, in both languages. */
const dictionary = ({ texts }: OpenDataParts, tables: Table[]): Table => ({
  name: "dictionary",
  fields: (["file", "column", "type", "values", "meaning_es", "meaning_en"] as const).map((name) => ({ name, type: "string" })),
  key: ["file", "column"],
  rows: tables.flatMap((table) => table.fields.map(({ name, type, values }) => ({
    file: `${table.name}.csv`, column: name, type, values: values?.join(" ") ?? null,
    ...Object.fromEntries(locales.map((locale) => [`meaning_${locale}`, texts.text(`opendata.column.${name}`, locale)])),
  }))),
});
