import type { Locale } from "../locale.ts";
import { escape, sayer, type Say } from "../noscript/page.ts";
import { themes, type Indicator } from "../metrics/types.ts";
import { table } from "../opendata/frame.ts";
import type { Shown } from "../opendata/shown.ts";
import type { Span } from "../opendata/spans.ts";
import { cite } from "./cite.ts";
import { counted, groupName, inWords, spanInWords, type Figures } from "./figures.ts";
import type { RendicionParts } from "./parts.ts";
import { promises } from "./promises.ts";
import { reportsList } from "./report-page.ts";

/** Figures of the last month and quarter that have ended, what each means, what was promised, and the files. */
export const inform = async (parts: RendicionParts, locale: Locale, figures: Figures | undefined): Promise<string> => {
  const say = sayer(parts.texts, locale, "rendicion");
  return [
    `<section aria-labelledby="inform"><h2 id="inform">${say("part.inform")}</h2>`,
    figures ? measured(parts, say, locale, figures) : `<p class="note">${say("/opendata.none")}</p>`,
    await promises(parts, locale, figures), promised(parts, say, locale, figures), figures ? reportsList(say, locale, figures) : "", "</section>",
  ].join("");
};

const measured = (parts: RendicionParts, say: Say, locale: Locale, figures: Figures): string => {
  const [month, quarter] = [figures.last("month"), figures.last("quarter")];
  const spans = [month, quarter].filter((span) => span !== undefined);
  if (spans.length === 0) return `<p class="note">${say("no-month")}</p>`;
  const seen = parts.metrics.indicators.filter(({ audience }) => audience === "public");
  const tables = themes.flatMap((theme) => {
    const own = seen.filter((indicator) => indicator.theme === theme);
    const heads = [say("indicator"), ...spans.map((span) => escape(spanInWords(locale, span)))];
    return own.length === 0 ? [] : [table(say(`theme.${theme}`), heads, own.map((one) => [explained(parts, say, locale, figures, one, month), ...spans.map((span) => cell(parts, say, locale, one, figures.at(one.id, "", span)))]))];
  });
  return `<p class="screen">${say("how-to-read")}</p><p class="print">${say("on-paper")} /datos/${figures.version}/indicators.csv</p><p>${say("from", { version: { date: figures.version } })} <a href="/datos/${figures.version}/?lang=${locale}">${say("/opendata.files")}</a>. ${say("/opendata.protect")}</p>${tables.join("")}`;
};

const cell = ({ texts }: RendicionParts, say: Say, locale: Locale, indicator: Indicator, figure: Shown | undefined): string => {
  if (indicator.missing) return say("value.missing");
  const whole = figure?.whole && figure.state !== "none" && indicator.unit !== "count" ? ` <span class="quiet">${say("of", { count: figure.whole, n: counted(locale, figure.whole) })}</span>` : "";
  return `<span class="figure">${escape(inWords(texts, locale, indicator, figure))}</span>${whole}`;
};

/** The name of an indicator, and all that is needed to check it. */
const explained = (parts: RendicionParts, say: Say, locale: Locale, figures: Figures, indicator: Indicator, month: Span | undefined): string => {
  const { id, name, definition, formula, when, sources, owner, example, missing } = indicator;
  const rows: [string, string][] = missing ? [[say("definition"), escape(definition[locale])], [say("why-missing"), escape(missing[locale])]] : [
    [say("definition"), escape(definition[locale])], [say("formula"), escape(formula[locale])], [say("moment"), escape(when[locale])],
    [say("example"), escape(example[locale])], [say("tables"), `<code>${sources.map(escape).join(", ")}</code>`], [say("owner"), escape(owner[locale])], [say("id"), `<code>${id}</code>`],
  ];
  const list = `<dl>${rows.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join("")}</dl>`;
  return `<span id="${id}">${escape(name[locale])}</span><details><summary>${say("explain")}<span class="hidden"> ${escape(name[locale])}</span></summary>${list}${month ? groups(parts, say, locale, figures, indicator, month) : ""}</details>`;
};

const groups = (parts: RendicionParts, say: Say, locale: Locale, figures: Figures, indicator: Indicator, month: Span): string => {
  const found = figures.groups(indicator.id, month);
  if (found.length === 0) return "";
  const unit = indicator.unit === "score" ? "count" : indicator.unit === "points" ? "share" : indicator.unit;
  const lines = found.map((group) => `<li>${escape(groupName(parts, indicator, group, locale))}: ${escape(inWords(parts.texts, locale, { unit }, figures.at(indicator.id, group, month)))}</li>`);
  return `<p>${say("by-group", { span: spanInWords(locale, month) })}</p><ul>${lines.join("")}</ul>`;
};

const promised = (parts: RendicionParts, say: Say, locale: Locale, figures: Figures | undefined): string => {
  const month = figures?.last("month");
  const rows = parts.openData.setup.accountability.commitments.map(({ what, value, follow, source, ...one }) => {
    const indicator = follow === undefined ? undefined : parts.metrics.indicator(follow);
    const now = indicator && figures && month ? `<a href="#${indicator.id}">${escape(indicator.name[locale])}</a>: ${cell(parts, say, locale, indicator, figures.at(indicator.id, "", month))}` : say("not-followed");
    return [escape(what[locale]), escape(value[locale]), now, cite(parts, locale, source, one["as-of"])];
  });
  return `<h3>${say("commitments")}</h3><p>${say("commitments-lead")}</p>${table(say("commitments"), [say("what"), say("told"), say("now"), say("source")], rows)}`;
};
