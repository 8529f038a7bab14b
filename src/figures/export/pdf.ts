import type { Locale } from "../../locale.ts";
import type { Figure, Unit } from "../../metrics/types.ts";
import { muted, paper } from "../../pdf.ts";
import { nameOf } from "../names.ts";
import type { DashboardParts } from "../parts.ts";
import type { Look, LookedFigure } from "../types.ts";
import { groupsOf } from "./groups.ts";
import { aboutLines } from "./sheets.ts";
import { inWords, number, periodInWords, unitOfRows } from "./words.ts";

/** A view as a document: each figure with its definition and its groups. */
export const pdfOf = (parts: DashboardParts, locale: Locale, told: Look): Promise<Uint8Array> => {
  const say = (key: string) => parts.texts.text(`figures.${key}`, locale);
  const title = `${say(`page.${told.view.page}`)}, ${periodInWords(locale, told.period)}`;
  const page = paper({ title, author: parts.agency[locale], locale, at: parts.now() });
  page.write("H1", title, { size: 18, bold: true });
  for (const [what, words] of aboutLines(parts, locale, told)) page.write("P", `${what}: ${words}`, { size: 10, color: muted, below: 2 });
  for (const figure of told.figures) {
    const { name, definition, missing } = parts.metrics.indicator(figure.id);
    page.write("H2", name[locale], { size: 12, bold: true, above: 12 });
    page.write("P", definition[locale], { size: 10, color: muted, below: 6 });
    if (missing || figure.now.without) page.write("P", missing?.[locale] ?? say("not-sliced"), { size: 10 });
    else page.table(tableOf(parts, locale, told, figure), 10);
  }
  return page.end();
};

const tableOf = (parts: DashboardParts, locale: Locale, told: Look, figure: LookedFigure): string[][] => {
  const indicator = parts.metrics.indicator(figure.id);
  const say = (key: string) => parts.texts.text(`figures.${key}`, locale);
  const isCount = indicator.unit === "count";
  const cells = (unit: Unit, now: Figure, before: Figure | null | undefined) => [
    inWords(parts.texts, locale, unit, now.value), ...(isCount ? [] : [unit === "count" ? "" : number(locale, now.n)]),
    ...(told.against ? [before === undefined ? "" : inWords(parts.texts, locale, unit, before?.value ?? null)] : []),
  ];
  return [
    [say("head.group"), say("head.value"), ...(isCount ? [] : [say("head.n")]), ...(told.against ? [say("head.before")] : [])],
    [say("total"), ...cells(indicator.unit, figure.now, figure.before)],
    ...groupsOf(indicator, figure).map(({ by, now, before }) => [nameOf(parts, indicator.by, by, locale), ...cells(unitOfRows(indicator), now, before)]),
  ];
};
