import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";
import type { FileShown } from "./message.ts";
import { messagesAfter, type Stored } from "./store.ts";

/** A message as a person of the desk reads it. */
export type Line = {
  seq: number;
  from: "citizen" | "bot" | "advisor";
  name?: string;
  text: string;
  at: Date;
  locale?: Locale;
  attachment?: FileShown;
  /** Only of what is pushed: whether the channel has taken it. */
  delivery?: "pending" | "sent" | "undeliverable";
};

/** A conversation after a message, oldest first. What only opened the page is left out. */
export const transcript = async (db: Kysely<Tables>, conversationId: string, after: number): Promise<Line[]> => {
  const stored = await messagesAfter(db, conversationId, after);
  const deliveries = await db.selectFrom("delivery").select(["seq", "state"]).where("conversation_id", "=", conversationId).where("seq", ">", after).execute();
  const states = new Map(deliveries.map(({ seq, state }) => [seq, state]));
  return stored.flatMap((message) => {
    const line = lineOf(message);
    const delivery = states.get(message.seq);
    return line ? [{ ...line, text: withoutCodes(line.text), ...(delivery ? { delivery } : {}) }] : [];
  });
};

/** Codes that open a citizen's case or booking are theirs alone: a person of the desk has other ways to them. */
export const withoutCodes = (text: string): string => text.replace(code, (found) => found.replace(/[A-Z0-9]/gi, "•"));
const code = /(?<![\w-])(?=[\w-]*[A-Z])(?:[A-Z0-9]{4}-){1,2}[A-Z0-9]{4}(?![\w-])/g;

const lineOf = (message: Stored): Line | undefined => {
  const { seq, at } = message;
  if (message.direction === "out") {
    const { text, locale, from, name, attachment } = message.reply;
    return { seq, at, from: from ?? "bot", text, locale, ...(name ? { name } : {}), ...(attachment ? { attachment } : {}) };
  }
  const { text, start, choice, attachment } = message.inbound;
  if (start !== undefined) return undefined;
  const file = attachment?.file && { name: attachment.name ?? attachment.kind, type: attachment.file.type, size: attachment.file.size };
  return { seq, at, from: "citizen", text: text ?? (file ? "" : (choice ?? "")), ...(file ? { attachment: file } : {}) };
};
