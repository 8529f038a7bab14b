import { actionFaces, createActions } from "./actions.ts";
import type { Config } from "./config.ts";
import { loadContent, type Content } from "./content.ts";
import { createRender } from "./conversation/render.ts";
import { createRespond } from "./conversation/respond.ts";
import { createReception, type Reception } from "./conversation/reception.ts";
import { apologise } from "./conversation/apology.ts";
import { createThink } from "./conversation/think.ts";
import type { Channel } from "./conversation/message.ts";
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
  close: () => Promise<void>;
};

export type Overrides = {
  now?: () => Date;
  content?: Content;
  /** Called after each commit: something waits for delivery. */
  onCommitted?: () => void;
  pushes?: (channel: Channel) => boolean;
};

/** Opens the database and puts content, understanding and conversation together. */
export const createService = async (config: Config, overrides: Overrides = {}): Promise<Service> => {
  const log = createLog(config.logLevel);
  const now = overrides.now ?? config.now;
  const content = overrides.content ?? loadContent();
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log, poolSize: config.databasePool });
  const replicas = await createReplicas({ redisUrl: config.redisUrl, log });
  const reception = createReception({
    db: db.db,
    now,
    log,
    think: createThink({ understand: content.understand, answers: content.answers, now }),
    respond: createRespond({ ...content, actions: createActions(content), needs: (action) => actionFaces[action]?.needs }),
    apologise,
    render: createRender(content.texts, content.answers),
    pushes: overrides.pushes ?? (() => false),
    wake: (conversationId) => {
      replicas.wake(`conversation:${conversationId}`);
      overrides.onCommitted?.();
    },
  });
  const close = async () => {
    await reception.settled();
    await replicas.close();
    await db.close();
  };
  return { content, db, replicas, log, now, reception, close };
};
