import { sql } from "kysely";
import type { Slice } from "../../metrics/types.ts";
import type { Db } from "../../db/open.ts";
import type { SampleHead } from "../types.ts";

type Row = Omit<SampleHead, "by" | "period"> & { by_id: string; by_name: string; from_day: string; to_day: string; slice: Slice };

const read = async (db: Db, where: ReturnType<typeof sql>, limit: number): Promise<SampleHead[]> => {
  const { rows } = await sql<Row>`
    select s.id::text as id, s.by_id, s.by_name, s.drawn_at as "drawnAt", s.from_day, s.to_day, s.slice, s.seed, s.population, s.answers,
      (select count(*)::int from quality_item i where i.sample = s.id) as size,
      (select count(distinct j.number)::int from quality_judgement j where j.sample = s.id) as judged
    from quality_sample s where ${where} order by s.id desc limit ${limit}`.execute(db);
  return rows.map(({ by_id, by_name, from_day, to_day, ...head }) => ({ ...head, by: { id: by_id, name: by_name }, period: { from: from_day, to: to_day } }));
};

const most = 100;

/** The newest samples first. */
export const heads = (db: Db): Promise<SampleHead[]> => read(db, sql`true`, most);

export const headOf = async (db: Db, id: string): Promise<SampleHead | undefined> => (await read(db, sql`s.id = ${id}::bigint`, 1))[0];
