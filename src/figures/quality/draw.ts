import { randomBytes } from "node:crypto";
import { sql, type RawBuilder } from "kysely";
import { dayOf } from "../../calendar.ts";
import type { Period, Slice } from "../../metrics/types.ts";
import { during, sliced } from "../../metrics/where.ts";
import type { DashboardParts } from "../parts.ts";
import { periodOf } from "../period.ts";
import type { Refused, SampleHead, Span } from "../types.ts";
import { headOf } from "./heads.ts";

export type Draw = { period: Span | Period; slice: Slice; size: number; seed?: string };

/**
 * Draws answers of a period whose words are still kept: those with the smallest hash under the seed, so that whoever knows
 * the seed can draw again. Asked twice with one seed, two samples of the same answers stand there.
 */
export const drawSample = ({ db, now, setup }: DashboardParts, by: { id: string; name: string }, { period, slice, size, seed = randomBytes(8).toString("hex") }: Draw): Promise<SampleHead | Refused> => {
  const at = now();
  const days = periodOf(period, dayOf(at));
  return db.transaction().execute(async (trx) => {
    const { rows: [all] } = await sql<{ answers: number; population: number }>`
      select count(*)::int as answers, count(x.turn)::int as population from ${answersIn(days, slice, at)}`.execute(trx);
    if (all!.population === 0) return { refused: "nothing-to-draw" };
    const { id } = await trx.insertInto("quality_sample")
      .values({ by_id: by.id, by_name: by.name, drawn_at: at, from_day: days.from, to_day: days.to, slice: JSON.stringify(slice), seed, ...all! })
      .returning("id").executeTakeFirstOrThrow();
    await sql`
      insert into quality_item (sample, number, turn)
      select ${id}, row_number() over (order by d.mark, d.id), d.id from (
        select t.id, sha256(convert_to(${seed} || ':' || t.id, 'UTF8')) as mark from ${answersIn(days, slice, at)}
        where x.turn is not null order by 2, 1 limit ${Math.min(size, setup.quality.most)}) d`.execute(trx);
    return (await headOf(trx, id))!;
  });
};

/** Answers `t` of a period, beside their words `x` where those are still kept. */
const answersIn = (period: Period, slice: Slice, now: Date): RawBuilder<unknown> => sql`(
  select t.id from turn t
  where t.begun_by = 'citizen' and t.outcome in ('answered', 'answered-disambiguated') and ${during("t.at", period)} and ${sliced(slice, "t")}
) t left join turn_text x on x.turn = t.id and x.expires_at > ${now}`;
