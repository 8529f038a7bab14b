import type { Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";

/** A citizen's score of the attention, 1 (very bad) to 5 (very good). */
export const recordRating = async (
  trx: Transaction<Tables>,
  { conversationId, ...rating }: { conversationId: string; score: number; locale: Locale; channel: string; at: Date },
): Promise<void> => {
  await trx.insertInto("rating").values({ conversation_id: conversationId, ...rating }).execute();
};
