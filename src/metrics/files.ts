import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import { readCsv, writeCsv } from "../csv.ts";
import type { Metrics } from "./indicators.ts";
import { rawFiles } from "./raw.ts";
import { sliceKeys, type Measured, type Period, type Slice } from "./types.ts";

type File = { name: string; text: string };

const columns = ["indicator", "from", "to", "channel", "locale", "topic", "by", "value", "n"] as const;

/** Every figure of a period, whole, in its parts and by channel and language, and the rows that it is counted from. */
export const exportFiles = async (db: Kysely<Tables>, metrics: Metrics, period: Period, parts: Period[]): Promise<File[]> => {
  const lines: Record<string, unknown>[] = [];
  for (const { id, slices, missing } of metrics.indicators) {
    if (missing) continue;
    for (const part of [period, ...parts.filter(({ from, to }) => from !== period.from || to !== period.to)]) lines.push(...linesOf(id, part, {}, await metrics.measure(id, part)));
    for (const slice of kinds.filter((each) => Object.keys(each).every((key) => slices.includes(key as keyof Slice)))) {
      lines.push(...linesOf(id, period, slice, await metrics.measure(id, period, slice)));
    }
  }
  return [{ name: "figures.csv", text: writeCsv(columns, lines) }, ...(await rawFiles(db))];
};

const kinds: Slice[] = [
  ...["web", "telegram", "kiosk", "botframework", "console", "page"].map((channel) => ({ channel })),
  ...(["es", "en"] as const).map((locale) => ({ locale })),
];

const linesOf = (indicator: string, { from, to }: Period, slice: Slice, { value, n, rows = [] }: Measured): Record<string, unknown>[] =>
  [{ by: "", value, n }, ...rows].map((row) => ({ indicator, from, to, ...slice, ...row }));

export type Difference = { indicator: string; period: Period; slice: Slice; by: string; written: string; counted: string };

/** Counts every figure of a figures.csv again. Gives how many there are, and those that are not the same. Throws on a text that is none. */
export const compareFigures = async (metrics: Metrics, csv: string): Promise<{ figures: number; differences: Difference[] }> => {
  const { columns: given, rows } = readCsv(csv);
  if (given.join(",") !== columns.join(",")) throw new Error(`figures.csv: the heading is "${given.join(",")}" and must be "${columns.join(",")}"`);
  const asked = Map.groupBy(rows, ({ indicator, from, to, channel, locale, topic }) => [indicator, from, to, channel, locale, topic].join(" "));
  const differences: Difference[] = [];
  for (const lines of asked.values()) {
    const { indicator, from, to } = lines[0]! as { indicator: string; from: string; to: string };
    const slice = Object.fromEntries(sliceKeys.filter((key) => lines[0]![key] !== "").map((key) => [key, lines[0]![key]])) as Slice;
    const { value, n, rows: counted = [] } = await metrics.measure(indicator, { from, to }, slice);
    const now = new Map([{ by: "", value, n }, ...counted].map((row) => [row.by, shown(row)]));
    const then = lines.map((line) => ({ by: line["by"]!, written: `${line["value"]} of ${line["n"]}` }));
    const absent = [...now.keys()].filter((by) => !then.some((line) => line.by === by)).map((by) => ({ by, written: "nothing" }));
    for (const { by, written } of [...then, ...absent]) {
      const again = now.get(by) ?? "nothing";
      if (written !== again) differences.push({ indicator, period: { from, to }, slice, by, written, counted: again });
    }
  }
  return { figures: rows.length, differences };
};

const shown = ({ value, n }: { value: number | null; n: number }): string => `${value ?? ""} of ${n}`;
