import { randomUUID } from "node:crypto";
import { createClient } from "redis";
import type { Log } from "../log.ts";
import { createBell, createCounter } from "./in-process.ts";
import type { Replicas } from "./replicas.ts";

const CHANNEL = "ventanilla:wake";
const COUNT_KEY = "ventanilla:uses:";
const ANSWER_WITHIN_MS = 500;
const LEFT_ALONE_MS = 5_000;
const FIRST_CONNECTION_MS = 3_000;

/**
 * Several processes over one Redis ≥ 7.0. While Redis is away, listeners of this process still wake, limits are
 * counted here alone and `healthy` is false; when it is back, every listener wakes once, as a call may have been missed.
 */
export const overRedis = async (redisUrl: string, log: Log): Promise<Replicas> => {
  const me = randomUUID();
  const bell = createBell(log);
  const counter = createCounter();
  const commands = connection(redisUrl, log);
  const subscriber = connection(redisUrl, log);
  subscriber.on("ready", bell.ringAll);

  const first = started(commands, subscriber, (message) => hear(message, me, bell.ring));
  await within(FIRST_CONNECTION_MS, first).catch(() => undefined);
  if (!commands.isReady || !subscriber.isReady) log.warn("Redis does not answer: going on alone until it does");

  const wake = (topic: string): void => {
    bell.ring(topic);
    commands.publish(CHANNEL, `${me} ${topic}`).catch(() => undefined);
  };
  const shared = sharedCount(commands);
  const allow = async (key: string, limit: number, windowSeconds: number): Promise<boolean> =>
    ((await shared(COUNT_KEY + key, windowSeconds)) ?? counter.count(key, windowSeconds)) <= limit;
  const healthy = (): Promise<boolean> =>
    within(ANSWER_WITHIN_MS, Promise.all([commands.ping(), subscriber.ping()])).then(() => true, () => false);
  const close = async (): Promise<void> => {
    bell.clear();
    for (const client of [commands, subscriber]) if (client.isOpen) client.destroy();
  };
  return { wake, onWake: bell.listen, onPassing: bell.listenPassing, allow, healthy, close };
};

/** Fails a command at once, instead of keeping it, while there is no connection. Says once when it is lost and found. */
const connection = (url: string, log: Log) => {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 10_000,
    socket: { connectTimeout: 5_000, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 2_000) },
  });
  let away = false;
  client.on("error", (error: Error & { code?: string }) => {
    if (!away) log.warn({ code: error.code }, "Redis connection lost");
    away = true;
  });
  client.on("ready", () => {
    if (away) log.info("Redis connection found again");
    away = false;
  });
  return client;
};

type Connection = ReturnType<typeof connection>;

/** Never fails: each connection goes on trying, and the subscription follows the connection. */
const started = async (commands: Connection, subscriber: Connection, listener: (message: string) => void): Promise<void> => {
  await Promise.all([commands.connect(), subscriber.connect().then(() => subscriber.subscribe(CHANNEL, listener))]).catch(
    () => undefined,
  );
};

const hear = (message: string, me: string, ring: (topic: string) => void): void => {
  const space = message.indexOf(" ");
  if (message.slice(0, space) !== me) ring(message.slice(space + 1));
};

/** In one step, so that a crash between the two cannot leave a count that never ends. */
const COUNT = `
local uses = redis.call("INCR", KEYS[1])
if uses == 1 then redis.call("PEXPIRE", KEYS[1], ARGV[1]) end
return uses`;

/** Uses on all replicas; undefined when Redis does not answer, which is then left alone for a moment. */
const sharedCount = (client: Connection) => {
  let leftAloneUntil = 0;
  return async (key: string, windowSeconds: number): Promise<number | undefined> => {
    if (!client.isReady || performance.now() < leftAloneUntil) return undefined;
    const asked = client.eval(COUNT, { keys: [key], arguments: [String(Math.ceil(windowSeconds * 1000))] });
    try {
      return Number(await within(ANSWER_WITHIN_MS, asked));
    } catch {
      leftAloneUntil = performance.now() + LEFT_ALONE_MS;
      return undefined;
    }
  };
};

/** The client's own timeout ends with the writing of a command; this one with its answer. */
const within = async <T>(ms: number, answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis gave no answer within ${ms} ms`)), ms).unref();
  });
  answer.catch(() => undefined);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};
