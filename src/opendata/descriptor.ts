import type { Day } from "../calendar.ts";
import type { OpenDataParts } from "./parts.ts";
import type { StoredFile } from "./store.ts";
import type { Field, Table } from "./table.ts";

/** The Data Package descriptor of a version, after the specification of Frictionless Data: what each CSV has, and its fingerprint. */
export const descriptorOf = ({ texts, setup }: OpenDataParts, version: Day, tables: Table[], files: StoredFile[]): string => {
  const title = (key: string) => ({ title: texts.text(key, "es"), title_en: texts.text(key, "en") });
  const resources = tables.map((table) => {
    const { name, sha256, bytes } = files.find((file) => file.name === `${table.name}.csv`)!;
    return {
      name: table.name, path: name, ...title(`opendata.file.${table.name}`), profile: "tabular-data-resource", format: "csv", mediatype: "text/csv", encoding: "utf-8",
      bytes: bytes.length, hash: `sha256:${sha256}`, dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: table.fields.map((field) => fieldOf(field, title(`opendata.column.${field.name}`))),
        missingValues: [""], primaryKey: table.key,
        ...(table.refers ? { foreignKeys: [{ fields: table.refers.field, reference: { resource: table.refers.table, fields: table.refers.to } }] } : {}),
      },
    };
  });
  const whole = {
    profile: "tabular-data-package", name: "ventanilla", ...title("opendata.title"),
    description: texts.text("opendata.lead", "es"), description_en: texts.text("opendata.lead", "en"), version, licenses: [setup.license], resources,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
};

const fieldOf = ({ name, type, required, values }: Field, { title, title_en }: { title: string; title_en: string }) => ({
  name, type, description: title, description_en: title_en,
  ...(required || values ? { constraints: { ...(required ? { required } : {}), ...(values ? { enum: values } : {}) } } : {}),
});
