import type { Result } from "./api.ts";
import { backOff, createPause } from "./pause.ts";
import type { SessionStore } from "./session.ts";

/** What the citizen said and has not come back yet. `id` goes as `clientActivityID`: a repeat is known by it. */
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
  /** Too many in a row: the next goes a little later. */
  busy: () => void;
  /** The token is not valid any more. True when there is a new one. */
  renew: () => Promise<boolean>;
};

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

type Send = (outgoing: Outgoing) => Promise<Result<{ id: string }>>;

/** Sends in order, one at a time, again and again with the same id until the service has it. */
export const createOutbox = (store: SessionStore, send: Send, on: OutboxEvents): Outbox => {
  const { pause, wake } = createPause();
  const { session } = store;
  let running = false;
  let stopped = false;

  const mark = (outgoing: Outgoing, change: Pick<Outgoing, "sent" | "refused">) => {
    Object.assign(outgoing, change);
    store.save();
    on.changed();
  };
  const remove = (id: string) => {
    session.outbox = session.outbox.filter((other) => other.id !== id);
    store.save();
  };
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    let failures = 0;
    for (let next = waiting(session); next && !stopped; next = waiting(session)) {
      const fate = fateOf(await send(next), failures++);
      if (stopped) break;
      if (fate.kind === "busy") on.busy();
      if (fate.kind === "refused") mark(next, { refused: true });
      if (fate.kind === "sent") {
        failures = 0;
        if (next.body.type === "event") remove(next.id);
        mark(next, { sent: true });
      }
      if (fate.kind === "stranger" && (await on.renew())) continue;
      if ("ms" in fate) await pause(fate.ms);
    }
    running = false;
  };

  return {
    add: (outgoing, place = "last") => {
      session.outbox[place === "last" ? "push" : "unshift"](outgoing);
      store.save();
      void run();
    },
    retry: (id) => {
      const found = session.outbox.find((other) => other.id === id);
      if (found) mark(found, { refused: false });
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
      for (const outgoing of session.outbox) outgoing.refused = !outgoing.sent;
      wake();
    },
  };
};

const waiting = ({ token, outbox }: SessionStore["session"]): Outgoing | undefined =>
  token ? outbox.find(({ refused, sent }) => !refused && !sent) : undefined;

type Fate = { kind: "sent" | "refused" } | { kind: "busy" | "stranger" | "lost"; ms: number };

/** What became of a try, and how long to wait before the next. */
const fateOf = (result: Result<unknown>, failures: number): Fate => {
  if (result.ok) return { kind: "sent" };
  const ms = backOff(failures, 1_000, 15_000);
  if (result.status === 429) return { kind: "busy", ms: (result.retryAfter ?? 10) * 1000 };
  if (result.status === 401 || result.status === 403) return { kind: "stranger", ms };
  const ours = result.status >= 400 && result.status < 500 && result.status !== 408;
  return ours ? { kind: "refused" } : { kind: "lost", ms };
};
