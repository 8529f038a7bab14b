import type { Locale } from "../../locale.ts";
import type { Figure, Indicator } from "../../metrics/types.ts";
import { nameOf } from "../names.ts";
import type { DashboardParts } from "../parts.ts";
import type { Look, LookedFigure } from "../types.ts";
import { groupsOf } from "./groups.ts";
import { placeOf, type Cell, type Column, type Sheet } from "./sheet.ts";
import { periodInWords, unitOfRows } from "./words.ts";

const heads = ["id", "figure", "group", "value", "unit", "n", "before", "before-n", "change", "from", "to", "before-from", "before-to", "channel", "language", "topic"] as const;
const kinds: Partial<Record<(typeof heads)[number], Column["kind"]>> = { value: "number", n: "number", before: "number", "before-n": "number", change: "number", from: "day", to: "day", "before-from": "day", "before-to": "day" };
const widths: Partial<Record<(typeof heads)[number], number>> = { figure: 34, group: 34, unit: 16 };

type Line = { indicator: Indicator; group: string; unit: Indicator["unit"]; now: Figure; before: Figure | undefined };

/** A view as one table: a line a figure, and one for each of its groups. What is not told, is empty. */
export const figuresSheet = (parts: DashboardParts, locale: Locale, told: Look): Sheet => {
  const say = (key: string) => parts.texts.text(`figures.${key}`, locale);
  const lines = told.figures.flatMap((figure) => linesOf(parts, locale, figure));
  const { slice } = told.view;
  const where: Cell[] = [told.period.from, told.period.to, told.against?.from ?? null, told.against?.to ?? null, ...slicesOf(parts, locale, slice)];
  const rows = lines.map(({ indicator, group, unit, now, before }): Cell[] => [
    indicator.id, indicator.name[locale], group, now.value, say(`unit.${unit}`), now.n, before?.value ?? null, before?.n ?? null,
    now.value === null || before?.value == null ? null : now.value - before.value, ...where,
  ]);
  const shares = lines.flatMap(({ unit }, row) => (unit === "share" ? (["value", "before", "change"] as const).map((head) => placeOf(row, heads.indexOf(head))) : []));
  return { name: say("sheet.figures"), columns: heads.map((head): Column => ({ head: say(`head.${head}`), kind: kinds[head] ?? "text", ...(widths[head] ? { width: widths[head] } : {}) })), rows, shares: new Set(shares) };
};

const linesOf = (parts: DashboardParts, locale: Locale, figure: LookedFigure): Line[] => {
  const indicator = parts.metrics.indicator(figure.id);
  return [
    { indicator, group: "", unit: indicator.unit, now: figure.now, before: figure.before ?? undefined },
    ...groupsOf(indicator, figure).map(({ by, ...told }): Line => ({ indicator, group: nameOf(parts, indicator.by, by, locale), unit: unitOfRows(indicator), ...told })),
  ];
};

const slicesOf = (parts: DashboardParts, locale: Locale, { channel, locale: language, topic }: Look["view"]["slice"]): Cell[] => [
  channel === undefined ? null : nameOf(parts, "channel", channel, locale), language === undefined ? null : nameOf(parts, "locale", language, locale),
  topic === undefined ? null : topicName(parts, topic, locale),
];

const topicName = (parts: DashboardParts, topic: string, locale: Locale): string => nameOf(parts, parts.deskTopics.includes(topic) ? "desk-topic" : "topic", topic, locale);

/** What the figures of a view mean. */
export const definitionsSheet = ({ metrics, texts }: DashboardParts, locale: Locale, told: Look): Sheet => {
  const say = (key: string) => texts.text(`figures.${key}`, locale);
  const rows = told.figures.map(({ id }): Cell[] => {
    const { name, definition, formula, when, owner, example, missing } = metrics.indicator(id);
    return [id, name[locale], definition[locale], formula[locale], when[locale], example[locale], owner[locale], missing?.[locale] ?? null];
  });
  const columns = ["id", "figure", "definition", "formula", "when", "example", "owner", "missing"].map((head): Column => ({ head: say(`head.${head}`), kind: "text", width: head === "id" ? 20 : 40 }));
  return { name: say("sheet.definitions"), columns, rows };
};

/** What was looked at, and when. */
export const aboutSheet = (parts: DashboardParts, locale: Locale, told: Look): Sheet => {
  const say = (key: string) => parts.texts.text(`figures.${key}`, locale);
  return { name: say("sheet.about"), columns: [{ head: say("about.what"), kind: "text", width: 24 }, { head: say("about.told"), kind: "text", width: 60 }], rows: aboutLines(parts, locale, told) };
};

export const aboutLines = (parts: DashboardParts, locale: Locale, told: Look): [string, string][] => {
  const say = (key: string, params = {}) => parts.texts.text(`figures.${key}`, locale, params);
  const [channel, language, topic] = slicesOf(parts, locale, told.view.slice);
  const at = new Intl.DateTimeFormat(locale === "es" ? "es-CO" : "en", { dateStyle: "long", timeStyle: "short", timeZone: "America/Bogota" }).format(parts.now());
  return [
    [say("about.agency"), parts.agency[locale]],
    [say("about.page"), say(`page.${told.view.page}`)],
    [say("about.period"), periodInWords(locale, told.period)],
    [say("about.against"), told.against ? periodInWords(locale, told.against) : say("about.nothing")],
    [say("head.channel"), String(channel ?? say("about.all"))], [say("head.language"), String(language ?? say("about.all"))], [say("head.topic"), String(topic ?? say("about.all"))],
    [say("about.made"), at],
    ...(told.open ? [[say("about.note"), say("about.open")] satisfies [string, string]] : []),
  ];
};
