import type { Transaction } from "kysely";
import { redact } from "../answers/redact.ts";
import type { Tables } from "../db/tables.ts";
import type { Inbound } from "./message.ts";
import type { Response } from "./response.ts";

const textRetentionDays = 30;

/** Writes a turn's outcome, and its words apart from it: redacted, and only until their retention ends. */
export const recordTurn = async (
  trx: Transaction<Tables>,
  inbound: Inbound,
  response: Response,
  ms: number,
  now: Date,
): Promise<void> => {
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
      at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  // A slot's value is personal data, a danger sign's words are nobody's, and what is told to a person is between the two.
  const isQuestion = !response.outcome.startsWith("danger-") && response.outcome !== "handed-off-conversing";
  const keepsWords = inbound.text && !flow && isQuestion;
  if (!keepsWords) return;
  const expires = new Date(now.getTime() + textRetentionDays * 86_400_000);
  await trx.insertInto("turn_text").values({ turn: id, text: redact(inbound.text!), expires_at: expires }).execute();
};
