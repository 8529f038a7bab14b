import { setTimeout as wait } from "node:timers/promises";
import { type Arrived, faultOf } from "./api.ts";
import { takeUpdate, type TakeParts } from "./take.ts";
import type { UpdateIn } from "./update.ts";

const pollSeconds = 30;
const conflict = 409;

/** Long polling, until the signal: an update is confirmed by the next question, after it was stored. */
export const pollTelegram = async (parts: TakeParts, signal: AbortSignal): Promise<void> => {
  let offset = 0;
  await untilAborted(parts, signal, async () => {
    const given = await parts.api.updates(offset, pollSeconds, signal);
    const chats = Map.groupBy(given, ({ id, read }) => (read && chatOf(read)) ?? `update ${id}`);
    await Promise.all([...chats.values()].map((updates) => inOrder(parts, updates)));
    offset = Math.max(offset, ...given.map(({ id }) => id + 1));
  });
};

/** One chat's updates one after the other; what was stored before a fault is known again when it comes again. */
const inOrder = async (parts: TakeParts, updates: Arrived[]): Promise<void> => {
  for (const { read } of updates) if (read) await takeUpdate(parts, read);
};

const chatOf = ({ message, edited_message: edited, callback_query: pressed }: UpdateIn): number | undefined =>
  (message ?? edited ?? pressed?.message)?.chat.id;

/** Calls again until it succeeds once or the signal comes. */
export const insist = async (parts: TakeParts, signal: AbortSignal, call: () => Promise<void>): Promise<void> => {
  const done = new AbortController();
  await untilAborted(parts, AbortSignal.any([signal, done.signal]), () => call().then(() => { done.abort(); }));
};

/** After faults in a row it waits longer and longer, or as long as Telegram asks. */
const untilAborted = async ({ log }: TakeParts, signal: AbortSignal, call: () => Promise<void>): Promise<void> => {
  for (let faults = 0; !signal.aborted; ) {
    try {
      await call();
      faults = 0;
    } catch (fault) {
      if (signal.aborted) return;
      const told = faultOf(fault);
      const seconds = told.seconds ?? (told.code === conflict ? 5 : Math.min(30, 2 ** faults++));
      log.warn({ ...told, seconds }, told.code === conflict ? rival : "telegram: call or update failed, trying again");
      await wait(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }
};

const rival =
  "telegram: another process asks for updates with this token, or a webhook is set; " +
  "run several replicas with TELEGRAM_WEBHOOK_SECRET, and trials with a token of their own";
