import { readHtml } from "./telegram-html.ts";

export type Update = { update_id: number } & Record<string, unknown>;
export type Call = { method: string; payload: Record<string, unknown>; at: number };
export type Button = { text: string; callback_data: string };
export type Sent = { chatId: number; messageId: number; text: string; html: boolean; keyboard: Button[][] };
export type Answer = { result: unknown } | { status: number; description: string };

/** What Telegram knows: chats, messages, updates that wait, the webhook. */
export type World = ReturnType<typeof createWorld>;

export const createWorld = () => {
  let updateId = 710_000_000;
  let messageId = 100;
  let changed: (() => void)[] = [];
  const world = {
    queue: [] as Update[],
    calls: [] as Call[],
    sent: [] as Sent[],
    documents: [] as { chatId: number; name: string; bytes: Buffer; caption: string }[],
    files: new Map<string, Buffer>(),
    commands: new Map<string, { command: string; description: string }[]>(),
    chats: new Set<number>(),
    blocked: new Set<number>(),
    callbacks: new Set<string>(),
    webhook: undefined as { url: string; secret: string } | undefined,
    webhookAnswers: [] as number[],
    allowed: undefined as string[] | undefined,
    polls: 0,
    nextMessageId: () => messageId++,
    change: () => {
      const told = changed;
      changed = [];
      for (const tell of told) tell();
    },
    changes: () => new Promise<void>((resolve) => { changed.push(resolve); }),
    deliver: (updates: Update[]) => {
      world.queue.push(...updates.filter((update) => isWanted(world.allowed, update)));
      world.change();
    },
    /** A citizen's message in a private chat: text, or any other field of a message. */
    message: (chatId: number, said: string | Record<string, unknown>, language = "es"): Update => {
      world.chats.add(chatId);
      return { update_id: updateId++, message: messageOf(messageId++, chatId, said, language) };
    },
    /** A press on the `index`th button of a sent message. */
    press: (message: Sent, index: number, language = "es"): Update => {
      const id = `${updateId}${message.messageId}`;
      world.callbacks.add(id);
      const from = citizen(message.chatId, language);
      const shown = { ...messageOf(message.messageId, message.chatId, message.text, language), from: { id: 1, is_bot: true } };
      return { update_id: updateId++, callback_query: { id, from, chat_instance: "1", data: message.keyboard.flat()[index]!.callback_data, message: shown } };
    },
  };
  return world;
};

const isWanted = (allowed: string[] | undefined, update: Update): boolean =>
  !allowed || Object.keys(update).some((field) => allowed.includes(field));

const citizen = (id: number, language: string) => ({ id, is_bot: false, first_name: "Ana", language_code: language });

const messageOf = (message_id: number, chatId: number, said: string | Record<string, unknown>, language: string) => ({
  message_id,
  date: 1_795_000_000,
  chat: { id: chatId, type: "private", first_name: "Ana" },
  from: citizen(chatId, language),
  ...(typeof said === "string" ? { text: said } : said),
});

type Method = (world: World, payload: Record<string, unknown>, gone: Promise<void>) => Answer | Promise<Answer>;

const refusal = (status: number, description: string): Answer => ({ status, description });
const bad = (description: string) => refusal(400, `Bad Request: ${description}`);

const getUpdates: Method = async (world, payload, gone) => {
  if (world.webhook) return refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
  const { offset = 0, timeout = 0, allowed_updates: allowed } = payload as { offset?: number; timeout?: number; allowed_updates?: string[] };
  if (allowed) world.allowed = allowed;
  world.queue.splice(0, world.queue.length, ...world.queue.filter((update) => update.update_id >= offset));
  const me = ++world.polls;
  world.change();
  let left = false;
  void gone.then(() => { left = true; world.change(); });
  for (const until = performance.now() + timeout * 1000; !left && world.queue.length === 0 && performance.now() < until; ) {
    await Promise.race([world.changes(), new Promise((resolve) => setTimeout(resolve, until - performance.now()).unref())]);
    if (world.polls !== me) {
      return refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
    }
  }
  return { result: world.queue.slice(0, 100) };
};

