import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { openDb, type OpenDb } from "../db/open.ts";
import { isLocale } from "../locale.ts";
import { createLog } from "../log.ts";
import { compareFigures, exportFiles } from "../metrics/files.ts";
import { createMetrics, type Metrics, partsOf } from "../metrics/indicators.ts";
import { createTargets, type Targets } from "../metrics/targets/follow-up.ts";
import type { Measured, Period, Slice } from "../metrics/types.ts";

const usage = `npm run metrics -- list
npm run metrics -- show ID --from DAY --to DAY [--channel CHANNEL] [--language es|en] [--topic TOPIC]
npm run metrics -- year YYYY
npm run metrics -- export DIR --from DAY --to DAY
npm run metrics -- compare DIR
npm run metrics -- import FILE
npm run metrics -- targets`;

type Parts = { db: OpenDb["db"]; metrics: Metrics; targets: Targets };

/** Does what an operator asks of the figures; gives the lines to print, and whether all is well. Throws, saying the way out, when it cannot. */
export const runMetrics = async (parts: Parts, args: string[]): Promise<{ lines: string[]; ok: boolean }> => {
  const { values, positionals: [command, about] } = read(args);
  switch (command) {
    case "list": return fine(list(parts.metrics));
    case "show": return fine(await show(parts.metrics, needed(about), periodOf(values), sliceOf(values)));
    case "year": return fine(await year(parts.metrics, needed(about)));
    case "export": return fine(await exportTo(parts, needed(about), periodOf(values)));
    case "compare": return compare(parts.metrics, needed(about));
    case "import": return take(parts.targets, needed(about));
    case "targets": return fine(await followed(parts.targets));
    default: throw new Error(command === undefined ? usage : `metrics: no command "${command}"\n${usage}`);
  }
};

type Values = { from?: string | undefined; to?: string | undefined; channel?: string | undefined; language?: string | undefined; topic?: string | undefined };

const read = (args: string[]): { values: Values; positionals: string[] } => {
  try {
    const text = { type: "string" } as const;
    return parseArgs({ args, allowPositionals: true, options: { from: text, to: text, channel: text, language: text, topic: text } });
  } catch (fault) {
    throw new Error(`metrics: ${fault instanceof Error ? fault.message : String(fault)}\n${usage}`, { cause: fault });
  }
};

const fine = (lines: string[]) => ({ lines, ok: true });

const needed = (about: string | undefined): string => {
  if (about === undefined) throw new Error(usage);
  return about;
};

const periodOf = ({ from, to = from }: Values): Period => {
  if (from === undefined || to === undefined) throw new Error(`metrics: say of which days with --from and --to\n${usage}`);
  return { from, to };
};

const sliceOf = ({ channel, language, topic }: Values): Slice => {
  if (language !== undefined && !isLocale(language)) throw new Error(`metrics: no language "${language}" (languages: es, en)`);
  return { ...(channel === undefined ? {} : { channel }), ...(language === undefined ? {} : { locale: language }), ...(topic === undefined ? {} : { topic }) };
};

const list = ({ indicators }: Metrics): string[] => indicators.map(({ id, unit, audience, name }) => [id, unit, audience, name.es, name.en].join("\t"));

const show = async (metrics: Metrics, id: string, period: Period, slice: Slice): Promise<string[]> => {
  const { name, definition, formula, missing, by } = metrics.indicator(id);
  const { rows = [], ...figure } = await metrics.measure(id, period, slice);
  return [
    `${name.es} · ${name.en}`, definition.en, formula.en,
    ...(missing ? [missing.en] : [`${said(figure)}\t${period.from} to ${period.to}`]),
    ...(figure.without === "slice" ? ["It is not counted by what was asked for."] : []),
    ...rows.map((row) => `  ${by ? metrics.labelOf(by, row.by, "en") : row.by}\t${said(row)}`),
  ];
};

const said = ({ value, n }: Pick<Measured, "value" | "n">): string => `${value ?? "none"} (n = ${n})`;

const year = async (metrics: Metrics, which: string): Promise<string[]> => {
  const period = { from: `${which}-01-01`, to: `${which}-12-31` };
  const lines = [];
  for (const { id } of metrics.indicators) {
    const whole = await metrics.measure(id, period);
    const months = await metrics.series(id, period, "month");
    lines.push([id, said(whole), ...months.map(({ value }) => (value === null ? "-" : String(Math.round(value * 1000) / 1000)))].join("\t"));
  }
  return lines;
};

const exportTo = async ({ db, metrics }: Parts, folder: string, period: Period): Promise<string[]> => {
  const files = await exportFiles(db, metrics, period, partsOf(period, "month"));
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  return files.map(({ name, text }) => `${join(folder, name)}\t${text.split("\r\n").length - 2} rows`);
};

const compare = async (metrics: Metrics, folder: string): Promise<{ lines: string[]; ok: boolean }> => {
  const { figures, differences } = await compareFigures(metrics, readFileSync(join(folder, "figures.csv"), "utf8"));
  const shown = differences.map(({ indicator, period, slice, by, written, counted }) =>
    `${indicator} ${period.from} to ${period.to} ${Object.values(slice).join(" ")} ${by}: written ${written}, counted ${counted}`);
  return { ok: differences.length === 0, lines: [...shown, `${figures} figures counted again, ${differences.length} not the same`] };
};

const take = async (targets: Targets, file: string): Promise<{ lines: string[]; ok: boolean }> => {
  const taken = await targets.importReport(readFileSync(file, "utf8"));
  switch (taken.status) {
    case "known": return fine([`${file} was taken in before: nothing changed`]);
    case "refused": return { ok: false, lines: [`${file} was not taken in:`, ...taken.faults.map((fault) => `  ${fault}`)] };
    case "imported": return fine([
      `${taken.institution}, ${taken.cut}: ${taken.values} figures`, ...(taken.missing.length > 0 ? [`without a figure: ${taken.missing.join(", ")}`] : []),
    ]);
    default: return taken satisfies never;
  }
};

const followed = async ({ targets, followUp }: Targets): Promise<string[]> => {
  const lines = [];
  for (const { id, name, baseline, target } of targets) {
    const rows = await followUp(id);
    const last = rows.findLast(({ value }) => value !== null);
    const told = rows.filter(({ value }) => value !== null).length;
    lines.push([
      id, name.en, baseline ? `baseline ${baseline.value}${baseline.included ? " included" : " not included"}` : "no baseline", target ? `target ${target.value} by ${target.by}` : "no target",
      last ? `${last.value} on ${last.cut}${last.progress === null ? "" : `, ${Math.round(last.progress * 100)} % of the way`}` : "no figure", `${told} of ${rows.length} cuts told`,
    ].join("\t"));
  }
  return lines;
};

if (import.meta.main) {
  try {
    const { databaseUrl, dataDir, logLevel, now } = readConfig();
    const { db, close } = await openDb({ databaseUrl, dataDir, log: createLog(logLevel === "info" ? "error" : logLevel) });
    const knowledge = join(import.meta.dirname, "../../knowledge");
    const metrics = createMetrics({ db, now, knowledge });
    const { lines, ok } = await runMetrics({ db, metrics, targets: createTargets({ db, now, knowledge, metrics }) }, process.argv.slice(2)).finally(close);
    for (const line of lines) console.log(line);
    process.exitCode = ok ? 0 : 1;
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  }
}
