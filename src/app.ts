import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express, { type ErrorRequestHandler, type Express } from "express";
import { createBotFramework, createDirectLine } from "./channels/botframework.ts";
import { directLineRoutes, type DirectLineParts } from "./channels/directline/routes.ts";
import { serveStreams } from "./channels/directline/stream.ts";
import { createTelegram } from "./channels/telegram/channel.ts";
import type { Config } from "./config.ts";
import type { Bilingual, Locale } from "./locale.ts";
import { createDelivery } from "./conversation/delivery.ts";
import type { Channel } from "./conversation/message.ts";
import type { Push } from "./conversation/delivery.ts";
import { cannedReplies } from "./staff/desk/canned.ts";
import { settingOnce } from "./db/setting.ts";
import { drawRoutes } from "./draws.ts";
import { openDataRoutes } from "./opendata/routes.ts";
import type { RendicionParts } from "./rendicion/parts.ts";
import { rendicionRoutes } from "./rendicion/routes.ts";
import { healthRoutes } from "./health.ts";
import { startJobs } from "./jobs.ts";
import { pageRoutes } from "./pages.ts";
import { casosRoutes, type CasosParts } from "./casos.ts";
import { citaRoutes } from "./cita.ts";
import { portfolioRoutes, type PortfolioParts } from "./portfolio.ts";
import { cities } from "./flow/slots/cities.ts";
import { referidoRoutes } from "./referido.ts";
import { rutaRoutes } from "./ruta.ts";
import { videoRoutes } from "./video.ts";
import { createService, type Overrides, type Service } from "./service.ts";
import { openFile, readable, type Fetch } from "./conversation/files.ts";
import { createOnBehalf } from "./conversation/behalf.ts";
import { createReadings } from "./conversation/reading.ts";
import { deskRoutes, type DeskRouteParts } from "./staff/desk-routes.ts";
import { agendaRoutes } from "./staff/agenda-routes.ts";
import { caseRoutes } from "./staff/case-routes.ts";
import { figureRoutes } from "./staff/figure-routes.ts";
import { referralRoutes } from "./staff/referral-routes.ts";
import { reviewRoutes } from "./staff/review-routes.ts";
import { createStaff } from "./staff/create.ts";
import type { StaffRoute } from "./staff/route.ts";

export type App = {
  service: Service;
  server: Server;
  /** All that the staff side can be asked, with the roles that may. */
  staffRoutes: readonly StaffRoute[];
  /** Listens, and gives the address of the chat page. */
  listen: () => Promise<string>;
  close: () => Promise<void>;
};

/** The one place where parts meet: the service, its channels, its jobs, its pages. */
export const createApp = async (config: Config, overrides: Pick<Overrides, "now" | "content"> = {}): Promise<App> => {
  const pushes: Partial<Record<Channel, Push>> = {};
  const fetches: Partial<Record<Channel, Fetch>> = {};
  const typings: Typings = {};
  let deliverSoon: () => void = () => undefined;
  let tellSoon: () => void = () => undefined;
  let address = config.publicUrl ?? "";
  const service = await createService(config, {
    ...overrides,
    pushes: (channel) => channel in pushes,
    publicUrl: () => address,
    onCommitted: () => { deliverSoon(); },
  });
  const web = express();
  const server = createServer({ keepAliveTimeout: idleMs }, web);
  const stopped = new AbortController();

  web.disable("x-powered-by");
  web.set("trust proxy", config.trustProxy);
  web.use(healthRoutes(service, config));
  const directLine = await directLineParts(config, service);
  web.use("/v3/directline", directLineRoutes(directLine));
  const streams = serveStreams(server, directLine);
  const startTelegram = await mountTelegram(web, config, service, { pushes, fetches, typings });
  mountBotFramework(web, config, service, pushes);
  const desk = deskParts(service, { fetches, typings }, () => address);
  const staff = await createStaff(
    { config, db: service.db.db, log: service.log, allow: service.replicas.allow, stopped: stopped.signal },
    [...deskRoutes(desk), ...caseRoutes({ cases: service.cases, templates: (locale) => cannedReplies(service.content.texts, locale, "case-template") }), ...agendaRoutes({ work: service.officeWork, changed: () => { tellSoon(); }, serviceName: (id) => service.content.answers.service(id)?.name }), ...referralRoutes(service), ...figureRoutes({ ...service, asks: asksOf(service) }), ...reviewRoutes({ review: service.review, nearest: desk.readings.nearest, isPassage: isPassage(service) })],
  );
  web.use("/staff", staff.router);
  await mountPages(web, config, service, () => address);

  web.use(onFault(service));

  const jobs = startJobs(service, createDelivery({ ...service, db: service.db.db, pushes }));
  deliverSoon = jobs.deliverSoon;
  tellSoon = jobs.tellSoon;

  let telegram: Promise<void> | undefined;
  return {
    service,
    server,
    staffRoutes: staff.routes,
    listen: async () => {
      await listening(server, config);
      address ||= `http://${config.host}:${(server.address() as AddressInfo).port}`;
      telegram = startTelegram?.(address, stopped.signal);
      return address;
    },
    close: async () => {
      stopped.abort();
      streams.close();
      await Promise.all([closed(server), telegram]);
      await service.reception.settled();
      await jobs.stop();
      await service.close();
    },
  };
};

