import type { Result } from "./api.ts";
import type { SessionStore } from "./session.ts";

/** What the citizen said and the service has not confirmed. `id` goes as `clientActivityID`: a repeat is known by it. */
export type Outgoing = {
  id: string;
  at: string;
  body: { type: "message" | "event"; text?: string; name?: string; value?: unknown; locale: string; choice?: string };
  file?: File;
  /** The service has it; it stays here until the stream brings it back. */
  sent?: boolean;
  /** The service refused it: it waits for the citizen. */
  refused?: boolean;
};

export type OutboxEvents = {
  changed: () => void;
  /** Too many in a row: the next goes in so many seconds. */
  busy: () => void;
  /** The token is not valid any more. True when there is a new one. */
  renew: () => Promise<boolean>;
};

type Send = (outgoing: Outgoing) => Promise<Result<{ id: string }>>;

export type Outbox = {
  add: (outgoing: Outgoing, place?: "last" | "first") => void;
  retry: (id: string) => void;
  /** The stream brought it back: it arrived, whatever became of the answer. */
  confirm: (id: string) => void;
  /** Tries now rather than when the pause ends. */
  hurry: () => void;
  /** Nothing goes any more; what was not sent is shown so. */
  stop: () => void;
};

/** Sends in order, one at a time, again and again with the same id until the service has it. */
export const createOutbox = (store: SessionStore, send: Send, on: OutboxEvents): Outbox => {
  let running = false;
  let stopped = false;
  let failures = 0;
  let wake: () => void = () => undefined;

  const waiting = () => (store.session.token ? store.session.outbox.find(({ refused, sent }) => !refused && !sent) : undefined);

  const remove = (id: string): void => {
    store.session.outbox = store.session.outbox.filter((other) => other.id !== id);
    store.save();
  };

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** One try. Gives how long to wait before the next, in ms. */
  const attempt = async (outgoing: Outgoing): Promise<number> => {
    const result = await send(outgoing);
    if (stopped) return 0;
    if (result.ok) {
      failures = 0;
      outgoing.sent = true;
      if (outgoing.body.type === "event") remove(outgoing.id);
      on.changed();
      return 0;
    }
    failures++;
    if (result.status === 429) {
      on.busy();
      return (result.retryAfter ?? 10) * 1000;
    }
    if ([401, 403].includes(result.status)) return (await on.renew()) ? 0 : backOff(failures);
    if (result.status >= 400 && result.status < 500 && result.status !== 408) {
      outgoing.refused = true;
      store.save();
      on.changed();
      return 0;
    }
    return backOff(failures);
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let next = waiting(); next && !stopped; next = waiting()) {
      const ms = await attempt(next);
      if (ms > 0 && !stopped) await pause(ms);
    }
    running = false;
  };

  return {
    add: (outgoing, place = "last") => {
      store.session.outbox[place === "last" ? "push" : "unshift"](outgoing);
      store.save();
      void run();
    },
    retry: (id) => {
      const found = store.session.outbox.find((other) => other.id === id);
      if (!found) return;
      delete found.refused;
      on.changed();
      void run();
    },
    confirm: (id) => {
      remove(id);
      wake();
    },
    hurry: () => {
      wake();
      void run();
    },
    stop: () => {
      stopped = true;
      for (const outgoing of store.session.outbox) if (!outgoing.sent) outgoing.refused = true;
      wake();
    },
  };
};

const backOff = (failures: number): number => Math.min(15_000, 500 * 2 ** Math.min(failures, 6)) * (0.75 + Math.random() / 2);
