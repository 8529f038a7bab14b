import { createHmac, timingSafeEqual } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import express, { type RequestHandler, type Router } from "express";
import type { Kysely } from "kysely";
import type { Reception } from "../../conversation/reception.ts";
import type { Reply } from "../../conversation/message.ts";
import type { Tables } from "../../db/tables.ts";
import { isLocale, locales, type Locale } from "../../locale.ts";
import type { Log } from "../../log.ts";
import type { Texts } from "../../text.ts";
import type { TelegramApi } from "./api.ts";
import { readUpdate, updateIn, type CommandTable, type Pressed, type UpdateIn } from "./update.ts";

export type TelegramParts = {
  api: TelegramApi;
  db: Kysely<Tables>;
  receive: Reception["receive"];
  texts: Texts;
  log: Log;
  /** Keeps chat ids out of conversation ids, and so out of figures. */
  salt: string;
};

/** What can be asked by a slash command, in the order of Telegram's menu. */
const commands = {
  menu: "flow:welcome",
  tramites: "flow:find-tramite",
  contact: "flow:contact",
  language: "flow:language",
  person: "person",
  help: "command:help",
  cancel: "command:cancel",
} as const;

/** Takes updates in; the same update again does nothing. Throws only when it could not be stored. */
export const takeUpdate = async (parts: TelegramParts, update: UpdateIn): Promise<void> => {
  const read = readUpdate(update, commandTable(parts.texts));
  switch (read.kind) {
    case "inbound":
      await parts.receive({ ...read.inbound, conversationId: conversationOf(parts, read.chatId) }, { chatId: read.chatId });
      return;
    case "pressed":
      return takePress(parts, read.pressed, read.turnId, read.language);
    case "spent":
      return attempt(parts, () => parts.api.acknowledge(read.callbackId));
    case "nothing":
      return;
    default:
      return read satisfies never;
  }
};

/** The words of the commands in a language, for Telegram's menu. */
export const commandLists = (texts: Texts) => {
  const list = (locale: Locale) =>
    Object.keys(commands).map((name) => ({
      command: texts.text(`channel.telegram.${name}.command`, locale),
      description: texts.text(`channel.telegram.${name}.description`, locale),
    }));
  return [{ commands: list("es") }, ...locales.map((language) => ({ language, commands: list(language) }))];
};

/** `POST /channels/telegram`: answers 200 once the update is stored; anything else makes Telegram send it again. */
export const telegramWebhook = (parts: TelegramParts, secret: string): Router => {
  const router = express.Router();
  const guard: RequestHandler = (req, res, next) => {
    if (sameSecret(req.get("x-telegram-bot-api-secret-token") ?? "", secret)) next();
    else res.status(401).json({ error: "wrong secret token" });
  };
  router.post("/", guard, express.json({ limit: "1mb" }), async (req, res) => {
    const update = updateIn.safeParse(req.body);
    if (update.success) await takeUpdate(parts, update.data);
    res.status(200).json({});
  });
  return router;
};

/** Long polling, until the signal: an update is confirmed by the next question, after it was stored. */
export const pollTelegram = async (parts: TelegramParts, signal: AbortSignal): Promise<void> => {
  for (let offset = 0; !signal.aborted; ) {
    try {
      for (const update of await parts.api.updates(offset, 30, signal)) {
        await takeUpdate(parts, update);
        offset = update.update_id + 1;
      }
    } catch (fault) {
      if (signal.aborted) return;
      parts.log.warn({ fault: fault instanceof Error ? fault.name : typeof fault }, "telegram cannot be reached");
      await wait(3000, undefined, { signal }).catch(() => undefined);
    }
  }
};

const takePress = async (parts: TelegramParts, pressed: Pressed, turnId: string, language?: string) => {
  const { chatId, messageId, callbackId } = pressed;
  const conversationId = conversationOf(parts, chatId);
  const choice = await choiceOf(parts.db, conversationId, pressed);
  if (choice) {
    const locale = isLocale(choice.locale) ? { locale: choice.locale } : isLocale(language) ? { locale: language } : {};
    await parts.receive(
      { channel: "telegram", conversationId, turnId, text: choice.title, choice: choice.value, ...locale },
      { chatId },
    );
  }
  await attempt(parts, () => parts.api.acknowledge(callbackId));
  if (choice) await attempt(parts, () => parts.api.spend(chatId, messageId, choice.title));
};

/** The stored choice behind a button. */
const choiceOf = async (db: Kysely<Tables>, conversationId: string, { seq, index }: Pressed) => {
  const row = await db
    .selectFrom("message")
    .select("payload")
    .where("conversation_id", "=", conversationId)
    .where("seq", "=", seq)
    .where("direction", "=", "out")
    .executeTakeFirst();
  const reply = row?.payload as Reply | undefined;
  const choice = reply?.choices[index];
  return choice && { ...choice, locale: reply?.locale };
};

const commandTable = (texts: Texts): CommandTable =>
  Object.fromEntries(
    Object.entries(commands).flatMap(([name, choice]) =>
      locales.map((locale) => [texts.text(`channel.telegram.${name}.command`, locale), choice])),
  );

const conversationOf = ({ salt }: TelegramParts, chatId: number): string =>
  `tg-${createHmac("sha256", salt).update(String(chatId)).digest("base64url").slice(0, 22)}`;

const sameSecret = (given: string, secret: string): boolean => {
  const mac = (text: string) => createHmac("sha256", "telegram").update(text).digest();
  return timingSafeEqual(mac(given), mac(secret));
};

/** For what may fail without loss: the little clock on a pressed button. */
const attempt = async ({ log }: TelegramParts, call: () => Promise<void>): Promise<void> => {
  try {
    await call();
  } catch (fault) {
    log.debug({ fault: fault instanceof Error ? fault.name : typeof fault }, "telegram nicety failed");
  }
};
