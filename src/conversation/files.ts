import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Channel, FileShown, Inbound } from "./message.ts";

export const largestFile = 10 * 1024 * 1024;

/** A file with its type as its content says, whatever its sender called it. */
export type File = FileShown & { bytes: Uint8Array };

/** Fetches a file that a channel keeps, by the channel's own reference; undefined when it is gone. */
export type Fetch = (ref: string) => Promise<Uint8Array | undefined>;

/** The file, when it is one of those that may be handed on and is not too large. */
export const readable = (bytes: Uint8Array, name: string): File | undefined => {
  const type = typeOf(bytes);
  if (!type || bytes.length > largestFile) return undefined;
  return { bytes, type, size: bytes.length, name: named(name, type) };
};

/** Keeps the file of a message. */
export const keepFile = async (trx: Transaction<Tables>, conversationId: string, seq: number, { bytes, name, type, size }: File): Promise<void> => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await trx
    .insertInto("attachment")
    .values({ conversation_id: conversationId, seq, name, type, size, sha256, bytes: Buffer.from(bytes) })
    .onConflict((conflict) => conflict.columns(["conversation_id", "seq"]).doNothing())
    .execute();
};

/** The file of a message, if it is kept here. */
export const keptFile = async (db: Kysely<Tables>, conversationId: string, seq: number): Promise<File | undefined> =>
  db.selectFrom("attachment").select(["name", "type", "size", "bytes"]).where("conversation_id", "=", conversationId).where("seq", "=", seq).executeTakeFirst();

/** The file of a message: the one that is kept, else fetched from its channel, once. */
export const openFile = async (
  db: Kysely<Tables>,
  fetches: Partial<Record<Channel, Fetch>>,
  conversationId: string,
  seq: number,
): Promise<File | undefined> => {
  const kept = await keptFile(db, conversationId, seq);
  if (kept) return kept;
  const message = await db
    .selectFrom("message").select(["channel", "payload"])
    .where("conversation_id", "=", conversationId).where("seq", "=", seq).where("direction", "=", "in")
    .executeTakeFirst();
  const attachment = (message?.payload as Inbound | undefined)?.attachment;
  const bytes = attachment?.file?.ref ? await fetches[message!.channel as Channel]?.(attachment.file.ref) : undefined;
  const file = bytes && readable(bytes, attachment?.name ?? "");
  if (file) await db.transaction().execute((trx) => keepFile(trx, conversationId, seq, file));
  return file;
};

const kinds: { type: string; ending: string; begins: (at: (from: number, text: string) => boolean, bytes: Uint8Array) => boolean }[] = [
  { type: "image/jpeg", ending: "jpg", begins: (_, [a, b, c]) => a === 0xff && b === 0xd8 && c === 0xff },
  { type: "image/png", ending: "png", begins: (at, [first]) => first === 0x89 && at(1, "PNG\r\n\x1a\n") },
  { type: "image/webp", ending: "webp", begins: (at) => at(0, "RIFF") && at(8, "WEBP") },
  { type: "application/pdf", ending: "pdf", begins: (at) => at(0, "%PDF-") },
  { type: "audio/ogg", ending: "ogg", begins: (at) => at(0, "OggS") },
  { type: "audio/mpeg", ending: "mp3", begins: (at, [a = 0, b = 0]) => at(0, "ID3") || (a === 0xff && [0xfb, 0xf3, 0xf2, 0xfa].includes(b)) },
  { type: "audio/mp4", ending: "m4a", begins: (at) => at(4, "ftypM4A") },
  { type: "video/mp4", ending: "mp4", begins: (at) => at(4, "ftyp") },
];

/** The types of files that go from a citizen to a person and back. */
export const handedOn: readonly string[] = kinds.map(({ type }) => type);

const typeOf = (bytes: Uint8Array): string | undefined => {
  const at = (from: number, text: string) => Buffer.from(bytes.subarray(from, from + text.length)).toString("latin1") === text;
  return kinds.find(({ begins }) => begins(at, bytes))?.type;
};

/** A name that cannot leave its folder or pretend another type. */
const named = (given: string, type: string): string => {
  const { ending } = kinds.find((kind) => kind.type === type)!;
  const base = given.replace(/^.*[/\\]/, "").replace(/[^\p{L}\p{N} ._()-]/gu, "").replace(/\.[\w]{1,5}$/, "").trim().slice(-80);
  return `${base || "archivo"}.${ending}`;
};
