import { randomUUID } from "node:crypto";
import express, { type ErrorRequestHandler, type NextFunction, type Request, type Response, type Router } from "express";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { File } from "../../conversation/files.ts";
import type { Live } from "../../conversation/live.ts";
import type { Inbound } from "../../conversation/message.ts";
import { messagesAfter, type Stored } from "../../conversation/store.ts";
import type { Tables } from "../../db/tables.ts";
import type { Replicas } from "../../replicas/replicas.ts";
import type { Texts } from "../../text.ts";
import { codesSpent } from "../code-tries.ts";
import { activityId, activityIn, activityOut, type ActivityIn } from "./activity.ts";
import { fileLink, serveFile } from "./file.ts";
import { uploaded } from "./upload.ts";
import { isSecret, readToken, signToken, tokenSeconds } from "./token.ts";

export type DirectLineParts = {
  db: Kysely<Tables>;
  replicas: Replicas;
  /** Answers as they grow. */
  live: Live;
  texts: Texts;
  secret: string;
  /** Takes an activity in through the Bot Framework adapter; gives its number, or undefined for what needs no turn. */
  post: (activity: ActivityIn, conversationId: string, file?: File, marks?: Pick<Inbound, "codesSpent">) => Promise<number | undefined>;
  /** Where clients reach this service, when it is not where the request came to. */
  publicUrl: string | undefined;
  now: () => Date;
};

const limits = { tokens: [30, 60], activities: [30, 60] } as const;
const largest = { json: "256kb", upload: "12mb" } as const;

/** Direct Line 3.0, as far as chat clients use it, mounted at `/v3/directline`. */
export const directLineRoutes = (parts: DirectLineParts): Router => {
  const router = express.Router();
  router.use(crossOrigin);
  router.post("/conversations/:id/upload", mayUpload(parts), express.raw({ type: () => true, limit: largest.upload }), (req, res) => upload(parts, req, res));
  router.use(express.json({ limit: largest.json }));
  router.post("/tokens/generate", (req, res) => generate(parts, req, res));
  router.post("/tokens/refresh", (req, res) => refresh(parts, req, res));
  router.post("/conversations", (req, res) => start(parts, req, res));
  router.get("/conversations/:id", (req, res) => reconnect(parts, req, res));
  router.get("/conversations/:id/attachments/:seq", (req, res) => serveFile(parts, req, res));
  router.get("/conversations/:id/activities", (req, res) => read(parts, req, res));
  router.post("/conversations/:id/activities", (req, res) => post(parts, req, res));
  router.use((_req, res) => refuse(res, 404, "BadArgument", "no such Direct Line route"));
  router.use(badBody);
  return router;
};

const generate = async (parts: DirectLineParts, req: Request, res: Response) => {
  const secret = bearer(req);
  if (secret && !isSecret(parts.secret, secret)) return refuse(res, 403, "BadArgument", "invalid secret");
  const [limit, seconds] = limits.tokens;
  if (!secret && !(await parts.replicas.allow(`token:${req.ip}`, limit, seconds))) return tooMany(res, seconds);
  return res.json(grant(parts, randomUUID()));
};

const refresh = (parts: DirectLineParts, req: Request, res: Response) => {
  const given = bearer(req);
  const id = readToken(parts.secret, given, parts.now()) ?? readToken(parts.secret, given, parts.now(), "resume");
  return id ? res.json(grant(parts, id)) : refuse(res, 403, "TokenExpired", "the token is not valid");
};

const start = (parts: DirectLineParts, req: Request, res: Response) => {
  const given = bearer(req);
  const id = readToken(parts.secret, given, parts.now()) ?? (isSecret(parts.secret, given) ? randomUUID() : undefined);
  if (!id) return refuse(res, 403, "TokenExpired", "the token is not valid");
  return res.status(201).json({ ...grant(parts, id), streamUrl: stream(parts, req, id, "-") });
};

const reconnect = (parts: DirectLineParts, req: Request, res: Response) => {
  const id = allowed(parts, req, res);
  if (id) res.json({ ...grant(parts, id), streamUrl: stream(parts, req, id, String(req.query.watermark ?? "-")) });
};

const read = async (parts: DirectLineParts, req: Request, res: Response) => {
  const id = allowed(parts, req, res);
  if (id) res.json(await activitySet(parts, id, watermark(req.query.watermark)));
};

const post = async (parts: DirectLineParts, req: Request, res: Response) => {
  const id = allowed(parts, req, res);
  if (!id) return;
  const parsed = activityIn.safeParse(req.body);
  if (!parsed.success) return refuse(res, 400, "BadArgument", z.prettifyError(parsed.error));
  if (!(await mayPost(parts, id, res))) return;
  const seq = await posted(parts, req, parsed.data, id);
  res.json({ id: seq === undefined ? "" : activityId(id, seq) });
};

