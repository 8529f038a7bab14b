import { sql } from "kysely";
import type { Db } from "../db/open.ts";
import type { Locale } from "../locale.ts";
import type { DashboardParts } from "./parts.ts";
import { isNumber } from "./row-number.ts";
import type { Hidden, RedactedConversation, RedactedLine, Refused } from "./types.ts";

type Parts = Pick<DashboardParts, "db" | "now" | "redact" | "wordsDays">;

type Turn = {
  id: string; conversation_id: string; turn_id: string; channel: string; locale: Locale; outcome: string; flow: string | null; step: string | null;
  begun_by: string; at: Date; text: string | null;
};
type Said = { turn_id: string; at: Date; text: string; from: string | null; sources: { title: string }[] };

/** Nobody reads more of one conversation. */
const most = 400;

/** The conversation of a turn, without what tells whose it is: what a person answered to a flow is never shown, nor what the service said back. */
export const redacted = async (parts: Parts, ref: string): Promise<RedactedConversation | Refused> => {
  const turns = await turnsAround(parts, ref);
  const [first] = turns;
  if (!first) return { refused: "not-found" };
  const said = Map.groupBy(await saidIn(parts.db, first.conversation_id), ({ turn_id }) => turn_id);
  const lines = turns.flatMap((turn) => linesOf(parts, turn, said.get(turn.turn_id) ?? []));
  const known = new Set(turns.map(({ turn_id }) => turn_id));
  const byPeople = [...said].flatMap(([turn, all]) => (known.has(turn) ? [] : all.filter(({ from }) => from === "advisor")))
    .map(({ at }): RedactedLine => ({ from: "advisor", at, text: null, hidden: "person" }));
  const score = await parts.db.selectFrom("rating").select("score").where("conversation_id", "=", first.conversation_id).orderBy("at", "desc").limit(1).executeTakeFirst();
  return {
    ref, channel: first.channel, locale: first.locale, score: score?.score ?? null,
    lines: [...lines, ...byPeople].sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
};

const turnsAround = async ({ db, now }: Parts, ref: string): Promise<Turn[]> => {
  if (!isNumber(ref)) return [];
  const { rows } = await sql<Turn>`
    select t.id::text as id, t.conversation_id, t.turn_id, t.channel, t.locale, t.outcome, t.flow, t.step, t.begun_by, t.at, x.text
    from turn t left join turn_text x on x.turn = t.id and x.expires_at > ${now()}
    where t.conversation_id = (select conversation_id from turn where id = ${ref}::bigint) and t.begun_by <> 'opening'
    order by t.id limit ${most}`.execute(db);
  return rows;
};

const saidIn = async (db: Db, conversationId: string): Promise<Said[]> => {
  const { rows } = await sql<Said>`
    select m.turn_id, m.created_at as at, m.payload ->> 'text' as text, m.payload ->> 'from' as "from", coalesce(m.payload -> 'sources', '[]') as sources
    from message m where m.conversation_id = ${conversationId} and m.direction = 'out' order by m.seq`.execute(db);
  return rows;
};

const linesOf = (parts: Parts, turn: Turn, said: Said[]): RedactedLine[] => {
  const { at, outcome, flow, step } = turn;
  const about = { outcome, ...(flow === null ? {} : { flow }), ...(step === null ? {} : { step }) };
  const asked: RedactedLine[] = turn.begun_by === "citizen" ? [{ from: "citizen", at, ...wordsOf(parts, turn), ...about }] : [];
  const replies = said.map((reply): RedactedLine => {
    const from = reply.from === "advisor" ? "advisor" : "bot";
    const hidden = hiddenReply(turn, reply);
    const sources = reply.sources.length > 0 ? { sources: reply.sources.map(({ title }) => title) } : {};
    return { from, at, ...(hidden ? { text: null, hidden } : { text: parts.redact(reply.text), ...sources }), ...(asked.length > 0 ? {} : about) };
  });
  return [...asked, ...replies];
};

/** Words are kept redacted, and of no flow, danger or talk with a person at all. */
const wordsOf = ({ now, wordsDays, redact }: Parts, { text, outcome, flow, at }: Turn): Pick<RedactedLine, "text" | "hidden"> => {
  if (text !== null) return { text: redact(text) };
  const isOld = at.getTime() <= now().getTime() - wordsDays * 86_400_000;
  return { text: null, hidden: hiddenBy({ outcome, flow }) ?? (isOld ? "gone" : "none") };
};

const hiddenBy = ({ outcome, flow }: Pick<Turn, "outcome" | "flow">): Hidden | undefined => {
  if (outcome.startsWith("danger-")) return "danger";
  if (outcome === "handed-off-conversing") return "person";
  return flow === null ? undefined : "flow";
};

/** What quotes a source is nobody's own; what a flow says may repeat what a person answered. */
const hiddenReply = (turn: Turn, { from, sources }: Said): Hidden | undefined => {
  if (from === "advisor") return "person";
  const hidden = hiddenBy(turn);
  return hidden === "flow" && sources.length > 0 ? undefined : hidden;
};

/** What was shown in one turn, redacted, with the titles of its sources. */
export const repliesOf = async ({ db, redact }: Pick<Parts, "db" | "redact">, turn: Pick<Turn, "conversation_id" | "turn_id" | "outcome" | "flow">) => {
  const said = (await saidIn(db, turn.conversation_id)).filter((one) => one.turn_id === turn.turn_id && hiddenReply(turn as Turn, one) === undefined);
  return { reply: said.map(({ text }) => redact(text)), sources: [...new Set(said.flatMap(({ sources }) => sources.map(({ title }) => title)))] };
};
