import { writeSheet } from "../csv.ts";
import type { Entry } from "./types.ts";

/** An entry as a row of data. */
export type Row = Record<(typeof columns)[number], string | boolean>;

const columns = [
  "id", "kind", "name_es", "name_en", "about_es", "about_en", "group_es", "group_en", "institution_es", "institution_en",
  "needs", "cities", "cost_es", "cost_en", "online", "sources", "demonstration", "page",
] as const;

export const rowOf = (entry: Entry, base: string): Row => ({
  id: entry.id, kind: entry.kind, name_es: entry.name.es, name_en: entry.name.en, about_es: entry.about.es, about_en: entry.about.en,
  group_es: entry.group?.es ?? "", group_en: entry.group?.en ?? "",
  institution_es: entry.provider?.name.es ?? "", institution_en: entry.provider?.name.en ?? "",
  needs: entry.needs.join(" "), cities: entry.cities === "all" ? "all" : entry.cities.join(" "),
  cost_es: entry.cost?.es ?? "", cost_en: entry.cost?.en ?? "", online: entry.online ?? "",
  sources: entry.sources.map(({ title, url, published }) => [title.es, published, url].filter(Boolean).join(" · ")).join(" | "),
  demonstration: entry.demonstration, page: `${base}/servicios/${entry.id}`,
});

/** Rows for a spreadsheet. */
export const csv = (rows: readonly Row[]): string => writeSheet(columns, rows);
