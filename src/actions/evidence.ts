import type { Transaction } from "kysely";
import type { CaseFile } from "../cases/types.ts";
import type { Tables } from "../db/tables.ts";
import type { Json } from "../flow/types.ts";

/** The files of an answer, as they were kept with their messages; `scanned`: all were looked into when they came in. */
export const filesOf = async (trx: Transaction<Tables>, answer: Json | undefined, scanned: boolean): Promise<CaseFile[]> => {
  const files = await Promise.all(keysIn(answer).map((key) => keptWith(trx, key)));
  return files.flatMap((file) => (file ? [{ ...file, scan: scanned ? "clean" as const : "not-scanned" as const }] : []));
};

/** `<conversation> <turn>`, see `conversation/handlers/in-flow.ts`. */
const keysIn = (answer: Json | undefined): [conversation: string, turn: string][] =>
  Array.isArray(answer) ? answer.map((file) => {
    const key = String((file as { key: string }).key);
    const blank = key.indexOf(" ");
    return [key.slice(0, blank), key.slice(blank + 1)];
  }) : [];

const keptWith = (trx: Transaction<Tables>, [conversation, turn]: [string, string]) =>
  trx
    .selectFrom("attachment")
    .innerJoin("message", (join) => join.onRef("message.conversation_id", "=", "attachment.conversation_id").onRef("message.seq", "=", "attachment.seq"))
    .select(["attachment.name", "attachment.type", "attachment.size", "attachment.sha256", "attachment.bytes"])
    .where("message.conversation_id", "=", conversation)
    .where("message.turn_id", "=", turn)
    .where("message.direction", "=", "in")
    .executeTakeFirst();