const posted = async (parts: DirectLineParts, req: Request, activity: ActivityIn, id: string, file?: File) =>
  parts.post(activity, id, file, await codesSpent(parts.replicas, "address", req.ip ?? "", activity.text));

const mayPost = async (parts: DirectLineParts, id: string, res: Response): Promise<boolean> => {
  const [limit, seconds] = limits.activities;
  if (await parts.replicas.allow(`activity:${id}`, limit, seconds)) return true;
  tooMany(res, seconds);
  return false;
};

/** Messages after a watermark as Direct Line sends them, by polling and by stream alike. */
export const activitySet = async (
  parts: Pick<DirectLineParts, "db" | "texts" | "secret" | "publicUrl" | "now">,
  id: string,
  after: number,
) => {
  const messages = await messagesAfter(parts.db, id, after);
  const linkOf = (seq: number) => fileLink(parts, id, seq);
  return {
    activities: messages.filter(isShown).map((m) => activityOut(parts.texts, id, m, linkOf)),
    watermark: String(messages.at(-1)?.seq ?? after),
  };
};

/** Asked before the body is read: a stranger's file is not taken into memory. */
const mayUpload = (parts: DirectLineParts) => async (req: Request, res: Response, next: NextFunction) => {
  const id = allowed(parts, req, res);
  if (id && (await mayPost(parts, id, res))) next();
};

const upload = async (parts: DirectLineParts, req: Request, res: Response) => {
  const [first, ...others] = await uploaded(req.get("content-type") ?? "", req.body as Buffer);
  if (!first) return refuse(res, 400, "BadArgument", "the upload holds no readable file, or its activity is malformed");
  const id = String(req.params.id);
  const seq = await posted(parts, req, first.activity, id, first.file);
  for (const { activity, file } of others) await parts.post(activity, id, file);
  res.json({ id: seq === undefined ? "" : activityId(id, seq) });
};

/** The conversation of the path, when the token was given for it. */
const allowed = (parts: DirectLineParts, req: Request, res: Response): string | undefined => {
  const given = bearer(req);
  const wanted = String(req.params.id);
  const bound = readToken(parts.secret, given, parts.now());
  if (bound === wanted || isSecret(parts.secret, given)) return wanted;
  if (bound) refuse(res, 403, "BadArgument", "the token was given for another conversation");
  else refuse(res, 403, "TokenExpired", "the token is not valid");
  return undefined;
};

const grant = (parts: DirectLineParts, conversationId: string) => ({
  conversationId,
  token: signToken(parts.secret, conversationId, parts.now()),
  expires_in: tokenSeconds,
  resume_token: signToken(parts.secret, conversationId, parts.now(), "resume"),
});

const stream = (parts: DirectLineParts, req: Request, id: string, after: string): string => {
  const base = parts.publicUrl ?? `${req.protocol}://${req.get("host") ?? "localhost"}`;
  const query = new URLSearchParams({ watermark: after, t: signToken(parts.secret, id, parts.now()) });
  return `${base.replace(/^http/, "ws")}/v3/directline/conversations/${id}/stream?${query}`;
};

/** "-", nothing or nonsense means from the beginning. */
export const watermark = (given: unknown): number => {
  const number = Number(given);
  return Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : 0;
};

const isShown = (message: Stored): boolean => message.direction === "out" || message.inbound.start === undefined;

const bearer = (req: Request): string => (req.get("authorization") ?? "").replace(/^Bearer\s+/i, "");

const tooMany = (res: Response, seconds: number) => {
  res.set("Retry-After", String(seconds));
  return refuse(res, 429, "RateLimited", `too many requests: try again in ${seconds} seconds`);
};

const refuse = (res: Response, status: number, code: string, message: string) =>
  res.status(status).json({ error: { code, message } });

/** A body that cannot be read is the caller's fault, said in JSON as everything here; any other fault is ours. */
const badBody: ErrorRequestHandler = (fault: { status?: number }, _req, res, next) => {
  const { status = 500 } = fault;
  if (status < 400 || status >= 500 || res.headersSent) next(fault);
  else if (status === 413) refuse(res, 413, "MessageSizeTooBig", `the body is too large: at most ${largest.json}, files ${largest.upload}`);
  else refuse(res, status, "BadArgument", "the body cannot be read");
};

/** Tokens travel in a header, never in a cookie, so any page may embed the chat. */
const crossOrigin = (req: Request, res: Response, next: NextFunction) => {
  res.set({
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "authorization, content-type, x-requested-with, x-ms-bot-agent",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Expose-Headers": "retry-after",
    "Access-Control-Max-Age": "86400",
    "Cache-Control": "no-store",
  });
  if (req.method === "OPTIONS") res.status(204).end();
  else next();
};
