import type { Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";

/** A letter. The same `key` again is not sent again; `attach` names a document that is made when it is sent. */
export type Letter = { key: string; to: string; subject: string; text: string; attach?: string };

/** Puts a letter into the queue together with what it tells of. */
export type QueueMail = (trx: Transaction<Tables>, letter: Letter, now: Date) => Promise<void>;

export const queueMail: QueueMail = async (trx, { key, to, subject, text, attach }, now) => {
  await trx
    .insertInto("mail")
    .values({ key, recipient: to, subject, text, attach: attach ?? null, at: now, next_attempt_at: now })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
};
