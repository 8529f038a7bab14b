import { z } from "zod";
import type { Inbound } from "../../conversation/message.ts";
import type { Attachment, AttachmentKind } from "../../flow/types.ts";
import { isLocale } from "../../locale.ts";

const chat = z.looseObject({ id: z.number(), type: z.string() });
const from = z.looseObject({ id: z.number(), language_code: z.string().optional() });
const message = z.looseObject({
  message_id: z.number(),
  chat,
  from: from.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
});

/** What of an update is read. */
export const updateIn = z.looseObject({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .looseObject({ id: z.string(), from, data: z.string().optional(), message: message.optional() })
    .optional(),
  my_chat_member: z.looseObject({ chat, new_chat_member: z.looseObject({ status: z.string() }) }).optional(),
});
export type UpdateIn = z.infer<typeof updateIn>;
type Message = z.infer<typeof message>;

/** The words of a slash command → what it does: a choice of `conversation/handlers/chosen.ts`. */
export type CommandTable = Record<string, string>;

export type Pressed = { callbackId: string; chatId: number; messageId: number; seq: number; index: number };

/** What an update asks for. */
export type Read =
  | { kind: "inbound"; inbound: Omit<Inbound, "conversationId">; chatId: number }
  | { kind: "pressed"; pressed: Pressed; turnId: string; language?: string }
  | { kind: "spent"; callbackId: string }
  | { kind: "nothing" };

/** Only private chats: in a group a citizen's words would be everybody's. */
export const readUpdate = (update: UpdateIn, commands: CommandTable): Read => {
  const turnId = String(update.update_id);
  if (update.callback_query) return readPress(update.callback_query, turnId);
  const said = update.message ?? update.edited_message;
  if (said?.chat.type !== "private") return { kind: "nothing" };
  const language = said.from?.language_code?.slice(0, 2);
  const base = { channel: "telegram" as const, turnId, ...(isLocale(language) ? { locale: language } : {}) };
  return { kind: "inbound", chatId: said.chat.id, inbound: { ...base, ...contentOf(said, commands) } };
};

const readPress = (query: NonNullable<UpdateIn["callback_query"]>, turnId: string): Read => {
  const parts = /^(\d{1,9})\.(\d{1,2})$/.exec(query.data ?? "");
  if (!parts || query.message?.chat.type !== "private") return { kind: "spent", callbackId: query.id };
  return {
    kind: "pressed",
    turnId,
    ...(query.from.language_code ? { language: query.from.language_code.slice(0, 2) } : {}),
    pressed: {
      callbackId: query.id,
      chatId: query.message.chat.id,
      messageId: query.message.message_id,
      seq: Number(parts[1]),
      index: Number(parts[2]),
    },
  };
};

const contentOf = (said: Message, commands: CommandTable): Partial<Inbound> => {
  const text = said.text ?? said.caption;
  const attachment = attachmentIn(said);
  const [, name, payload] = /^\/(\w{1,32})(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(text ?? "") ?? [];
  if (name === "start") return { start: payload ?? "welcome" };
  const choice = name ? commands[name.toLowerCase()] : undefined;
  return {
    ...(text === undefined ? {} : { text }),
    ...(choice ? { choice } : {}),
    ...(attachment ? { attachment } : {}),
  };
};

const kinds: Record<string, AttachmentKind> = {
  photo: "photo", voice: "voice", audio: "voice", video: "video", video_note: "video", animation: "video",
  document: "document", sticker: "sticker", location: "location", venue: "location", contact: "contact",
  poll: "other", dice: "other", game: "other",
};

const attachmentIn = (said: Message): Attachment | undefined => {
  const found = Object.entries(kinds).find(([field]) => said[field] !== undefined);
  return found && { kind: found[1] };
};
