import { join } from "node:path";
import { actionFaces, createActions } from "./actions.ts";
import type { Config } from "./config.ts";
import { loadContent, type Content } from "./content.ts";
import { createRender } from "./conversation/render.ts";
import { createRespond, createSilence } from "./conversation/respond.ts";
import { createReception, type Reception } from "./conversation/reception.ts";
import type { Action } from "./conversation/response.ts";
import { createApologise } from "./conversation/apology.ts";
import { createThink } from "./conversation/think.ts";
import { createSilenceJob, type SilenceJob } from "./conversation/silence.ts";
import type { Channel } from "./conversation/message.ts";
import type { TurnParts } from "./conversation/turn.ts";
import { openDb, type OpenDb } from "./db/open.ts";
import { createLog, type Log } from "./log.ts";
import { createReplicas } from "./replicas/create.ts";
import type { Replicas } from "./replicas/replicas.ts";

/** All that stands behind the channels. */
export type Service = {
  content: Content;
  db: OpenDb;
  replicas: Replicas;
  log: Log;
  now: () => Date;
  reception: Reception;
  /** Asks about questions left open, leaves flows after a long silence, drops drafts that ran out. */
  silence: SilenceJob;
  close: () => Promise<void>;
};

export type Overrides = {
  now?: () => Date;
  content?: Content;
  /** More actions for the flows of that content. */
  actions?: Record<string, { needs: string[]; run: Action }>;
  /** Called after each commit: something waits for delivery. */
  onCommitted?: () => void;
  pushes?: (channel: Channel) => boolean;
};

/** Opens the database and puts content, understanding and conversation together. */
export const createService = async (config: Config, overrides: Overrides = {}): Promise<Service> => {
  const log = createLog(config.logLevel);
  const now = overrides.now ?? config.now;
  const ingested = config.dataDir.includes("://") ? undefined : join(config.dataDir, "knowledge");
  const content = overrides.content ?? loadContent(undefined, ingested);
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log, poolSize: config.databasePool });
  const replicas = await createReplicas({ redisUrl: config.redisUrl, log });
  const { limits } = config;
  const more = overrides.actions ?? {};
  const actions = { ...createActions(content), ...Object.fromEntries(Object.entries(more).map(([name, { run }]) => [name, run])) };
  const respondParts = { ...content, actions, needs: (name: string) => (more[name] ?? actionFaces[name])?.needs, limits };
  const turns: TurnParts = {
    db: db.db,
    now,
    log,
    think: createThink({ ...content, now }),
    respond: createRespond(respondParts),
    apologise: createApologise(content.understand),
    render: createRender(content.texts, content.answers),
    pushes: overrides.pushes ?? (() => false),
    wake: (conversationId) => {
      replicas.wake(`conversation:${conversationId}`);
      overrides.onCommitted?.();
    },
  };
  const reception = createReception(turns);
  const silence = createSilenceJob({ turns, respond: createSilence(respondParts), limits });
  const close = async () => {
    await reception.settled();
    await replicas.close();
    await db.close();
  };
  return { content, db, replicas, log, now, reception, silence, close };
};
