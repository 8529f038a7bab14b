import { sql, type RawBuilder } from "kysely";
import type { Db } from "../../db/open.ts";
import type { Period } from "../../metrics/types.ts";
import { during } from "../../metrics/where.ts";
import { verdicts, type QualityShares, type Verdict } from "../types.ts";

type Row = { verdict: Verdict | null; theme: string; action: string };

/** Of one sample. */
export const sharesOfSample = (db: Db, sample: string): Promise<QualityShares> => sharesOf(db, sql`i.sample = ${sample}::bigint`);

/** Of the drawn answers that were given in a period, each counted once, by what was last made of it. */
export const sharesIn = (db: Db, period: Period): Promise<QualityShares> => sharesOf(db, during("t.at", period));

const sharesOf = async (db: Db, where: RawBuilder<unknown>): Promise<QualityShares> => {
  const { rows } = await sql<Row>`
    select distinct on (i.turn) j.verdict, j.theme, j.action
    from quality_item i join turn t on t.id = i.turn
    left join quality_judgement j on j.sample = i.sample and j.number = i.number
    where ${where} order by i.turn, j.id desc nulls last`.execute(db);
  const judged = rows.filter(({ verdict }) => verdict !== null);
  const counted = (verdict: Verdict, among = judged) => among.filter((row) => row.verdict === verdict).length;
  return {
    judged: judged.length, drawn: rows.length,
    verdicts: verdicts.map((verdict) => ({ verdict, n: counted(verdict), ...bounds(counted(verdict), judged.length) })),
    themes: [...Map.groupBy(judged, ({ theme }) => theme)].map(([theme, of]) => ({ theme, n: of.length, partly: counted("partly", of), bad: counted("bad", of) })).sort((a, b) => b.n - a.n),
    actions: [...Map.groupBy(judged, ({ action }) => action)].map(([action, of]) => ({ action, n: of.length })).sort((a, b) => b.n - a.n),
  };
};

/** The normal quantile of 95 %. */
const z = 1.959964;

/** A share, and Wilson's bounds of the share that it was drawn from. Nothing judged is no share. */
export const bounds = (part: number, whole: number): { share: number | null; low: number | null; high: number | null } => {
  if (whole === 0) return { share: null, low: null, high: null };
  const share = part / whole;
  const middle = (share + z ** 2 / (2 * whole)) / (1 + z ** 2 / whole);
  const half = (z / (1 + z ** 2 / whole)) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
};
