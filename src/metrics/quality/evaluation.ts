import { sql } from "kysely";
import { ofWhole, type Counted } from "../figure.ts";
import type { Query } from "../types.ts";
import { endOf } from "../where.ts";

const verdicts = ["full", "partial", "asked", "silent", "wrong"] as const;

/** Of the project's own questions, which share did the content answer wholly, when it was last tried? Rows: each verdict's share. */
export const evaluation: Query = async ({ db }, period) => {
  const { rows: [last] } = await sql<Record<(typeof verdicts)[number], number>>`
    select e."full", e."partial", e.asked, e.silent, e.wrong
    from evaluation e
    where e.at < ${endOf(period)}
    order by e.at desc limit 1`.execute(db);
  if (!last) return { value: null, n: 0, rows: [] };
  const counts = verdicts.map((by): Counted => ({ by, n: last[by] }));
  const whole = counts.reduce((sum, { n }) => sum + n, 0);
  const { rows } = ofWhole(counts, whole);
  return { ...ofWhole(counts.slice(0, 1), whole), rows: rows! };
};
