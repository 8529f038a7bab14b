import { sql, type RawBuilder } from "kysely";
import { forPerson } from "../metrics/answers/for-person.ts";
import type { Period, Slice } from "../metrics/types.ts";
import { during, sliced } from "../metrics/where.ts";

/** What a figure counts, one row each: a turn of the conversation (`id`), and the group it stands in. */
type Counted = (period: Period, slice: Slice, now: Date) => RawBuilder<{ id: string; conversation_id: string; by: string | null }>;

const turns = (by: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`true`): Counted => (period, slice) => sql`
  select t.id, t.conversation_id, ${by} as by from turn t
  where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")} and ${where}`;

const ended = (where: RawBuilder<unknown>): Counted => (period, slice) => sql`
  select t.id, t.conversation_id, t.flow as by from turn t
  where t.flow <> 'welcome' and ${where} and ${during("t.at", period)} and ${sliced(slice, "t")}`;

const conversations = (by: RawBuilder<unknown>, having: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`true`): Counted => (period, slice) => sql`
  select max(t.id) as id, t.conversation_id, ${by} as by from turn t
  where t.begun_by = 'citizen' and ${during("t.at", period)} and ${sliced(slice, "t")} and ${where}
  group by t.conversation_id, t.channel having ${having}`;

const lastTurn = (conversation: string) => sql`(select max(t.id) from turn t where t.conversation_id = ${sql.ref(conversation)})`;

const tickets = (by: RawBuilder<unknown>, where: (period: Period, now: Date) => RawBuilder<unknown>): Counted => (period, slice, now) => sql`
  select ${lastTurn("h.conversation_id")} as id, h.conversation_id, ${by} as by from handoff h where ${where(period, now)} and ${sliced(slice, "h")}`;

const replied = tickets(sql`h.topic`, (period) => sql`h.first_reply_minutes is not null and ${during("h.first_reply_at", period)}`);
const channel = sql`t.channel`;
const outcome = sql`t.outcome`;
const asked = sql`(t.outcome like 'answered%' or t.outcome like 'unanswered-%' or t.outcome like 'refused-%' or t.outcome = 'repaired-digression'
  or ${forPerson("t.outcome")} or (t.began_flow and t.flow <> 'welcome'))`;

/**
 * What stands behind the figures that count conversations or something in them: of a share, the part that it tells of; of what
 * is ranked, all of it. Figures of cases and appointments have pages of their own.
 */
export const countedBy: Record<string, Counted> = {
  conversations: conversations(channel, sql`true`),
  turns: turns(channel),
  "turns-by-language": turns(sql`t.locale`),
  "turns-by-hour": turns(sql`to_char(t.at at time zone 'America/Bogota', 'HH24')`),
  topics: turns(sql`t.topic`, sql`t.topic is not null`),
  answered: turns(outcome, sql`t.outcome in ('answered', 'answered-disambiguated', 'repaired-digression')`),
  unanswered: turns(outcome, sql`t.outcome like 'unanswered-%'`),
  refused: turns(outcome, sql`t.outcome like 'refused-%'`),
  "handed-off": conversations(
    sql`(array_agg(t.outcome order by t.at, t.id) filter (where ${forPerson("t.outcome")}))[1]`, sql`bool_or(${forPerson("t.outcome")})`),
  containment: conversations(channel, sql`not bool_or(${forPerson("t.outcome")})`, asked),
  "danger-signs": turns(sql`substr(t.outcome, 8)`, sql`t.outcome like 'danger-%'`),
  failed: turns(channel, sql`t.outcome = 'failed'`),
  "flow-starts": ended(sql`t.began_flow`),
  "flow-completions": ended(sql`t.outcome = 'flow-completed'`),
  "flow-completion": ended(sql`t.outcome = 'flow-completed'`),
  "flow-drop-offs": (period, slice) => sql`
    select t.id, t.conversation_id, t.flow || ' ' || coalesce(t.step, '-') as by from turn t
    where t.flow <> 'welcome' and t.outcome in ('flow-abandoned', 'repaired-cancel') and ${during("t.at", period)} and ${sliced(slice, "t")}`,
  satisfaction: (period, slice) => sql`
    select ${lastTurn("r.conversation_id")} as id, r.conversation_id, r.score::text as by from rating r where ${during("r.at", period)} and ${sliced(slice, "r")}`,
  handoffs: tickets(sql`h.reason`, (period) => during("h.asked_at", period)),
  "first-reply-median": replied,
  "first-reply-p90": replied,
  "replied-in-time": tickets(sql`h.topic`, (period, now) => sql`${during("h.due_at", period)} and h.due_at < ${now} and h.first_reply_at <= h.due_at`),
};
