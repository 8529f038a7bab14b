import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { dayOf, isDay } from "../../calendar.ts";
import type { Tables } from "../../db/tables.ts";
import { readCsv } from "../../csv.ts";
import type { Imported, Target } from "./types.ts";

/**
 * The protocol: one file an institution and cut. `sent_by` is the office that answers for it, not a person. An empty `value` is
 * one that the institution does not have, and `note` says why. Numbers with a point for decimals and no other sign.
 */
export const reportColumns = ["institution", "sent_by", "sent_on", "cut", "target", "value", "whole", "note"] as const;

type Line = Record<(typeof reportColumns)[number], string>;

/** Takes a report in, all or nothing; the same file again changes nothing. */
export const importReport = async (db: Kysely<Tables>, targets: readonly Target[], csv: string, now: Date): Promise<Imported> => {
  const read = linesOf(csv);
  if ("faults" in read) return { status: "refused", faults: read.faults };
  const faults = [...faultsOfFile(read.lines, targets, dayOf(now)), ...read.lines.flatMap((line, i) => faultsOfLine(line, targets, read.lines.slice(0, i)).map((fault) => `line ${i + 2}: ${fault}`))];
  if (faults.length > 0) return { status: "refused", faults };
  const { institution, sent_by, sent_on, cut } = read.lines[0]!;
  const given = new Set(read.lines.filter(({ value }) => value !== "").map(({ target }) => target));
  const missing = targets.filter((each) => each.institution.id === institution && each.cuts.includes(cut) && !given.has(each.id)).map(({ id }) => id);
  const sha256 = createHash("sha256").update(csv).digest("hex");
  return db.transaction().execute(async (trx) => {
    const report = await trx.insertInto("figure_report")
      .values({ institution, sent_by, sent_on, cut, received_at: now, sha256, missing: JSON.stringify(missing) })
      .onConflict((conflict) => conflict.column("sha256").doNothing()).returning("id").executeTakeFirst();
    if (!report) return { status: "known" };
    await trx.insertInto("figure_reported").values(read.lines.map(({ target, value, whole, note }) => ({
      report: report.id, target, value: number(value), whole: number(whole), note: note || null,
    }))).execute();
    return { status: "imported", institution, cut, values: given.size, missing };
  });
};

const linesOf = (csv: string): { lines: Line[] } | { faults: string[] } => {
  try {
    const { columns, rows } = readCsv(csv);
    const expected = reportColumns.join(",");
    if (columns.join(",") !== expected) return { faults: [`line 1: the heading is "${columns.join(",")}" and must be "${expected}"`] };
    return rows.length === 0 ? { faults: ["line 2: there is no figure"] } : { lines: rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, text]) => [column, text.trim()])) as Line) };
  } catch (fault) {
    return { faults: [fault instanceof Error ? fault.message : String(fault)] };
  }
};

const faultsOfFile = (lines: Line[], targets: readonly Target[], today: string): string[] => {
  const { institution, sent_by, sent_on, cut } = lines[0]!;
  const known = [...new Set(targets.filter(({ indicator }) => indicator === null).map((each) => each.institution.id))];
  const mixed = (["institution", "sent_by", "sent_on", "cut"] as const).filter((column) => lines.some((line) => line[column] !== lines[0]![column]));
  return [
    ...mixed.map((column) => `${column}: a file is of one institution, one sending and one cut`),
    ...(known.includes(institution) ? [] : [`institution: no "${institution}" (institutions: ${known.join(", ")})`]),
    ...(sent_by === "" || sent_by.length > 120 || sent_by.includes("@") ? ["sent_by: write the office that answers for it, in up to 120 signs, not a person or an address"] : []),
    ...(["sent_on", "cut"] as const).filter((column) => !isDay(lines[0]![column])).map((column) => `${column}: "${lines[0]![column]}" is not a day: write 2026-12-31`),
    ...(isDay(sent_on) && (sent_on < cut || sent_on > today) ? [`sent_on: ${sent_on} is before the cut ${cut} or after today`] : []),
  ];
};

const faultsOfLine = ({ institution, cut, target, value, whole, note }: Line, targets: readonly Target[], before: Line[]): string[] => {
  const found = targets.find((each) => each.id === target && each.institution.id === institution && each.indicator === null);
  if (!found) return [`target: "${institution}" has no "${target}" (its targets: ${targets.filter((each) => each.institution.id === institution).map(({ id }) => id).join(", ")})`];
  return [
    ...(found.cuts.includes(cut) ? [] : [`cut: ${cut} is none of the cuts of "${target}" (${found.cuts.join(", ")})`]),
    ...(before.some((line) => line.target === target) ? [`target: "${target}" stands here twice`] : []),
    ...(isNumber(value) ? [] : [`value: "${value}" is not a number: write 1958 or 12.5, without other signs`]),
    ...(isNumber(whole) ? [] : [`whole: "${whole}" is not a number: write 1958 or 12.5, without other signs`]),
    ...(value === "" && note === "" ? ["note: say why there is no value"] : []),
    ...(whole !== "" && isNumber(whole) && Number(value) > Number(whole) ? [`value: ${value} is more than the whole ${whole}`] : []),
  ];
};

const isNumber = (text: string): boolean => /^(\d+(\.\d+)?)?$/.test(text);

const number = (text: string): number | null => (text === "" ? null : Number(text));
