import { request, type ActivitySet, type Grant, type Result } from "./api.ts";
import { keepGrant, type SessionStore } from "./session.ts";
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

/** Keeps a conversation followed from `after` on, through lost connections, until it is stopped or over. */
export const connect = (store: SessionStore, on: ConnectionEvents): Connection => {
  let stopped = false;
  let after = "";
  let failures = 0;
  let unopened = 0;
  let stream: Stream | undefined;
  let wake: () => void = () => undefined;

  const take = (set: ActivitySet) => {
    if (stopped) return;
    if (set.watermark) after = set.watermark;
    on.set(set);
  };

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const renew = async (): Promise<boolean> => {
    const { conversationId, token, resumeToken, until } = store.session;
    const usable = until > Date.now() ? token : (resumeToken ?? token);
    const result = await renewWith(usable, token === usable ? resumeToken : token);
    if (stopped || conversationId !== store.session.conversationId) return false;
    if (result.ok) keepGrant(store, result.value);
    else if (isRefused(result)) over();
    return result.ok;
  };

  const over = () => {
    stop();
    on.ended();
  };

  /** A token and the address of the stream, or undefined when the service is out of reach for now. */
  const enter = async (): Promise<string | undefined> => {
    const { session } = store;
    const fresh = session.conversationId === undefined;
    if (fresh) {
      const granted = await request<Grant>("tokens/generate", {});
      if (stopped || !granted.ok) return undefined;
      keepGrant(store, granted.value);
    } else if (session.until < Date.now() && !(await renew())) return undefined;
    if (stopped) return undefined;
    const token = session.token!;
    const query = new URLSearchParams({ watermark: after || "-" });
    const entered = fresh
      ? await request<Grant>("conversations", { token })
      : await request<Grant>(`conversations/${session.conversationId}?${query}`, { method: "GET", token });
    if (stopped) return undefined;
    if (entered.ok) {
      keepGrant(store, entered.value);
      on.entered();
      return entered.value.streamUrl;
    }
    if (isRefused(entered)) await renew();
    return undefined;
  };

  const poll = async (forMs: number): Promise<void> => {
    for (const end = Date.now() + forMs; Date.now() < end && !stopped; ) {
      const { conversationId, token } = store.session;
      const query = new URLSearchParams({ watermark: after });
      const got = await request<ActivitySet>(`conversations/${conversationId}/activities?${query}`, { method: "GET", token: token! });
      if (stopped || !got.ok) return;
      take(got.value);
      await pause(on.waiting() ? 700 : 3_000);
    }
  };

  /** Follows over a socket, or by polling where sockets do not open. False when it was lost soon. */
  const follow = async (address: string): Promise<boolean> => {
    const since = Date.now();
    if (unopened >= socketsToTry) {
      on.reached(true);
      await poll(pollForMs);
      unopened = socketsToTry - 1;
    } else {
      stream = openStream(here(address), { open: () => on.reached(true), set: take });
      const opened = await stream.closed;
      stream = undefined;
      unopened = opened ? 0 : unopened + 1;
      if (opened && !stopped) on.reached(false);
    }
    return Date.now() - since > 5_000;
  };

  const run = async (): Promise<void> => {
    while (!stopped) {
      const address = await enter();
      if (stopped) return;
      if (!address) on.reached(false);
      else if (await follow(address)) failures = 0;
      if (!stopped) await pause(backOff(failures++));
    }
  };

  const hurry = () => {
    wake();
    stream?.probe();
  };
  const keeping = setInterval(() => {
    if (stream && store.session.until - Date.now() < renewBeforeMs) void renew();
  }, 60_000);
  const stop = () => {
    stopped = true;
    clearInterval(keeping);
    stream?.close();
    wake();
  };
  void run();
  return { renew, hurry, stop };
};

const renewWith = async (first: string | undefined, second: string | undefined): Promise<Result<Grant>> => {
  const result = await request<Grant>("tokens/refresh", { token: first ?? "" });
  return !result.ok && isRefused(result) && second ? request<Grant>("tokens/refresh", { token: second }) : result;
};

const isRefused = (result: { status: number }): boolean => [401, 403, 404].includes(result.status);

/** The stream of the host that this page came from, whatever a proxy made of the name. */
const here = (address: string): string => {
  const url = new URL(address);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  url.host = location.host;
  return url.href;
};

const backOff = (failures: number): number => Math.min(10_000, 250 * 2 ** Math.min(failures, 6)) * (0.75 + Math.random() / 2);
