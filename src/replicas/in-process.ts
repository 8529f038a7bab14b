import type { Log } from "../log.ts";
import type { Replicas } from "./replicas.ts";

/** One process of its own: listeners and counts in memory. */
export const inProcess = (log: Log): Replicas => {
  const bell = createBell(log);
  const counter = createCounter();
  return {
    wake: bell.ring,
    onWake: bell.listen,
    onPassing: bell.listenPassing,
    allow: (key, limit, windowSeconds) => Promise.resolve(counter.count(key, windowSeconds) <= limit),
    healthy: () => Promise.resolve(true),
    close: () => Promise.resolve(bell.clear()),
  };
};

type Listener = () => void;

/** Listeners by topic; those for what passes do not hear `ringAll`. They run after the caller's own step, and what one throws reaches nobody else. */
export const createBell = (log: Log) => {
  const topics = new Map<string, Set<{ call: Listener; passing: boolean }>>();

  const ring = (topic: string, all = true): void => {
    for (const entry of topics.get(topic) ?? []) if (all || !entry.passing) queueMicrotask(() => guarded(() => entry.call(), log));
  };
  const listenTo = (passing: boolean) => (topic: string, call: Listener): (() => void) => {
    const entry = { call, passing };
    const listeners = topics.get(topic) ?? new Set();
    topics.set(topic, listeners.add(entry));
    return () => {
      entry.call = () => undefined;
      if (listeners.delete(entry) && listeners.size === 0) topics.delete(topic);
    };
  };
  return {
    ring: (topic: string) => { ring(topic); },
    ringAll: () => { for (const topic of topics.keys()) ring(topic, false); },
    listen: listenTo(false),
    listenPassing: listenTo(true),
    clear: () => topics.clear(),
  };
};

const guarded = (call: Listener, log: Log): void => {
  try {
    call();
  } catch (error) {
    log.error({ err: error }, "a wake-up listener failed");
  }
};

/** Uses by key within a window that begins with the first of them; `count` gives the uses so far, this one included. */
export const createCounter = (now: () => number = () => performance.now()) => {
  const windows = new Map<string, { uses: number; until: number }>();
  let sweepAt = 0;

  const sweep = (time: number): void => {
    if (time < sweepAt) return;
    for (const [key, { until }] of windows) if (until <= time) windows.delete(key);
    sweepAt = time + 60_000;
  };
  const count = (key: string, windowSeconds: number): number => {
    const time = now();
    sweep(time);
    const open = windows.get(key);
    const window = open && open.until > time ? open : { uses: 0, until: time + windowSeconds * 1000 };
    windows.set(key, window);
    return ++window.uses;
  };
  return { count };
};
