import type { Transaction } from "kysely";
import { redact } from "../answers/redact.ts";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";
import type { Channel, Inbound } from "./message.ts";
import type { Response } from "./response.ts";
import type { ConversationState } from "./state.ts";

/** For how many days the words of a question are kept. */
export const wordsDays = 30;

/** A turn as figures see it. `before`: the conversation as the turn found it; `topic`: what it was about. */
export type Recorded = { inbound: Inbound; before: ConversationState; response: Response; topic: string | null; ms: number };

/** Counts somebody who wrote today; nothing that is kept tells who. */
export type Seen = (trx: Transaction<Tables>, who: { conversationId: string; channel: Channel; locale: Locale }, now: Date) => Promise<void>;

/** Writes a turn's outcome, and its words apart from it: redacted, and only until their retention ends. */
export const recordTurn = async (trx: Transaction<Tables>, { inbound, before, response, topic, ms }: Recorded, seen: Seen, now: Date): Promise<void> => {
  const { intent, flow, step, passages, score, model } = response.detail;
  const { id } = await trx
    .insertInto("turn")
    .values({
      conversation_id: inbound.conversationId,
      channel: inbound.channel,
      turn_id: inbound.turnId,
      outcome: response.outcome,
      locale: response.locale,
      intent: intent ?? null,
      flow: flow ?? null,
      step: step ?? null,
      passages: JSON.stringify(passages ?? []),
      score: score ?? null,
      ms,
      model: model ?? null,
      begun_by: begunBy(inbound),
      topic,
      began_flow: beganFlow(before, response),
      at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (begunBy(inbound) === "citizen") await seen(trx, { ...inbound, locale: response.locale }, now);
  // A slot's value is personal data, a danger sign's words are nobody's, and what is told to a person is between the two.
  const isQuestion = !response.outcome.startsWith("danger-") && response.outcome !== "handed-off-conversing";
  const keepsWords = inbound.text && !flow && isQuestion;
  if (!keepsWords) return;
  const expires = new Date(now.getTime() + wordsDays * 86_400_000);
  await trx.insertInto("turn_text").values({ turn: id, text: redact(inbound.text!), expires_at: expires }).execute();
};

const begunBy = ({ behalf, text, choice, attachment, start }: Inbound): "citizen" | "opening" | "staff" | "service" => {
  if (behalf) return "staff";
  if (text !== undefined || choice !== undefined || attachment) return "citizen";
  return start === undefined ? "service" : "opening";
};

/** One that begins and ends in the same turn has begun as well; one that was left for later goes on. */
const beganFlow = ({ cursor, paused }: ConversationState, { outcome, detail: { flow } }: Response): boolean => {
  if (outcome === "flow-started") return true;
  const ends = outcome === "flow-completed" || outcome === "handed-off-flow";
  return ends && flow !== undefined && cursor?.flow !== flow && !paused.some((draft) => draft.cursor.flow === flow);
};
