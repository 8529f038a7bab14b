import { join } from "node:path";
import { actionFaces, createActions } from "./actions.ts";
import type { Config } from "./config.ts";
import { loadContent, type Content } from "./content.ts";
import { createRender } from "./conversation/render.ts";
import { groupAlike } from "./answers/alike.ts";
import { offerDiff } from "./answers/offer.ts";
import { redact } from "./answers/redact.ts";
import { keepFile } from "./conversation/files.ts";
import { createByPerson } from "./conversation/by-person.ts";
import { createHandBack, createRespond, createSilence } from "./conversation/respond.ts";
import { createReception, type Reception } from "./conversation/reception.ts";
import type { Action } from "./conversation/response.ts";
import { createApologise } from "./conversation/apology.ts";
import { withModel } from "./conversation/with-model.ts";
import { createLive, type Live } from "./conversation/live.ts";
import { createThink } from "./conversation/think.ts";
import { createTopicOf } from "./conversation/topic.ts";
import { createSilenceJob, type SilenceJob } from "./conversation/silence.ts";
import type { Channel } from "./conversation/message.ts";
import type { TurnParts } from "./conversation/turn.ts";
import { openDb, type OpenDb } from "./db/open.ts";
import { createAsking } from "./desk/asking.ts";
import { createDesk, type Desk } from "./desk/desk.ts";
import { createReview, type Review } from "./desk/review.ts";
import { loadDesk } from "./desk/setup.ts";
import { openDashboard, type Board } from "./dashboard.ts";
import { createLog, type Log } from "./log.ts";
import { createMetrics, type Metrics } from "./metrics/indicators.ts";
import { metricJobs } from "./metrics/jobs.ts";
import { markPerson } from "./metrics/people.ts";
import { createTargets, type Targets } from "./metrics/targets/follow-up.ts";
import { createOpenData, type OpenData } from "./opendata/opendata.ts";
import { loadOpenData } from "./opendata/setup.ts";
import { openModel } from "./model.ts";
import { openOffices, type OfficeParts, type Offices } from "./offices.ts";
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
  /** Answers as they grow, for the streams. */
  live: Live;
  /** Asks about questions left open, leaves flows after a long silence, drops drafts that ran out. */
  silence: SilenceJob;
  /** What advisors do with the conversations that ask for a person. */
  desk: Desk;
  /** What supervisors make of questions without a good answer. */
  review: Review;
  /** The figures and their definitions. */
  metrics: Metrics;
  /** Figures as files that anybody may take. */
  openData: OpenData;
  /** What was promised, and how it goes. */
  targets: Targets;
  metricJobs: ReturnType<typeof metricJobs>;
  /** What supervisors see of the figures. */
  dashboard: Board["dashboard"];
  polls: Board["polls"];
  sendReports: Board["sendReports"];
  close: () => Promise<void>;
} & Omit<Offices, "jobs" | "close"> & ReturnType<Offices["jobs"]>;

export type Overrides = {
  now?: () => Date;
  content?: Content;
  /** Where citizens reach this service. */
  publicUrl?: () => string;
  /** The offices with appointments, and their rules. */
  offices?: OfficeParts["offices"];
  /** More actions for the flows of that content. */
  actions?: Record<string, { needs: string[]; run: Action }>;
  /** Called after each commit: something waits for delivery. */
  onCommitted?: () => void;
  pushes?: (channel: Channel) => boolean;
};

const knowledge = join(import.meta.dirname, "..", "knowledge");

/** What a scanner says against a file; its kind is for whoever asked for it to judge. */
const refusalOf = (checked: Awaited<ReturnType<Offices["cases"]["checkFile"]>>): "infected" | "unchecked" | undefined => {
  if (!("refused" in checked)) return undefined;
  return checked.refused === "infected" ? "infected" : checked.refused === "scanner-away" ? "unchecked" : undefined;
};

const openReview = ({ db }: OpenDb, now: () => Date): Review =>
  createReview({ db, now, group: groupAlike, offer: (changes) => offerDiff(knowledge, changes) });

/** Opens the database and puts content, understanding and conversation together. */
export const createService = async (config: Config, overrides: Overrides = {}): Promise<Service> => {
  const log = createLog(config.logLevel);
  const now = overrides.now ?? config.now;
  const ingested = config.dataDir.includes("://") ? undefined : join(config.dataDir, "knowledge");
  const content = overrides.content ?? loadContent(undefined, ingested, config.thresholds);
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log, poolSize: config.databasePool });
  const replicas = await createReplicas({ redisUrl: config.redisUrl, log });
  const { limits } = config;
  const live = createLive();
  const model = await openModel({ config, content, db: db.db, log, now });
  const setup = loadDesk(knowledge);
  const more = overrides.actions ?? {};
  const publicUrl = overrides.publicUrl ?? (() => config.publicUrl ?? `http://${config.host}:${config.port}`);
  let documentOf: Board["document"] = () => Promise.resolve(undefined);
  const { jobs, close: closeOffices, ...offices } = await openOffices({ config, content, db: db.db, now, log, allow: replicas.allow, publicUrl, knowledge, offices: overrides.offices, document: (name) => documentOf(name) });
  const actions = { ...createActions({ ...content, ...offices, publicUrl }), ...Object.fromEntries(Object.entries(more).map(([name, { run }]) => [name, run])) };
  const respondParts = { ...content, actions, needs: (name: string) => (more[name] ?? actionFaces[name])?.needs, limits, desk: createAsking(setup) };
  const turns: TurnParts = {
    db: db.db,
    now,
    log,
    ...withModel(
      { think: createThink({ ...content, now }), respond: createRespond(respondParts) },
      { model, db: db.db, live, log, answers: content.answers },
    ),
    apologise: createApologise(content.understand),
    render: createRender(content.texts, content.answers),
    topicOf: createTopicOf(content.answers),
    seen: markPerson,
    pushes: overrides.pushes ?? (() => false),
    wake: (conversationId) => {
      replicas.wake(`conversation:${conversationId}`);
      overrides.onCommitted?.();
    },
    wakeDesk: () => { replicas.wake("desk"); },
  };
  const reception = createReception(turns, async (file) => refusalOf(await offices.cases.checkFile(file.bytes, file.name)));
  const silence = createSilenceJob({ turns, respond: createSilence(respondParts), limits });
  const byPerson = createByPerson(turns, createHandBack(respondParts));
  const desk = createDesk({ db: db.db, byPerson, setup, now, redact, keepFile, changed: turns.wakeDesk });
  const close = async () => {
    await reception.settled();
    await model?.close();
    closeOffices();
    await replicas.close();
    await db.close();
  };
  const metrics = createMetrics({ db: db.db, now, knowledge });
  const targets = createTargets({ db: db.db, now, knowledge, metrics });
  const openData = createOpenData({ db: db.db, metrics, targets: targets.targets, texts: content.texts, setup: loadOpenData(knowledge), now });
  const { document, ...board } = openDashboard({ db: db.db, now, content, metrics, desk: setup, offices, knowledge, publicUrl, sendsMail: config.mail !== undefined });
  documentOf = document;
  return { content, db, replicas, log, now, reception, live, silence, desk, review: openReview(db, now), metrics, targets, openData, metricJobs: metricJobs(db.db, now, { file: join(knowledge, "data", "evaluation.json"), content: content.hash }), ...board, ...offices, ...jobs(byPerson), close };
};
