import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { answers, createWorld, type Answer, type Call, type Update, type World } from "./telegram-world.ts";

/** How the stand-in behaves instead of answering: an answer of its own, or none at all. */
export type Misbehaviour = { status: number; description?: string; retryAfter?: number } | "hang";

type Rule = { how: Misbehaviour; times: number; chatId: number | undefined };

export type Telegram = ReturnType<typeof over> & { token: string };

export const token = "110201543:stand-in-for-a-token";

/** Telegram's Bot API on a free port of loopback, as strict as the real one about what it is sent. */
export const startTelegram = async (): Promise<Telegram> => {
  const world = createWorld();
  const bad = new Map<string, Rule>();
  const server = createServer((req, res) => void serve(world, bad, req.url ?? "", bodyOf(req, req.headers["content-type"] ?? ""), res));
  const port = await listen(server, 0);
  const stopped = new AbortController();
  const pump = pumpWebhook(world, stopped.signal);
  return { ...over(world, server, port, bad, async () => { stopped.abort(); await pump; }), token };
};

const over = (
  world: World,
  server: Server,
  port: number,
  bad: Map<string, Rule>,
  stop: () => Promise<void>,
) => ({
  root: `http://127.0.0.1:${port}`,
  calls: world.calls,
  commands: world.commands,
  webhook: () => world.webhook,
  /** Status codes that the webhook gave, in order. */
  webhookAnswers: world.webhookAnswers,
  /** Messages that Telegram took, in order. */
  sent: (chatId?: number) => world.sent.filter((message) => chatId === undefined || message.chatId === chatId),
  /** Files that Telegram took, in order. */
  documents: (chatId: number) => world.documents.filter((document) => document.chatId === chatId),
  /** Keeps a citizen's file, as Telegram does when it is sent. */
  keep: (fileId: string, bytes: Buffer) => world.files.set(fileId, bytes),
  callsTo: (method: string): Call[] => world.calls.filter((call) => call.method === method),
  /** Hands an update to whoever polls, or to the webhook. */
  deliver: (...updates: Update[]) => { world.deliver(updates); },
  /** Updates that nobody has confirmed yet. */
  unconfirmed: () => world.queue.length,
  message: world.message,
  press: world.press,
  /** Posts an update to an address as Telegram does, once. */
  post: (url: string, update: unknown, secret?: string) => post(url, update, secret),
  block: (chatId: number) => world.blocked.add(chatId),
  unblock: (chatId: number) => world.blocked.delete(chatId),
  /** Misbehaves on a method, so many times, in one chat or in all. */
  misbehave: (method: string, how: Misbehaviour, times = Infinity, chatId?: number) => bad.set(method, { how, times, chatId }),
  behave: () => { bad.clear(); },
  /** Refuses connections until `open`. */
  shut: async () => {
    server.close();
    server.closeAllConnections();
    if (server.listening) await once(server, "close");
  },
  open: () => listen(server, port),
  close: async () => {
    await stop();
    server.close();
    server.closeAllConnections();
  },
});

const serve = async (
  world: World,
  bad: Map<string, Rule>,
  url: string,
  body: Promise<Record<string, unknown>>,
  res: ServerResponse,
): Promise<void> => {
  const [, path] = /^\/file\/bot[^/]+\/(.+)$/.exec(url) ?? [];
  if (path !== undefined) return serveFile(world, path, res);
  const [, given, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(url) ?? [];
  const payload = await body;
  if (given !== token) return say(res, { status: 401, description: "Unauthorized" });
  world.calls.push({ method, payload, at: performance.now() });
  const badly = misbehaviour(bad, method, payload);
  if (badly === "hang") return;
  if (badly) return say(res, badly);
  const gone = new Promise<void>((resolve) => res.once("close", resolve));
  const answer = answers[method];
  say(res, answer ? await answer(world, payload, gone) : { status: 404, description: "Not Found" });
};

const serveFile = (world: World, path: string, res: ServerResponse): void => {
  const bytes = world.files.get(path.replace("documents/", ""));
  res.writeHead(bytes ? 200 : 404).end(bytes);
};

const misbehaviour = (bad: Map<string, Rule>, method: string, payload: Record<string, unknown>) => {
  const rule = bad.get(method);
  if (!rule || (rule.chatId !== undefined && rule.chatId !== payload["chat_id"])) return undefined;
  rule.times -= 1;
  if (rule.times <= 0) bad.delete(method);
  return rule.how;
};

const say = (res: ServerResponse, answer: Answer | Exclude<Misbehaviour, "hang">): void => {
  const status = "result" in answer ? 200 : answer.status;
  const parameters = "retryAfter" in answer && answer.retryAfter ? { parameters: { retry_after: answer.retryAfter } } : {};
  const body = "result" in answer
    ? { ok: true, result: answer.result }
    : { ok: false, error_code: status, description: answer.description ?? "Internal Server Error", ...parameters };
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

/** In order, and the same update again until it is taken: anything but 2xx is a refusal. */
const pumpWebhook = async (world: World, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    const [update] = world.queue;
    if (!world.webhook || !update) {
      await wait(10);
      continue;
    }
    const status = await post(world.webhook.url, update, world.webhook.secret).catch(() => 0);
    world.webhookAnswers.push(status);
    if (status >= 200 && status < 300) world.queue.splice(world.queue.indexOf(update), 1);
    else await wait(100);
  }
};

const post = async (url: string, update: unknown, secret?: string): Promise<number> => {
  const headers = { "content-type": "application/json", ...(secret ? { "x-telegram-bot-api-secret-token": secret } : {}) };
  const body = typeof update === "string" ? update : JSON.stringify(update);
  const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(60_000) });
  await response.arrayBuffer();
  return response.status;
};

const bodyOf = async (stream: AsyncIterable<Buffer>, type: string): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  if (type.startsWith("multipart/")) return formOf(Buffer.concat(chunks), type);
  return JSON.parse(Buffer.concat(chunks).toString() || "{}") as Record<string, unknown>;
};

/** A form as Telegram reads it: a field may refer to a file part by `attach://<name>`. */
const formOf = async (body: Buffer, type: string): Promise<Record<string, unknown>> => {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const fields = Object.fromEntries(form.entries());
  const fileOf = async (part: unknown) => part instanceof File ? { name: part.name, bytes: Buffer.from(await part.arrayBuffer()) } : part;
  const read = await Promise.all(Object.entries(fields).map(async ([name, value]) => {
    const referred = typeof value === "string" && value.startsWith("attach://") ? fields[value.slice("attach://".length)] : value;
    return [name, name === "chat_id" ? Number(value) : await fileOf(referred)] as const;
  }));
  return Object.fromEntries(read);
};

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
};
