import type { Locale } from "../locale.ts";
import { escape, sayer, type Page, type Say } from "../noscript/page.ts";
import { muted, paper } from "../pdf.ts";
import { instantOf } from "../calendar.ts";
import { framed, table } from "../opendata/frame.ts";
import { nameOf, type Span } from "../opendata/spans.ts";
import { spanInWords, type Figures } from "./figures.ts";
import type { RendicionParts } from "./parts.ts";
import { reportKinds, type Report, type ReportKind } from "./report.ts";

const pathOf = (kind: ReportKind, span: Span): string => `/rendicion/informes/${kind}/${nameOf(span)}`;

/** The way to the reports of each half-year that has ended. */
export const reportsList = (say: Say, locale: Locale, figures: Figures): string => {
  const links = figures.all("half-year").flatMap((span) => reportKinds.map((kind) =>
    `<li><a href="${pathOf(kind, span)}?lang=${locale}">${say(`report.${kind}.title`)}, ${escape(spanInWords(locale, span))}</a> (<a href="${pathOf(kind, span)}.pdf?lang=${locale}">PDF<span class="hidden"> ${say(`report.${kind}.title`)}, ${escape(spanInWords(locale, span))}</span></a>)</li>`));
  return `<h3>${say("reports")}</h3>${links.length > 0 ? `<ul>${links.join("")}</ul>` : `<p>${say("no-report")}</p>`}`;
};

export const reportPage = ({ texts, agency }: RendicionParts, locale: Locale, report: Report, span: Span, figures: Figures): Page => {
  const say = sayer(texts, locale, "rendicion");
  const sections = report.parts.map(({ title, definition, lines }) =>
    `<h2>${escape(title)}</h2><p>${escape(definition)}</p>${table(escape(title), heads(say, lines), lines.map((line) => line.map(escape)))}`);
  return framed(say, locale, pathOf(report.kind, span), escape(report.title), [
    `<p><strong>${escape(report.span)}</strong>. ${escape(agency[locale])}.</p>`, ...report.notes.map((note) => `<p>${escape(note)}</p>`),
    `<nav aria-label="${say("parts")}"><ul><li><a href="${pathOf(report.kind, span)}.pdf?lang=${locale}">PDF</a></li><li><a href="/rendicion?lang=${locale}">${say("title")}</a></li></ul></nav>`,
    ...sections, `<p>${say("from", { version: { date: figures.version } })} <a href="/datos/${figures.version}/half-years.csv">half-years.csv</a></p>`,
  ].join(""));
};

const heads = (say: (key: string) => string, lines: string[][]): string[] => ["group-name", "figure", "counted"].slice(0, lines[0]?.length ?? 3).map((key) => say(key));

/** The same as a document. */
export const reportPdf = ({ texts, agency }: RendicionParts, locale: Locale, report: Report, figures: Figures): Promise<Uint8Array> => {
  const say = (key: string) => texts.text(`rendicion.${key}`, locale);
  const page = paper({ title: `${report.title}, ${report.span}`, author: agency[locale], locale, at: instantOf(figures.version, "00:00") });
  page.write("H1", report.title, { size: 18, bold: true });
  page.write("P", `${report.span}. ${agency[locale]}.`, { size: 11, color: muted, below: 10 });
  for (const note of report.notes) page.write("P", note, { size: 10, below: 6 });
  for (const { title, definition, lines } of report.parts) {
    page.write("H2", title, { size: 12, bold: true, above: 12 });
    page.write("P", definition, { size: 10, color: muted, below: 6 });
    page.table([heads(say, lines), ...lines], 10);
  }
  page.write("P", texts.text("rendicion.from", locale, { version: { date: figures.version } }), { size: 10, color: muted, above: 14 });
  return page.end();
};
