import { axisX, axisY, barX, barY, dot, gridY, line, plot, ruleY, text, tickX } from "@observablehq/plot";

export type Bar = { by: string; name: string; value: number | null; before: number | null; words: string };
export type Dots = { label: string; value: number | null; before: number | null };

const text0 = { fill: "var(--ink)", fontSize: 14 } as const;
const rowPx = 46;

/** Lying bars, the name of each above it; a tick where it stood before. */
export const lyingBars = (rows: Bar[], width: number): Element => {
  const values = rows.flatMap(({ value, before }) => [value ?? 0, before ?? 0]);
  const ends = [Math.min(0, ...values), Math.max(0, ...values) || 1] as const;
  const left = { y: "by", x: () => ends[0], textAnchor: "start", dy: -10, lineWidth: Math.max(6, (width - 96) / 14), textOverflow: "ellipsis", ...text0 } as const;
  return bare(plot({
    className: "plot", width, height: rows.length * rowPx, margin: 0, marginLeft: 1, marginRight: 1,
    x: { axis: null, domain: ends }, y: { axis: null, domain: rows.map(({ by }) => by), padding: 0 },
    marks: [
      barX(rows, { x1: 0, x2: "value", y: "by", fill: "var(--act)", insetTop: 24, insetBottom: 8, rx: 2 }),
      tickX(rows.filter(({ before }) => before !== null), { x: "before", y: "by", stroke: "var(--ink)", strokeWidth: 3, insetTop: 20, insetBottom: 4 }),
      text(rows, { ...left, text: "name" }),
      text(rows, { y: "by", x: () => ends[1], textAnchor: "end", dy: -10, text: "words", ...text0, fontWeight: 600 }),
    ],
  }));
};

/** Standing bars in their own order, such as the hours of a day. */
export const standingBars = (rows: Bar[], width: number, { tick, labelPx }: { tick: (value: number) => string; labelPx: number }): Element => {
  const every = Math.max(1, Math.ceil((rows.length * labelPx) / (width - 56)));
  return bare(plot({
    className: "plot", width, height: 220, marginLeft: 56, marginBottom: 28, marginTop: 12,
    x: { domain: rows.map(({ by }) => by), padding: 0.2 }, y: { zero: true, nice: true },
    marks: [
      gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ ticks: 4, tickFormat: tick, label: null, tickSize: 0, ...text0 }),
      axisX({ tickFormat: (by: string, i: number) => (i % every === 0 ? (rows.find((row) => row.by === by)?.name ?? by) : ""), label: null, tickSize: 0, ...text0 }),
      barY(rows, { x: "by", y: "value", fill: "var(--act)" }),
      ruleY([0], { stroke: "var(--edge)" }),
    ],
  }));
};

/** A figure over time: one line, and a broken one for what it is compared with. */
export const lines = (points: Dots[], width: number, { tick, from }: { tick: (value: number) => string; from: number }): Element => {
  const at = points.map((point, x) => ({ ...point, x }));
  const every = Math.max(1, Math.ceil((points.length * 84) / Math.max(width - 64, 84)));
  const shownAt = at.filter(({ x }) => x % every === 0).map(({ x }) => x);
  return bare(plot({
    className: "plot", width, height: 260, marginLeft: 56, marginBottom: 30, marginTop: 12, marginRight: 32,
    x: { type: "linear", domain: [0, Math.max(1, points.length - 1)] }, y: { zero: from === 0, nice: true },
    marks: [
      gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ ticks: 4, tickFormat: tick, label: null, tickSize: 0, ...text0 }),
      axisX(shownAt, { tickFormat: (x: number) => points[x]?.label ?? "", label: null, tickSize: 4, color: "var(--edge)", ...text0 }),
      line(at, { x: "x", y: "before", stroke: "var(--edge)", strokeWidth: 2.5, strokeDasharray: "6 5" }),
      dot(at.filter(({ before }) => before !== null), { x: "x", y: "before", stroke: "var(--edge)", fill: "var(--card)", r: 2.5 }),
      line(at, { x: "x", y: "value", stroke: "var(--act)", strokeWidth: 3 }),
      dot(at.filter(({ value }) => value !== null), { x: "x", y: "value", fill: "var(--act)", r: points.length > 40 ? 2 : 4 }),
      ruleY([from], { stroke: "var(--edge)" }),
    ],
  }));
};

/** Without the style sheet that the library brings inside: the page's policy allows none, and ours has the same. */
const bare = (drawn: Element): Element => {
  drawn.querySelector("style")?.remove();
  return drawn;
};
