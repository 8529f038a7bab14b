import { request, type ActivitySet } from "./api.ts";
import { enter, renewToken } from "./entrance.ts";
import { backOff, createPause } from "./pause.ts";
import type { SessionStore } from "./session.ts";
import { openStream, type Stream } from "./stream.ts";

export type ConnectionEvents = {
  set: (set: ActivitySet) => void;
  /** A token is there: messages can go. */
  entered: () => void;
  /** True when the service is reached, false when it was lost. */
  reached: (reached: boolean) => void;
  /** The conversation cannot be continued: its tokens are over. */
  ended: () => void;
  /** While an answer is due, polling is quicker. */
  waiting: () => boolean;
};

export type Connection = {
  /** Asks for a new token; false when there is none. */
  renew: () => Promise<boolean>;
  /** The network or the person is back: look now. */
  hurry: () => void;
  stop: () => void;
};

const renewBeforeMs = 15 * 60_000;
/** Where sockets do not open (an old proxy), a poll does; from time to time a socket is tried again. */
const socketsToTry = 2;
const pollForMs = 60_000;
/** A connection that held so long was a good one. */
const steadyMs = 5_000;

type Line = { stopped: boolean; after: string; unopened: number; stream?: Stream | undefined; pause: (ms: number) => Promise<void> };

/** Keeps a conversation followed from its beginning, through lost connections, until it is stopped or over. */
export const connect = (store: SessionStore, on: ConnectionEvents): Connection => {
  const { pause, wake } = createPause();
  const line: Line = { stopped: false, after: "", unopened: 0, pause };
  const stop = () => {
    line.stopped = true;
    clearInterval(keeping);
    line.stream?.close();
    wake();
  };
  const over = () => {
    if (line.stopped) return;
    stop();
    on.ended();
  };
  const renew = async (): Promise<boolean> => {
    const renewed = await renewToken(store);
    if (renewed === "over") over();
    return renewed === "renewed" && !line.stopped;
  };
  const run = async (): Promise<void> => {
    for (let failures = 0; !line.stopped; failures++) {
      const entry = await enter(store, line.after);
      if (line.stopped) return;
      if (entry.status === "over") return over();
      if (entry.status === "away") on.reached(false);
      else {
        on.entered();
        if (await follow(line, store, on, entry.streamUrl)) failures = 0;
      }
      if (!line.stopped) await pause(backOff(failures, 250, 10_000));
    }
  };
  const keeping = setInterval(() => {
    if (line.stream && store.session.until - Date.now() < renewBeforeMs) void renew();
  }, 60_000);
  void run();
  return {
    renew,
    hurry: () => {
      wake();
      line.stream?.probe();
    },
    stop,
  };
};

/** Follows over a socket, or by polling where sockets do not open. True when that held for a while. */
const follow = async (line: Line, store: SessionStore, on: ConnectionEvents, address: string): Promise<boolean> => {
  const since = Date.now();
  if (line.unopened >= socketsToTry) {
    on.reached(true);
    await poll(line, store, on);
    line.unopened = socketsToTry - 1;
  } else {
    line.stream = openStream(here(address), { open: () => on.reached(true), set: (set) => take(line, on, set) });
    const opened = await line.stream.closed;
    line.stream = undefined;
    line.unopened = opened ? 0 : line.unopened + 1;
    if (opened && !line.stopped) on.reached(false);
  }
  return Date.now() - since > steadyMs;
};

const poll = async (line: Line, { session }: SessionStore, on: ConnectionEvents): Promise<void> => {
  for (const end = Date.now() + pollForMs; Date.now() < end && !line.stopped; ) {
    const path = `conversations/${session.conversationId}/activities?${new URLSearchParams({ watermark: line.after })}`;
    const got = await request<ActivitySet>(path, { method: "GET", token: session.token! });
    if (!got.ok) return;
    take(line, on, got.value);
    await line.pause(on.waiting() ? 700 : 3_000);
  }
};

const take = (line: Line, on: ConnectionEvents, set: ActivitySet): void => {
  if (line.stopped) return;
  if (set.watermark) line.after = set.watermark;
  on.set(set);
};

/** The stream of the host that this page came from, whatever a proxy made of the name. */
const here = (address: string): string => {
  const url = new URL(address);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  url.host = location.host;
  return url.href;
};
