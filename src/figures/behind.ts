import { sql } from "kysely";
import { dayOf } from "../calendar.ts";
import type { Db } from "../db/open.ts";
import { countedBy } from "./counted.ts";
import type { DashboardParts } from "./parts.ts";
import { periodOf } from "./period.ts";
import { isNumber } from "./row-number.ts";
import type { Behind, View } from "./types.ts";

const page = 50;

/** Whether a figure has conversations behind it. */
export const opens = (indicator: string): boolean => indicator in countedBy;

/** The conversations behind a figure or one of its rows, those with the newest turn first; `total`: how much the figure counts. */
export const behind = async ({ db, now }: Pick<DashboardParts, "db" | "now">, indicator: string, { period, slice }: Pick<View, "period" | "slice">, at: { by?: string; before?: string }) => {
  const counted = countedBy[indicator];
  if (!counted) throw new Error(`figures: "${indicator}" has no conversations behind it (${Object.keys(countedBy).join(", ")})`);
  const begun = periodOf(period, dayOf(now()));
  const part = sql`(select * from (${counted(begun, slice, now())}) c where ${at.by === undefined ? sql`true` : sql`c.by = ${at.by}`})`;
  const { rows: [all] } = await sql<{ total: number }>`select count(*)::int as total from ${part} c`.execute(db);
  const { rows } = await sql<{ ref: string }>`
    select max(c.id)::text as ref from ${part} c where c.id is not null
    group by c.conversation_id having ${at.before !== undefined && isNumber(at.before) ? sql`max(c.id) < ${at.before}::bigint` : sql`true`}
    order by max(c.id) desc limit ${page + 1}`.execute(db);
  const refs = rows.slice(0, page).map(({ ref }) => ref);
  return { conversations: await told(db, refs), total: all!.total, next: rows.length > page ? refs.at(-1)! : null };
};

/** What is told of each conversation, by the turn that is looked at. */
const told = async (db: Db, refs: string[]): Promise<Behind[]> => {
  if (refs.length === 0) return [];
  const { rows } = await sql<Behind>`
    select t.id::text as ref, t.at, t.channel, t.locale, t.outcome, t.topic, t.flow,
      (select count(*)::int from turn a where a.conversation_id = t.conversation_id and a.begun_by = 'citizen') as turns,
      (select r.score from rating r where r.conversation_id = t.conversation_id order by r.at desc limit 1) as score
    from turn t where t.id in (${sql.join(refs)}) order by t.id desc`.execute(db);
  return rows;
};
