import { sql } from "kysely";
import type { Locale } from "../../locale.ts";
import { repliesOf } from "../conversation.ts";
import type { DashboardParts } from "../parts.ts";
import type { Judgement, Refused, SampleItem, Verdict } from "../types.ts";

type Row = Omit<SampleItem, "reply" | "sources" | "judgement"> & { conversation_id: string; turn_id: string; flow: string | null; verdict: Verdict | null; theme: string; action: string; by_id: string; by_name: string; judged_at: Date };

/** The answers of a sample, in the order in which they were drawn. */
export const itemsOf = async (parts: DashboardParts, sample: string): Promise<SampleItem[]> => {
  const { rows } = await sql<Row>`
    select i.number, t.at, t.channel, t.locale, t.topic, t.outcome, t.flow, t.conversation_id, t.turn_id, x.text as question,
      j.verdict, j.theme, j.action, j.by_id, j.by_name, j.at as judged_at
    from quality_item i join turn t on t.id = i.turn
    left join turn_text x on x.turn = t.id and x.expires_at > ${parts.now()}
    left join lateral (select * from quality_judgement q where q.sample = i.sample and q.number = i.number order by q.id desc limit 1) j on true
    where i.sample = ${sample}::bigint order by i.number`.execute(parts.db);
  const items = [];
  for (const row of rows) items.push(await itemOf(parts, row));
  return items;
};

const itemOf = async (parts: DashboardParts, { conversation_id, turn_id, flow, verdict, theme, action, by_id, by_name, judged_at, question, ...row }: Row): Promise<SampleItem> => {
  const judgement: Judgement | null = verdict === null ? null : { verdict, theme, action, by: { id: by_id, name: by_name }, at: judged_at };
  // Without the question nobody can judge the reply, and both were to be kept no longer.
  const shown = question === null ? { reply: [], sources: [] } : await repliesOf(parts, { conversation_id, turn_id, flow, outcome: row.outcome });
  return { ...row, locale: row.locale satisfies Locale, question: question === null ? null : parts.redact(question), ...shown, judgement };
};

/** Keeps what somebody made of an answer. Throws on a theme or action that is none. */
export const judge = async ({ db, now, setup }: DashboardParts, sample: string, number: number, by: { id: string; name: string }, { verdict, theme, action }: { verdict: Verdict; theme: string; action: string }): Promise<Refused | undefined> => {
  for (const [given, known] of [[theme, setup.quality.themes], [action, setup.quality.actions]] as const) {
    if (!known.some(({ id }) => id === given)) throw new Error(`figures: "${given}" is none of ${known.map(({ id }) => id).join(", ")}`);
  }
  const item = await db.selectFrom("quality_item").select("number").where("sample", "=", sample).where("number", "=", number).executeTakeFirst();
  if (!item) return { refused: "not-found" };
  await db.insertInto("quality_judgement").values({ sample, number, verdict, theme, action, by_id: by.id, by_name: by.name, at: now() }).execute();
  return undefined;
};
