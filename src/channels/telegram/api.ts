import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { largestFile, type Fetch, type File } from "../../conversation/files.ts";
import type { Delivered, Push } from "../../conversation/delivery.ts";
import type { Texts } from "../../text.ts";
import { withName } from "../plain.ts";
import type { CommandList } from "./commands.ts";
import { toHtml, withoutMarks } from "./html.ts";
import { keyboardOf, spentKeyboard } from "./keyboard.ts";
import { split } from "./split.ts";
import { updateIn, type UpdateIn } from "./update.ts";

/** An update as it came; without `read` it is of a kind that is not read here. */
export type Arrived = { id: number; read?: UpdateIn };

export type TelegramApi = {
  /** Waits up to `seconds` for updates from `offset` on; those before it are confirmed by asking. */
  updates: (offset: number, seconds: number, signal: AbortSignal) => Promise<Arrived[]>;
  push: Push;
  fetch: Fetch;
  /** Shows for some seconds that somebody is writing. */
  typing: (chatId: number) => Promise<void>;
  acknowledge: (callbackId: string) => Promise<void>;
  /** Leaves of a message's keyboard only the choice that was made. */
  spend: (chatId: number, messageId: number, chosen: string) => Promise<void>;
  introduce: (lists: CommandList[]) => Promise<void>;
  setWebhook: (url: string, secret: string) => Promise<void>;
  deleteWebhook: () => Promise<void>;
};

export type TelegramOptions = {
  /** The file of a message that is to be sent. */
  files: (conversationId: string, seq: number) => Promise<File | undefined>;
  callMs?: number;
};

const wanted = ["message", "edited_message", "callback_query"] as const;
const longest = 4096;
/** Shorter than the lease of a delivery: what hangs is given up before another replica sends it too. */
const patientMs = 15_000;

/** Telegram's Bot API, as far as this service uses it. `root` replaces Telegram's own address. */
export const createTelegramApi = (token: string, root: string | undefined, texts: Texts, { files, callMs = patientMs }: TelegramOptions): TelegramApi => {
  const api = new Api(token, { ...(root ? { apiRoot: root.replace(/\/+$/, "") } : {}), timeoutSeconds: 60 });
  return {
    updates: async (offset, seconds, signal) => {
      const given = await api.getUpdates({ offset, timeout: seconds, allowed_updates: wanted }, signalFor(signal));
      return given.map((update) => {
        const read = updateIn.safeParse(update).data;
        return { id: update.update_id, ...(read ? { read } : {}) };
      });
    },
    push: async (address, reply, { conversationId, seq, externalId }) => {
      const { list, rows } = keyboardOf(reply.choices, seq);
      const chat = { api, callMs, chatId: (address as { chatId: number }).chatId };
      const markdown = [withName(texts, reply), list].filter(Boolean).join("\n\n");
      const file = reply.attachment && (await files(conversationId, seq));
      return file ? sendFile(chat, file, markdown) : sendNext(chat, split(markdown, longest), rows, externalId);
    },
    fetch: async (ref) => {
      const found = await api.getFile(ref, signalFor(AbortSignal.timeout(callMs))).catch(goneIsNothing);
      const path = found?.file_path;
      const from = `${root?.replace(/\/+$/, "") ?? "https://api.telegram.org"}/file/bot${token}/${path}`;
      const response = path ? await fetch(from, { signal: AbortSignal.timeout(callMs) }) : undefined;
      if (!response?.ok || Number(response.headers.get("content-length") ?? 0) > largestFile) return undefined;
      return new Uint8Array(await response.arrayBuffer());
    },
    typing: async (chatId) => {
      await api.sendChatAction(chatId, "typing", {}, signalFor(AbortSignal.timeout(callMs)));
    },
    acknowledge: async (id) => {
      await api.answerCallbackQuery(id, {}, signalFor(AbortSignal.timeout(callMs)));
    },
    spend: async (chatId, messageId, chosen) => {
      const keyboard = { reply_markup: { inline_keyboard: spentKeyboard(chosen) } };
      await api.editMessageReplyMarkup(chatId, messageId, keyboard, signalFor(AbortSignal.timeout(callMs)));
    },
    introduce: async (lists) => {
      for (const { language, commands } of lists) {
        await api.setMyCommands(commands, language ? { language_code: language } : {});
      }
    },
    setWebhook: async (url, secret) => {
      await api.setWebhook(url, { secret_token: secret, allowed_updates: wanted });
    },
    deleteWebhook: async () => {
      await api.deleteWebhook();
    },
  };
};