/** Longer than a proxy or a browser keeps an idle connection: who reuses one must not meet its end. */
const idleMs = 75_000;

const listening = (server: Server, { port, host }: Config) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });

/** Requests under way may end; what has not ended by then is cut. */
const graceMs = 5000;

const closed = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const cut = setTimeout(() => { server.closeAllConnections(); }, graceMs);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
};

/** What went wrong is for the log; a caller learns only that it did, and may try again. */
const onFault = ({ log }: Service): ErrorRequestHandler => (fault: { status?: number; name?: string; code?: string }, req, res, next) => {
  if (res.headersSent) return next(fault);
  const status = fault.status ?? 500;
  if (status >= 500) log.error({ method: req.method, path: req.baseUrl, fault: fault.name, code: fault.code }, "request failed");
  res.status(status).json({ error: { code: status < 500 ? "BadArgument" : "ServiceError", message: status < 500 ? "the request cannot be read" : "try again" } });
};

const directLineParts = async (config: Config, service: Service): Promise<DirectLineParts> => {
  const { db, replicas, content, now, reception, live } = service;
  return {
    db: db.db,
    replicas,
    live,
    texts: content.texts,
    secret: config.directLineSecret ?? (await settingOnce(db.db, "directline-secret", randomSecret)),
    post: createDirectLine(reception.receive),
    publicUrl: config.publicUrl,
    now,
  };
};

const casosParts = async (service: Service): Promise<CasosParts> => ({
  ...service, db: service.db.db, texts: service.content.texts, allow: service.replicas.allow, secret: await settingOnce(service.db.db, "casos-secret", randomSecret),
});

/** The pages that citizens, institutions and everybody may open. */
const mountPages = async (web: Express, config: Config, service: Service, address: () => string): Promise<void> => {
  web.use("/video", videoRoutes({ video: service.desk.video, texts: service.content.texts, videoUrl: config.videoUrl, allow: service.replicas.allow }));
  web.use("/casos", casosRoutes(await casosParts(service)));
  web.use("/ruta", rutaRoutes(service.content));
  web.use("/referido", referidoRoutes({ referrals: service.referrals, texts: service.content.texts, allow: service.replicas.allow }));
  web.use("/cita", citaRoutes({ ...service, ...service.content, db: service.db.db, allow: service.replicas.allow }));
  web.use("/datos/sorteos", drawRoutes({ draw: (id) => service.appointments.draw(service.db.db, id) }));
  web.use("/rendicion", rendicionRoutes(rendicionParts(service)));
  web.use("/datos", openDataRoutes({ openData: service.openData, texts: service.content.texts }));
  web.use(portfolioRoutes(portfolioParts(service, address)));
  web.use(pageRoutes(join(import.meta.dirname, "..", "dist")));
};

