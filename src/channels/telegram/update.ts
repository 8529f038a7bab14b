import { z } from "zod";
import type { Inbound } from "../../conversation/message.ts";
import type { Attachment, AttachmentKind } from "../../flow/types.ts";
import { isLocale } from "../../locale.ts";
import type { CommandTable } from "./commands.ts";
import { handedOn, largestFile } from "../../conversation/files.ts";
import { readPress } from "./keyboard.ts";

const chat = z.looseObject({ id: z.number(), type: z.string() });
const from = z.looseObject({ id: z.number(), language_code: z.string().optional() });
const message = z.looseObject({
  message_id: z.number(),
  chat,
  from: from.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
});

/** What of an update is read. */
export const updateIn = z.looseObject({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .looseObject({ id: z.string(), from, data: z.string().optional(), message: message.optional() })
    .optional(),
});
export type UpdateIn = z.infer<typeof updateIn>;
type Message = z.infer<typeof message>;

export type Pressed = { callbackId: string; chatId: number; messageId: number; seq: number; index: number };

/** What an update asks for. */
export type Read =
  | { kind: "inbound"; inbound: Omit<Inbound, "conversationId">; chatId: number; edited: boolean }
  | { kind: "pressed"; pressed: Pressed; turnId: string; language?: string }
  | { kind: "spent"; callbackId: string }
  | { kind: "nothing" };

/** Only private chats: in a group a citizen's words would be everybody's. */
export const readUpdate = (update: UpdateIn, commands: CommandTable): Read => {
  const turnId = String(update.update_id);
  if (update.callback_query) return readQuery(update.callback_query, turnId);
  const said = update.message ?? update.edited_message;
  const edited = update.message === undefined;
  if (said?.chat.type !== "private" || isService(said)) return { kind: "nothing" };
  // A location that moves is an edit every few seconds.
  if (edited && said.text === undefined && said.caption === undefined) return { kind: "nothing" };
  return { kind: "inbound", chatId: said.chat.id, edited, inbound: { ...inboundOf(said, turnId), ...contentOf(said, commands) } };
};

const readQuery = (query: NonNullable<UpdateIn["callback_query"]>, turnId: string): Read => {
  const place = readPress(query.data ?? "");
  if (!place || query.message?.chat.type !== "private") return { kind: "spent", callbackId: query.id };
  return {
    kind: "pressed",
    turnId,
    ...(query.from.language_code ? { language: query.from.language_code.slice(0, 2) } : {}),
    pressed: { callbackId: query.id, chatId: query.message.chat.id, messageId: query.message.message_id, ...place },
  };
};

const inboundOf = (said: Message, updateId: string) => {
  const language = said.from?.language_code?.slice(0, 2);
  return {
    channel: "telegram" as const,
    // An album comes as one update for each picture: it is one message of the citizen's.
    turnId: said.media_group_id ? `album-${said.media_group_id}` : updateId,
    ...(isLocale(language) ? { locale: language } : {}),
    echo: { message: String(said.message_id) },
  };
};

const contentOf = (said: Message, commands: CommandTable): Partial<Inbound> => {
  const text = said.text ?? said.caption;
  const attachment = attachmentIn(said);
  const [, name, rest = ""] = /^\/(\w{1,32})(?:@\w+)?(?:\s+([^]*))?$/.exec(text?.trim() ?? "") ?? [];
  if (name === "start") return { start: deepLink(rest) };
  const command = name && Object.hasOwn(commands, name.toLowerCase()) ? commands[name.toLowerCase()] : undefined;
  return {
    ...(text === undefined ? {} : { text }),
    ...command,
    ...(attachment ? { attachment } : {}),
  };
};

/** Telegram allows no dot in a deep link: `t.me/…?start=contact_find` opens the intent `contact.find`. */
const deepLink = (payload: string): string => payload.trim().replaceAll("_", ".") || "welcome";

const kinds: Record<string, AttachmentKind> = {
  photo: "photo", voice: "voice", audio: "voice", video: "video", video_note: "video", animation: "video",
  document: "document", sticker: "sticker", location: "location", venue: "location", contact: "contact",
  poll: "other", dice: "other", game: "other", story: "other", paid_media: "other", checklist: "other",
};

const attachmentIn = (said: Message): Attachment | undefined => {
  const found = Object.entries(kinds).find(([field]) => said[field] !== undefined);
  return found && { kind: found[1], ...fileIn(found[0], said[found[0]]) };
};

const piece = z.looseObject({
  file_id: z.string().max(300),
  file_size: z.number().optional(),
  file_name: z.string().max(300).optional(),
  mime_type: z.string().max(100).optional(),
});

/** Types of what Telegram makes itself and does not name. */
const made: Record<string, string> = { photo: "image/jpeg", voice: "audio/ogg", audio: "audio/mpeg", video: "video/mp4", video_note: "video/mp4", animation: "video/mp4" };

/** A file that may be handed on to a person: where Telegram keeps it. Of a photo's sizes the largest. */
const fileIn = (field: string, given: unknown): Partial<Attachment> => {
  const read = piece.safeParse(Array.isArray(given) ? given.at(-1) : given).data;
  const type = read?.mime_type ?? made[field];
  if (!read || !type || !(field in made || field === "document") || (read.file_size ?? 0) > largestFile || !handedOn.includes(type)) return {};
  return { ...(read.file_name ? { name: read.file_name } : {}), contentType: type, file: { type, size: read.file_size ?? 0, ref: read.file_id } };
};

/** What Telegram itself puts into a chat: nobody said it. */
const services = ["pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "chat_background_set"];

const isService = (said: Message): boolean => services.some((field) => said[field] !== undefined);
