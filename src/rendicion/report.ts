import type { Locale } from "../locale.ts";
import type { Indicator } from "../metrics/types.ts";
import type { Span } from "../opendata/spans.ts";
import { counted, groupName, inWords, spanInWords, type Figures } from "./figures.ts";
import type { RendicionParts } from "./parts.ts";

export const reportKinds = ["pqrsdf", "solicitudes"] as const;
export type ReportKind = (typeof reportKinds)[number];

export type Report = {
  kind: ReportKind;
  title: string;
  span: string;
  /** What it is made for and from, and what is not counted. */
  notes: string[];
  /** Of each line its name, its figure, and of how many where that is not the figure itself. */
  parts: { title: string; definition: string; lines: string[][] }[];
};

/** Whose figures a report has, and of which groups; without groups, of all. */
const contents: Record<ReportKind, { indicators: string[]; groups?: string[] }> = {
  pqrsdf: { indicators: ["cases-filed", "cases-state", "cases-on-time", "days-to-answer-median", "days-to-answer-p90", "cases-extended", "cases-transferred", "cases-open", "cases-open-age", "satisfaction"] },
  solicitudes: { indicators: ["cases-filed", "cases-on-time", "days-to-answer-median", "days-to-answer-p90", "cases-extended"], groups: ["petition-information", "petition-copies"] },
};

/** A report of a half-year, from the figures that its version publishes: what is hidden there is hidden here. */
export const reportOf = (parts: RendicionParts, kind: ReportKind, locale: Locale, figures: Figures, span: Span): Report => {
  const say = (key: string) => parts.texts.text(`rendicion.report.${kind}.${key}`, locale);
  const { indicators, groups } = contents[kind];
  return {
    kind, title: say("title"), span: spanInWords(locale, span), notes: [say("why"), say("missing"), parts.texts.text("opendata.protect", locale)],
    parts: [termsOf(parts, locale, groups), ...indicators.map((id) => {
      const indicator = parts.metrics.indicator(id);
      const rows = groups ?? ["", ...figures.groups(id, span)];
      return { title: indicator.name[locale], definition: indicator.definition[locale], lines: rows.map((group) => lineOf(parts, locale, figures, span, indicator, group)) };
    })],
  };
};

/** What the law gives, by kind. */
const termsOf = (parts: RendicionParts, locale: Locale, kinds: string[] = Object.keys(parts.terms)): Report["parts"][number] => {
  const say = (key: string, params = {}) => parts.texts.text(`rendicion.report.${key}`, locale, params);
  const lines = kinds.map((kind) => {
    const { days, norm, article } = parts.terms[kind]!;
    return [groupName(parts, { by: "kind" }, kind, locale), days === null ? say("no-term") : say("term", { days, norm, article })];
  });
  return { title: say("terms"), definition: say("terms-lead"), lines };
};

const lineOf = (parts: RendicionParts, locale: Locale, figures: Figures, span: Span, indicator: Indicator, group: string): string[] => {
  const figure = figures.at(indicator.id, group, span);
  const unit = indicator.unit === "score" && group !== "" ? "count" : indicator.unit;
  const whole = figure?.whole;
  return [
    group === "" ? parts.texts.text("rendicion.all", locale) : groupName(parts, indicator, group, locale), inWords(parts.texts, locale, { unit }, figure),
    ...(indicator.unit === "count" ? [] : [whole && unit !== "count" ? counted(locale, whole) : "—"]),
  ];
};
