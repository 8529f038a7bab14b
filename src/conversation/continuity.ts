import { createHash, randomInt } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";

/** Letters and figures that are not taken for one another, read or heard; no vowels, so that no word is a code. */
const alphabet = "CDFHJKMNPQRTVWXY23456789";
const length = 6;

/** Makes a code for a conversation; one that it had before is of no use any more. The table keeps only its hash. */
export const makeCode = async (
  trx: Transaction<Tables>, conversationId: string, { now, minutes }: { now: Date; minutes: number },
): Promise<string> => {
  const code = draw();
  const expires_at = new Date(now.getTime() + minutes * 60_000);
  await trx.deleteFrom("continuity_code").where((e) => e.or([e("conversation_id", "=", conversationId), e("expires_at", "<", now)])).execute();
  await trx.insertInto("continuity_code").values({ hash: hashOf(code), conversation_id: conversationId, expires_at, used_at: null }).execute();
  return code;
};

/** The conversation that a code was given to, once, while it lives. */
export const useCode = async (trx: Transaction<Tables>, code: string, now: Date, notFor: string): Promise<string | undefined> => {
  const used = await trx
    .updateTable("continuity_code")
    .set({ used_at: now })
    .where("hash", "=", hashOf(code))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .where("conversation_id", "<>", notFor)
    .returning("conversation_id")
    .executeTakeFirst();
  return used?.conversation_id;
};

/** The code in a message that is nothing else: "k7m 4tq" → "K7M4TQ". */
export const codeIn = (text: string): string | undefined => {
  const code = text.trim().toUpperCase().replace(/[\s-]/g, "");
  return text.length <= 20 && isCode(code) ? code : undefined;
};

/** As it is shown: K7M-4TQ. */
export const shownCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;

/** Figures alone would be a document, letters alone a word. */
const isCode = (code: string): boolean =>
  code.length === length && [...code].every((letter) => alphabet.includes(letter)) && /\d/.test(code) && /[A-Z].*[A-Z]/.test(code);

const draw = (): string => {
  for (;;) {
    const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]!).join("");
    if (isCode(code)) return code;
  }
};

const hashOf = (code: string): string => createHash("sha256").update(`continuity:${code}`).digest("hex");

/** The conversation that moves, with its row locked. */
export const lockedState = (trx: Transaction<Tables>, id: string) =>
  trx.selectFrom("conversation").select(["channel", "locale", "state", sql<string>`version::text`.as("version")]).where("id", "=", id).forUpdate().executeTakeFirst();
