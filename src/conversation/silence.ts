import { sql } from "kysely";
import { isAway } from "../db/away.ts";
import { behalfId } from "./message.ts";
import type { createSilence } from "./respond.ts";
import { isNight, type Limits } from "./limits.ts";
import { readConversation } from "./store.ts";
import { speakFirst, type TurnParts } from "./turn.ts";

/** Gives how many conversations it spoke in. */
export type SilenceJob = () => Promise<number>;

type Parts = { turns: TurnParts; respond: ReturnType<typeof createSilence>; limits: Limits };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const mostAtOnce = 200;

/** What happens when citizens stop answering. Any replica may run it: each step is one turn that happens once. */
export const createSilenceJob = (parts: Parts): SilenceJob => async () => {
  const { turns: { now }, limits } = parts;
  const at = now();
  const toNudge = await waiting(parts, null, new Date(at.getTime() - limits.nudgeMinutes * minuteMs));
  const toClose = await waiting(parts, "nudged", new Date(at.getTime() - limits.closeHours * hourMs));
  let spoken = 0;
  for (const id of toNudge) if (await speak(parts, "nudge", id)) spoken++;
  for (const id of toClose) if (await speak(parts, "close", id)) spoken++;
  await dropOldDrafts(parts, new Date(at.getTime() - limits.draftDays * dayMs));
  return spoken;
};

/** The untouched menu waits for nobody: what nothing was answered to there is left in peace. */
const waiting = async ({ turns }: Parts, silence: "nudged" | null, since: Date): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from conversation c
    where c.state -> 'cursor' <> 'null'::jsonb and c.updated_at <= ${since}
      and (c.state ->> 'silence') is not distinct from ${silence}
      and not (c.state #>> '{cursor,flow}' = 'welcome' and c.state #> '{cursor,trail}' = '[]'::jsonb)
      and not starts_with(c.id, ${behalfId})
      and not exists (select 1 from handoff h where h.conversation_id = c.id and h.state = 'claimed')
      and not exists (select 1 from message m where m.conversation_id = c.id and m.direction = 'in' and m.handled_at is null)
    order by c.updated_at limit ${mostAtOnce}`.execute(turns.db);
  return rows.map(({ id }) => id);
};

const speak = async ({ turns, respond }: Parts, kind: "nudge" | "close", id: string): Promise<boolean> => {
  const conversation = await readConversation(turns.db, id);
  const now = turns.now();
  if (!conversation || (turns.pushes(conversation.channel) && isNight(now))) return false;
  const turnId = `silence:${id}:${conversation.version}`;
  try {
    return (await speakFirst(turns, conversation, turnId, (inbound, trx) => respond(kind, inbound, conversation, now, trx))) !== "overtaken";
  } catch (fault) {
    if (isAway(fault)) throw fault;
    turns.log.error({ fault: fault instanceof Error ? fault.name : typeof fault, flow: conversation.state.cursor?.flow }, "silence not broken");
    return false;
  }
};

/** A draft is personal data: when its time is over it goes, and the citizen is told at the next message. */
const dropOldDrafts = ({ turns }: Parts, before: Date) => sql`
  update conversation set version = version + 1,
    state = state || '{"cursor": null, "paused": [], "said": [], "offered": [], "silence": "expired"}'::jsonb
  where updated_at < ${before} and (state -> 'paused' <> '[]'::jsonb or
    (state -> 'cursor' <> 'null'::jsonb and state #> '{cursor,trail}' <> '[]'::jsonb))`.execute(turns.db);