/** What a failed call can be told about in a log, and how long Telegram asks to wait: never the address. */
export const faultOf = (fault: unknown): { fault: string; code?: number; seconds?: number } => {
  if (!(fault instanceof GrammyError)) return { fault: fault instanceof Error ? fault.name : typeof fault };
  const seconds = fault.parameters.retry_after;
  return { fault: fault.name, code: fault.error_code, ...(seconds ? { seconds } : {}) };
};

type Chat = { api: Api; chatId: number; callMs: number };

/** Sends the piece that comes after those in `before` (message ids with spaces between), the keyboard with the last. */
const sendNext = async (
  chat: Chat,
  pieces: string[],
  rows: ReturnType<typeof keyboardOf>["rows"],
  before: string | null,
): Promise<Delivered> => {
  const done = before?.split(" ") ?? [];
  const piece = pieces[done.length];
  if (piece === undefined) return { status: "sent", ...(before ? { externalId: before } : {}) };
  const isLast = done.length === pieces.length - 1;
  const extra = {
    link_preview_options: { is_disabled: true },
    ...(isLast && rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
  };
  try {
    const sent = await sendReadable(chat, piece, extra);
    return { status: isLast ? "sent" : "partly", externalId: [...done, sent.message_id].join(" ") };
  } catch (fault) {
    return outcomeOf(fault);
  }
};

/** A document with the name of who sends it as its caption. */
const sendFile = async ({ api, callMs, chatId }: Chat, { name, bytes }: File, caption: string): Promise<Delivered> => {
  try {
    const sent = await api.sendDocument(chatId, new InputFile(bytes, name), { caption: toHtml(caption), parse_mode: "HTML" }, signalFor(AbortSignal.timeout(callMs)));
    return { status: "sent", externalId: String(sent.message_id) };
  } catch (fault) {
    return outcomeOf(fault);
  }
};

/** With bold and links; as bare text when Telegram cannot read those. */
const sendReadable = async ({ api, callMs, chatId }: Chat, markdown: string, extra: Parameters<Api["sendMessage"]>[2]) => {
  try {
    return await api.sendMessage(chatId, toHtml(markdown), { ...extra, parse_mode: "HTML" }, signalFor(AbortSignal.timeout(callMs)));
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault;
    return await api.sendMessage(chatId, withoutMarks(markdown), extra, signalFor(AbortSignal.timeout(callMs)));
  }
};

/** Telegram keeps files for a while only. */
const goneIsNothing = (fault: unknown): undefined => {
  if (!(fault instanceof GrammyError && fault.error_code === 400)) throw fault;
};

const isUnreadable = (fault: unknown): boolean =>
  fault instanceof GrammyError && fault.error_code === 400 && /parse entities/i.test(fault.description);

const outcomeOf = (fault: unknown): Delivered => {
  if (fault instanceof HttpError) return { status: "later" };
  if (!(fault instanceof GrammyError)) throw fault;
  if (isGone(fault)) return { status: "undeliverable" };
  if (fault.error_code === 400) return { status: "refused", reason: fault.description };
  const seconds = fault.parameters.retry_after;
  return { status: "later", ...(seconds ? { seconds } : {}) };
};

const isGone = ({ error_code: code, description }: GrammyError): boolean =>
  code === 403 || (code === 400 && /chat not found|deactivated|PEER_ID_INVALID/i.test(description));

/** grammY types its signal as an older polyfill's; it reads nothing of it that the platform's own has not. */
const signalFor = (signal: AbortSignal) => signal as unknown as NonNullable<Parameters<Api["getMe"]>[0]>;
