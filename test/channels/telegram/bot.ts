import { inject, vi } from "vitest";
import { createApp, type App } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import type { Content } from "../../../src/content.ts";
import type { Reply } from "../../../src/conversation/message.ts";
import { createDatabase } from "../../setup/services.ts";
import { startTelegram, token, type Telegram } from "../../support/telegram.ts";
import type { Update } from "../../support/telegram-world.ts";
import { publishedContent } from "../../support/content.ts";

export const secret = "the-webhook-secret";

export type Bot = Awaited<ReturnType<typeof startBot>>;

type Options = {
  telegram?: Telegram;
  webhook?: boolean;
  /** The embedded database, in memory, instead of PostgreSQL. */
  memory?: boolean;
  environment?: Record<string, string>;
  now?: () => Date;
  content?: Content;
};

/** The whole service with its Telegram channel, a database of its own and a Telegram to talk to. */
export const startBot = async ({ webhook = false, memory = false, environment = {}, ...given }: Options = {}) => {
  const telegram = given.telegram ?? (await startTelegram());
  const database = memory || "DATA_DIR" in environment ? {} : { DATABASE_URL: await createDatabase(inject("postgresUrl")) };
  const config = readConfig({
    PORT: "0", DATA_DIR: "memory://", LOG_LEVEL: "silent", ...database,
    TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root,
    ...(webhook ? { TELEGRAM_WEBHOOK_SECRET: secret } : {}),
    ...environment,
  });
  const { now, content = publishedContent() } = given;
  const app = await createApp(config, { content, ...(now ? { now } : {}) });
  const url = await app.listen();
  return {
    app, telegram, url,
    hook: `${url}/channels/telegram`,
    /** Hands an update over and waits for its turn: outcome, what was said, and what reached the chat. */
    tell: async (update: Update) => {
      telegram.deliver(update);
      return told(app, telegram, update);
    },
    told: (update: Update) => told(app, telegram, update),
    turns: (...updates: Update[]) => turns(app, updates),
    close: async () => {
      await app.close();
      if (!given.telegram) await telegram.close();
    },
  };
};

/** Chats that no other test of the run talks in. */
export const newChat = (): number => 4_000_000_000 + Math.floor(Math.random() * 900_000_000);

export const until = (condition: () => unknown, timeout = 30_000) =>
  vi.waitUntil(async () => Boolean(await condition()), { timeout, interval: 20 });

const told = async ({ service: { db } }: App, telegram: Telegram, update: Update) => {
  const turnId = String(update.update_id);
  const turn = await vi.waitUntil(
    () => db.db.selectFrom("turn").selectAll().where("turn_id", "=", turnId).executeTakeFirst(),
    { timeout: 30_000, interval: 20 },
  );
  await until(async () => (await undelivered(db, turnId)) === 0);
  const rows = await db.db
    .selectFrom("message")
    .innerJoin("delivery", (join) =>
      join.onRef("delivery.conversation_id", "=", "message.conversation_id").onRef("delivery.seq", "=", "message.seq"))
    .select(["payload", "external_id", "delivery.state"])
    .where("turn_id", "=", turnId)
    .orderBy("message.seq")
    .execute();
  const ids = rows.flatMap((row) => (row.external_id ?? "").split(" ")).filter(Boolean).map(Number);
  return {
    outcome: turn.outcome,
    turn,
    replies: rows.map((row) => row.payload as Reply),
    refs: rows.map((row) => (row.payload as Reply).ref),
    states: rows.map((row) => row.state),
    sent: telegram.sent().filter((message) => ids.includes(message.messageId)),
  };
};

const undelivered = async (db: App["service"]["db"], turnId: string): Promise<number> => {
  const rows = await db.db
    .selectFrom("delivery")
    .innerJoin("message", (join) =>
      join.onRef("delivery.conversation_id", "=", "message.conversation_id").onRef("delivery.seq", "=", "message.seq"))
    .select("delivery.seq")
    .where("turn_id", "=", turnId)
    .where("delivery.state", "=", "pending")
    .execute();
  return rows.length;
};

const turns = ({ service: { db } }: App, updates: Update[]) =>
  db.db.selectFrom("turn").select(["turn_id", "outcome"]).where("turn_id", "in", updates.map((u) => String(u.update_id))).execute();
