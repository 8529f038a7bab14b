import { sql, type Kysely } from "kysely";
import type { Tables } from "../../db/tables.ts";
import type { Counted } from "../figure.ts";
import type { Period, Slice } from "../types.ts";
import { during, sliced } from "../where.ts";

/** How did the messages end that were a question: answered (also in the middle of a flow), not answered, refused? */
export const questions = async (db: Kysely<Tables>, period: Period, slice: Slice): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    select t.outcome as by, count(*)::int as n
    from turn t
    where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")}
      and (t.outcome in ('answered', 'answered-disambiguated', 'repaired-digression') or t.outcome like 'unanswered-%' or t.outcome like 'refused-%')
    group by t.outcome`.execute(db);
  return rows;
};

/** How many questions there were. */
export const total = (rows: Counted[]): number => rows.reduce((sum, { n }) => sum + n, 0);
