import { randomBytes } from "node:crypto";
import type { Router } from "express";
import type { Config } from "../../config.ts";
import { keptFile, type Fetch } from "../../conversation/files.ts";
import type { Push } from "../../conversation/delivery.ts";
import type { Reception } from "../../conversation/reception.ts";
import type { Db } from "../../db/open.ts";
import { settingOnce } from "../../db/setting.ts";
import type { Log } from "../../log.ts";
import type { Replicas } from "../../replicas/replicas.ts";
import type { Texts } from "../../text.ts";
import { createTelegramApi } from "./api.ts";
import { commandLists, commandTable } from "./commands.ts";
import { insist, pollTelegram } from "./poll.ts";
import type { TakeParts } from "./take.ts";
import { telegramWebhook } from "./webhook.ts";

export type TelegramParts = { db: Db; receive: Reception["receive"]; texts: Texts; log: Log; replicas: Pick<Replicas, "allow"> };

export type Telegram = {
  push: Push;
  /** Fetches a citizen's file by Telegram's own reference. */
  fetch: Fetch;
  /** Shows in a conversation that a person is writing; nothing happens where that fails. */
  typing: (conversationId: string) => Promise<void>;
  /** Only with a webhook secret. */
  router: Router | undefined;
  /** Tells Telegram the commands and where updates go, or polls; ends some time after the signal. */
  start: (publicUrl: string, signal: AbortSignal) => Promise<void>;
};

export const createTelegram = async (
  { token, apiRoot, webhookSecret }: NonNullable<Config["telegram"]>,
  { db, receive, texts, log, replicas }: TelegramParts,
): Promise<Telegram> => {
  const api = createTelegramApi(token, apiRoot, texts, { files: (conversationId, seq) => keptFile(db, conversationId, seq) });
  const salt = await settingOnce(db, "telegram-salt", () => randomBytes(32).toString("base64url"));
  const parts: TakeParts = { api, db, receive, replicas, commands: commandTable(texts), log, salt };
  const listen = async (publicUrl: string, signal: AbortSignal) => {
    if (webhookSecret) return insist(parts, signal, () => api.setWebhook(`${publicUrl}/channels/telegram`, webhookSecret));
    await insist(parts, signal, () => api.deleteWebhook());
    return pollTelegram(parts, signal);
  };
  return {
    push: api.push,
    fetch: api.fetch,
    typing: async (conversationId) => {
      const found = await db.selectFrom("conversation").select("address").where("id", "=", conversationId).executeTakeFirst();
      const chatId = (found?.address as { chatId?: number } | null | undefined)?.chatId;
      if (chatId !== undefined) await api.typing(chatId).catch(() => undefined);
    },
    router: webhookSecret ? telegramWebhook(parts, webhookSecret) : undefined,
    start: async (publicUrl, signal) => {
      await Promise.all([insist(parts, signal, () => api.introduce(commandLists(texts))), listen(publicUrl, signal)]);
    },
  };
};