const sendMessage: Method = (world, payload) => {
  const { chat_id: chatId, text = "", parse_mode: mode } = payload as { chat_id: number; text?: string; parse_mode?: string };
  if (!world.chats.has(chatId)) return bad("chat not found");
  if (world.blocked.has(chatId)) return refusal(403, "Forbidden: bot was blocked by the user");
  const read = mode === "HTML" ? readHtml(text) : { text };
  if ("fault" in read) return bad(read.fault);
  if (!read.text.trim()) return bad("message text is empty");
  if (read.text.length > 4096) return bad("message is too long");
  const keyboard = ((payload["reply_markup"] ?? {}) as { inline_keyboard?: Button[][] }).inline_keyboard ?? [];
  const fault = keyboardFault(keyboard);
  if (fault) return bad(fault);
  const sent = { chatId, messageId: world.nextMessageId(), text: read.text, html: mode === "HTML", keyboard };
  world.sent.push(sent);
  return { result: { message_id: sent.messageId, date: 1_795_000_000, chat: { id: chatId, type: "private" }, text: read.text } };
};

const sendDocument: Method = (world, payload) => {
  const { chat_id: chatId, document, caption = "" } = payload as { chat_id: number; document?: { name: string; bytes: Buffer }; caption?: string };
  if (!world.chats.has(chatId)) return bad("chat not found");
  if (world.blocked.has(chatId)) return refusal(403, "Forbidden: bot was blocked by the user");
  if (!document?.bytes?.length) return bad("file must be non-empty");
  const read = readHtml(caption);
  if ("fault" in read) return bad(read.fault);
  world.documents.push({ chatId, name: document.name, bytes: document.bytes, caption: read.text });
  return { result: { message_id: world.nextMessageId(), date: 1_795_000_000, chat: { id: chatId, type: "private" } } };
};

const getFile: Method = (world, { file_id: id }) =>
  world.files.has(String(id)) ? { result: { file_id: id, file_unique_id: id, file_path: `documents/${String(id)}` } } : bad("file is temporarily unavailable");

const keyboardFault = (rows: Button[][]): string | undefined => {
  const buttons = rows.flat();
  if (buttons.length > 100 || rows.some((row) => row.length > 8)) return "reply markup is too long";
  if (buttons.some(({ text }) => !text.trim())) return "can't parse inline keyboard button: Text buttons must be non-empty";
  const bytes = buttons.map(({ callback_data: data }) => Buffer.byteLength(data));
  return bytes.some((count) => count < 1 || count > 64) ? "BUTTON_DATA_INVALID" : undefined;
};

const editMessageReplyMarkup: Method = (world, payload) => {
  const message = world.sent.find(({ messageId }) => messageId === payload["message_id"]);
  if (!message) return bad("message to edit not found");
  const { inline_keyboard: keyboard = [] } = (payload["reply_markup"] ?? {}) as { inline_keyboard?: Button[][] };
  const fault = keyboardFault(keyboard);
  if (fault) return bad(fault);
  if (JSON.stringify(keyboard) === JSON.stringify(message.keyboard)) return bad("message is not modified");
  message.keyboard = keyboard;
  return { result: true };
};

const setMyCommands: Method = (world, payload) => {
  const { commands, language_code: language = "" } = payload as { commands: { command: string; description: string }[]; language_code?: string };
  if (commands.some(({ command }) => !/^[a-z0-9_]{1,32}$/.test(command))) return bad("BOT_COMMAND_INVALID");
  if (commands.some(({ description }) => !description || description.length > 256)) return bad("BOT_COMMAND_DESCRIPTION_INVALID");
  world.commands.set(language, commands);
  return { result: true };
};

const setWebhook: Method = (world, payload) => {
  const { url, secret_token: secret = "", allowed_updates: allowed } = payload as { url: string; secret_token?: string; allowed_updates?: string[] };
  if (!URL.canParse(url)) return bad("bad webhook: An HTTPS URL must be provided for webhook");
  world.webhook = { url, secret };
  world.allowed = allowed;
  return { result: true };
};

/** What each method of the Bot API answers. */
export const answers: Record<string, Method> = {
  getUpdates, sendMessage, sendDocument, getFile, editMessageReplyMarkup, setMyCommands, setWebhook,
  getMe: () => ({ result: { id: 110201543, is_bot: true, first_name: "Ventanilla", username: "VentanillaBot" } }),
  deleteWebhook: (world) => {
    world.webhook = undefined;
    return { result: true };
  },
  answerCallbackQuery: (world, payload) =>
    world.callbacks.delete(String(payload["callback_query_id"]))
      ? { result: true }
      : bad("query is too old and response timeout expired or query ID is invalid"),
};
