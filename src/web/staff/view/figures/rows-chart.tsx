import type { ComponentChildren } from "preact";
import type { Indicator, NamedFigure, NamedRow } from "../../figures/contract.ts";
import { dayInShort, number, tickWords, unitOfRows, valueWords } from "../../figures/value.ts";
import { TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { Chart } from "./chart.tsx";
import { lyingBars, standingBars, type Bar } from "./plot.ts";

type Props = { indicator: Indicator; figure: NamedFigure; /** What a row leads to. */ deed?: (row: NamedRow, name: string) => ComponentChildren };

const mostBars = 10;
/** Groups with an order of their own, which is kept. */
const ordered: readonly (string | null)[] = ["hour", "day", "age", "score"];
const standing: readonly (string | null)[] = ["hour", "day"];

/** A figure by its groups: bars, and the same as a table. */
export const RowsChart = ({ indicator, figure: { now, before: earlierFigure }, deed }: Props) => {
  const { say, locale } = useSpeech();
  const { by, name } = indicator;
  // The days of one period are not those of another.
  const before = by === "day" ? null : earlierFigure;
  const unit = unitOfRows(indicator.unit);
  const rows = ordered.includes(by) ? (now.rows ?? []) : (now.rows ?? []).toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
  if (rows.length === 0) return null;
  const earlier = new Map(before?.rows?.map((row) => [row.by, row.value]));
  const bars: Bar[] = rows.map((row) => ({ by: row.by, name: by === "day" ? dayInShort(locale, row.by) : nameOf(row, locale), value: row.value, before: before ? (earlier.get(row.by) ?? (unit === "count" ? 0 : null)) : null, words: valueWords(say, locale, unit, row.value) }));
  const shown = ordered.includes(by) ? bars : bars.slice(0, mostBars);
  const label = say("figures.chart", { name: name[locale], by: say(`figures.by.${by ?? "other"}`) });
  return (
    <div class="figure-rows">
      <figure>
        <Chart label={label} draw={(width) => (standing.includes(by) ? standingBars(shown, width, { tick: (value) => tickWords(locale, unit, value), labelPx: by === "day" ? 76 : 40 }) : lyingBars(shown, width))} />
        <figcaption class="hint">{[shown.length < bars.length && say("figures.chart-most", { count: shown.length }), before && !standing.includes(by) && say("figures.chart-before")].filter(Boolean).join(" ")}</figcaption>
      </figure>
      <RowsTable indicator={indicator} bars={bars} rows={rows} hasBefore={before !== null} deed={deed} />
    </div>
  );
};

const nameOf = (row: NamedRow, locale: "es" | "en"): string => row.name?.[locale] ?? row.by;

type TableProps = { indicator: Indicator; bars: Bar[]; rows: NamedRow[]; hasBefore: boolean; deed: Props["deed"] };

const RowsTable = ({ indicator: { unit: ofAll, by, name }, bars, rows, hasBefore, deed }: TableProps) => {
  const { say, locale } = useSpeech();
  const unit = unitOfRows(ofAll);
  const label = `${name[locale]}: ${say(`figures.by.${by ?? "other"}`)}`;
  return (
    <TableFrame label={label}>
      <table class="rows-table">
        <caption class="hidden">{label}</caption>
        <thead><tr><th scope="col">{say(`figures.by.${by ?? "other"}`)}</th><th scope="col">{say("figures.head.value")}</th>{unit !== "count" && <th scope="col">{say("figures.head.n")}</th>}{hasBefore && <th scope="col">{say("figures.head.before")}</th>}{deed && <th scope="col" class="row-deed">{say("figures.head.deed")}</th>}</tr></thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.by}>
              <th scope="row">{bars[at]!.name}</th><td>{bars[at]!.words}</td>{unit !== "count" && <td>{number(row.n, locale)}</td>}
              {hasBefore && <td>{valueWords(say, locale, unit, bars[at]!.before)}</td>}{deed && <td class="row-deed">{deed(row, bars[at]!.name)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
};