const portfolioParts = ({ content, referrals, appointments }: Service, publicUrl: () => string): PortfolioParts => ({
  answers: content.answers, texts: content.texts, publicUrl, steps: content.care.steps,
  serviceInstitutions: content.knowledge.institutions, institutions: referrals.institutions, offices: appointments.offices(),
  sourceOf: (key) => content.knowledge.sources.get(key),
  fillers: new Set([...content.knowledge.lexicon.fillers.es, ...content.knowledge.lexicon.fillers.en]),
  cityNames: new Map(Object.entries(cities).map(([id, { name }]) => [id, name])),
});

const rendicionParts = ({ openData, metrics, targets, polls, replicas, content, appointments, cases, referrals }: Service): RendicionParts => ({
  openData, metrics, targets, polls, allow: replicas.allow, texts: content.texts, agency: cases.setup.name, terms: cases.setup.terms,
  source: (key) => content.knowledge.sources.get(key),
  called: (by, group) => (by === "office" ? appointments.office(group) : by === "institution" ? referrals.institutions.find(({ id }) => id === group) : undefined)?.name,
});

type Start = (publicUrl: string, signal: AbortSignal) => Promise<void>;
/** How a channel shows that a person is writing, where it cannot be told by a stream. */
type Typings = Partial<Record<string, (conversationId: string) => Promise<void>>>;

const mountTelegram = async (
  web: Express,
  config: Config,
  service: Service,
  ways: { pushes: Partial<Record<Channel, Push>>; fetches: Partial<Record<Channel, Fetch>>; typings: Typings },
): Promise<Start | undefined> => {
  if (!config.telegram) return undefined;
  const { db, content, log, reception, replicas } = service;
  const parts = { db: db.db, receive: reception.receive, texts: content.texts, log, replicas };
  const { push, fetch, typing, router, start } = await createTelegram(config.telegram, parts);
  ways.pushes.telegram = push;
  ways.fetches.telegram = fetch;
  ways.typings.telegram = typing;
  if (router) web.use("/channels/telegram", router);
  return start;
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

const deskParts = ({ desk, db: { db }, content, now, replicas, reception }: Service, ways: { fetches: Partial<Record<Channel, Fetch>>; typings: Typings }, address: () => string): DeskRouteParts => ({
  desk,
  readings: createReadings({ ...content, db, now }),
  behalf: createOnBehalf({ ...content, db, converse: reception.converse }),
  readable,
  open: (conversationId, seq) => openFile(db, ways.fetches, conversationId, seq),
  canned: (locale) => cannedReplies(content.texts, locale),
  onChange: (listener) => replicas.onWake("desk", listener),
  videoLink: (token) => `${address()}/video/${token}`,
  typing: (conversationId, channel) => {
    replicas.wake(`typing:${conversationId}`);
    void ways.typings[channel]?.(conversationId);
  },
});

/** Ingested documents have no ways to ask in the knowledge's files. */
const isPassage = ({ content: { knowledge } }: Service) => {
  const pairs = new Set(knowledge.passages.flatMap(({ pair, topic }) => (topic === "documents" ? [] : [pair])));
  return (pair: string): boolean => pairs.has(pair);
};

/** What a step of a flow asks: the first question among its words, or their beginning. */
const asksOf = ({ content: { flows, texts } }: Service) => (flow: string, step: string): Bilingual | undefined => {
  const question = flows.get(flow)?.questions.find(({ position }) => position.step === step);
  const key = `${flow}.${question?.slot}.ask`;
  const inShort = (locale: Locale) => {
    const words = texts.text(key, locale, Object.fromEntries(texts.paramsOf(key, locale).map((name) => [name, "…"]))).replaceAll("**", "");
    const sentences = words.split(/(?<=[.?!])\s+/);
    return sentences.find((sentence) => sentence.endsWith("?")) ?? sentences[0]!;
  };
  const isPlain = texts.has(key, "es") && texts.has(key, "en") && !texts.paramsOf(key, "es").includes("count");
  return isPlain ? { es: inShort("es"), en: inShort("en") } : undefined;
};

const randomSecret = () => randomBytes(32).toString("base64url");
