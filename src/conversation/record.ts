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
  const { intent, flow, step, passages, score } = response.detail;
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
      at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  // A slot's value is personal data and a danger sign's words are nobody's: only questions are kept.
  const keepsWords = inbound.text && !flow && !response.outcome.startsWith("danger-");
  if (!keepsWords) return;
  const expires = new Date(now.getTime() + textRetentionDays * 86_400_000);
  await trx.insertInto("turn_text").values({ turn: id, text: redact(inbound.text!), expires_at: expires }).execute();
};
