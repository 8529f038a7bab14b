import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import express, { type Express } from "express";
import { createBotFramework, createDirectLine } from "./channels/botframework.ts";
import { directLineRoutes, type DirectLineParts } from "./channels/directline/routes.ts";
import { serveStreams } from "./channels/directline/stream.ts";
import { createTelegramApi } from "./channels/telegram/api.ts";
import { commandLists, pollTelegram, telegramWebhook, type TelegramParts } from "./channels/telegram/channel.ts";
import type { Config } from "./config.ts";
import { deliverDue } from "./conversation/delivery.ts";
import type { Channel } from "./conversation/message.ts";
import type { Push } from "./conversation/delivery.ts";
import { settingOnce } from "./db/setting.ts";
import { healthRoutes } from "./health.ts";
import { startJobs } from "./jobs.ts";
import { pageRoutes } from "./pages.ts";
import { createService, type Overrides, type Service } from "./service.ts";

export type App = {
  service: Service;
  server: Server;
  /** Listens, and gives the address of the chat page. */
  listen: () => Promise<string>;
  close: () => Promise<void>;
};

/** The one place where parts meet: the service, its channels, its jobs, its pages. */
export const createApp = async (config: Config, overrides: Pick<Overrides, "now" | "content"> = {}): Promise<App> => {
  const pushes: Partial<Record<Channel, Push>> = {};
  let deliverSoon: () => void = () => undefined;
  const service = await createService(config, {
    ...overrides,
    pushes: (channel) => channel in pushes,
    onCommitted: () => { deliverSoon(); },
  });
  const web = express();
  const server = createServer(web);
  const stopped = new AbortController();

  web.disable("x-powered-by");
  web.set("trust proxy", config.trustProxy);
  web.use(healthRoutes(service, config));
  const directLine = await directLineParts(config, service);
  web.use("/v3/directline", directLineRoutes(directLine));
  const streams = serveStreams(server, directLine);
  const startTelegram = await mountTelegram(web, config, service, pushes);
  mountBotFramework(web, config, service, pushes);
  web.use(pageRoutes(join(import.meta.dirname, "..", "dist")));

  const jobs = startJobs(service, () => deliverDue({ ...service, db: service.db.db, pushes }));
  deliverSoon = jobs.deliverSoon;

  return {
    service,
    server,
    listen: async () => {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(config.port, config.host, resolve);
      });
      startTelegram?.(stopped.signal);
      return config.publicUrl ?? `http://${config.host}:${(server.address() as AddressInfo).port}`;
    },
    close: async () => {
      stopped.abort();
      streams.close();
      await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
      await jobs.stop();
      await service.close();
    },
  };
};

const directLineParts = async (config: Config, service: Service): Promise<DirectLineParts> => {
  const { db, replicas, content, now, reception } = service;
  return {
    db: db.db,
    replicas,
    texts: content.texts,
    secret: config.directLineSecret ?? (await settingOnce(db.db, "directline-secret", randomSecret)),
    post: createDirectLine(reception.receive),
    publicUrl: config.publicUrl,
    now,
  };
};

type Start = (signal: AbortSignal) => void;

const mountTelegram = async (
  web: Express,
  config: Config,
  service: Service,
  pushes: Partial<Record<Channel, Push>>,
): Promise<Start | undefined> => {
  const { telegram } = config;
  if (!telegram) return undefined;
  const { db, content, log, reception } = service;
  const api = createTelegramApi(telegram.token, telegram.apiRoot, content.texts);
  const salt = await settingOnce(db.db, "telegram-salt", randomSecret);
  const parts: TelegramParts = { api, db: db.db, receive: reception.receive, texts: content.texts, log, salt };
  pushes.telegram = api.push;
  const { webhookSecret } = telegram;
  if (webhookSecret) web.use("/channels/telegram", telegramWebhook(parts, webhookSecret));
  return (signal) => void begin(parts, config, signal);
};

/** Tells Telegram the commands and where updates go; tries again until it is reached. */
const begin = async (parts: TelegramParts, config: Config, signal: AbortSignal): Promise<void> => {
  const secret = config.telegram?.webhookSecret;
  await retrying(parts, signal, () => parts.api.introduce(commandLists(parts.texts)));
  if (secret) {
    await retrying(parts, signal, () => parts.api.setWebhook(`${config.publicUrl ?? ""}/channels/telegram`, secret));
    return;
  }
  await retrying(parts, signal, () => parts.api.deleteWebhook());
  await pollTelegram(parts, signal);
};

const retrying = async ({ log }: TelegramParts, signal: AbortSignal, call: () => Promise<void>): Promise<void> => {
  for (let seconds = 1; !signal.aborted; seconds = Math.min(60, seconds * 2)) {
    try {
      await call();
      return;
    } catch (fault) {
      log.warn({ fault: fault instanceof Error ? fault.name : typeof fault, seconds }, "telegram cannot be reached");
      await wait(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }
};

const mountBotFramework = (
  web: Express,
  { botFramework: credentials }: Config,
  { reception, content }: Service,
  pushes: Partial<Record<Channel, Push>>,
): void => {
  if (!credentials) return;
  const { handlers, push } = createBotFramework({ credentials, receive: reception.receive, texts: content.texts });
  web.post("/api/messages", ...handlers);
  pushes.botframework = push;
};

const randomSecret = () => randomBytes(32).toString("base64url");
